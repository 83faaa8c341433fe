package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Released projects of others compile with the checks just as with {@code mvn compile}: each has
 * its own pom with the parents it names, and the sources of its release.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class RealProjectsIT {

  private final MavenProjectCopy all;
  private final MavenRun compiled;

  RealProjectsIT() throws Exception {
    all = MavenProjectCopy.of("real", "realProjects");
    copyProjects(Path.of(System.getProperty("it.real")), all.path("projects"));
    compiled = all.maven(List.of("-X", "compile")).succeeds();
    all.check("-Dbaton.failOn=never").succeeds().says("in 5 modules");
  }

  /**
   * They have, in this order: a processor path, excludes and a root that another plugin adds;
   * {@code -proc:none} as an argument; a module descriptor and a dependency on a module; a release
   * that a profile of a parent sets; source and target alone.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "truth",
        "auto-service",
        "commonmark-ext-gfm-tables",
        "commons-cli",
        "auto-common"
      })
  void compilesWithTheChecksAsWithMaven(String name) throws Exception {
    Path project = all.path("projects").resolve(name);

    assertThat(CompilationInputs.ofChecks(project, "default-compile"))
        .isEqualTo(CompilationInputs.ofMaven(compiled, project, "default-compile"));
  }

  private static void copyProjects(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
