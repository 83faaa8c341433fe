package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;

final class OncePerBuildTest {

  @Test
  void onlyTheFirstOfAGoalIsToDoIt() {
    SessionData build = new DefaultSessionData();

    assertThat(OncePerBuild.isDone(build, "report:all")).isFalse();
    assertThat(OncePerBuild.isDone(build, "report:all")).isTrue();
    assertThat(OncePerBuild.isDone(build, "report:other")).isFalse();
    assertThat(OncePerBuild.isDone(new DefaultSessionData(), "report:all")).isFalse();
  }
}
