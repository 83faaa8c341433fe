package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdkTest {

  @TempDir Path home = Path.of("");

  @Test
  void saysItsOwnVersion() throws IOException {
    assertThat(featureOf("JAVA_VERSION=\"1.8.0_412\"")).isEqualTo(8);
    assertThat(featureOf("JAVA_VERSION=\"11.0.2\"")).isEqualTo(11);
    assertThat(featureOf("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25\"")).isEqualTo(25);
  }

  @Test
  void isTakenForRecentWhenItSaysNothing() {
    assertThat(Jdk.feature(home)).isEqualTo(17);
  }

  private int featureOf(String release) throws IOException {
    Files.writeString(home.resolve("release"), release);
    return Jdk.feature(home);
  }
}
