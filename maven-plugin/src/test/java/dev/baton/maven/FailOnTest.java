package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class FailOnTest {

  @Test
  void parsesItsThreeWords() {
    assertThat(FailOn.parse("error")).hasValue(FailOn.ERROR);
    assertThat(FailOn.parse(" Warning ")).hasValue(FailOn.WARNING);
    assertThat(FailOn.parse("never")).hasValue(FailOn.NEVER);
    assertThat(FailOn.parse("warn")).isEmpty();
    assertThat(FailOn.words()).isEqualTo("error, warning, never");
  }

  @Test
  void failsOnWhatItSays() {
    assertThat(FailOn.ERROR.failsOn(0, 9)).isFalse();
    assertThat(FailOn.ERROR.failsOn(1, 0)).isTrue();
    assertThat(FailOn.WARNING.failsOn(0, 0)).isFalse();
    assertThat(FailOn.WARNING.failsOn(0, 1)).isTrue();
    assertThat(FailOn.WARNING.failsOn(1, 0)).isTrue();
    assertThat(FailOn.NEVER.failsOn(7, 7)).isFalse();
  }
}
