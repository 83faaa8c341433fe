package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PackedClassesTest {

  @Test
  void directoriesComeBeforeTheirArchives() {
    PackedClasses packed = new PackedClasses(Map.of("/api/target/api.jar", "/api/target/classes"));

    assertThat(packed.unpacked(List.of("/app/target/classes", "/api/target/api.jar", "/lib.jar")))
        .containsExactly(
            "/app/target/classes", "/api/target/classes", "/api/target/api.jar", "/lib.jar")
        .inOrder();
    assertThat(packed.unpacked(List.of("/lib.jar"))).containsExactly("/lib.jar");
  }
}
