package dev.baton.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goals in other Mavens than the one that builds this project. */
final class MavenVersionsIT {

  @ParameterizedTest
  @ValueSource(strings = {"apache-maven-3.9.", "apache-maven-4."})
  void allGoalsWork(String version) throws Exception {
    Path maven = home(version);
    MavenProjectCopy project = MavenProjectCopy.of("multi", "allGoalsWork-" + version);

    project
        .mavenOf(
            maven,
            List.of(
                MavenProjectCopy.CHECK,
                MavenProjectCopy.REPORT,
                MavenProjectCopy.FIX,
                "-Dbaton.failOn=never"))
        .succeeds()
        .says(
            "Baton: api (2 of 4): 1 error; checked 1 source file",
            "Baton: app (3 of 4): 1 error and 1 warning; checked 1 source file",
            "Baton: 2 errors and 1 warning in 2 modules (api, app); checked 2 source files",
            "Baton: SARIF is in target/baton/findings.sarif",
            "Baton: api (2 of 4): 1 finding, 1 with a fix; checked 1 source file",
            "Baton: app (3 of 4): 2 findings, 1 with a fix; checked 1 source file",
            "Baton: fixed 2 of 3 findings");
    MavenProjectCopy.of("processor-path", "allGoalsWork-" + version)
        .mavenOf(maven, List.of(MavenProjectCopy.CHECK))
        .succeeds()
        .says("Baton: 1 warning; checked 1 source file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apache-maven-3.9.", "apache-maven-4."})
  void aProjectThatDoesNotCompileGetsOneLine(String version) throws Exception {
    MavenProjectCopy.of("broken", "doesNotCompile-" + version)
        .mavenOf(home(version), List.of(MavenProjectCopy.CHECK))
        .fails()
        .says("[ERROR] Baton: broken does not compile (see above), so it was not checked");
  }

  private static Path home(String version) throws Exception {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("it.mavens")))) {
      return all.filter(home -> home.getFileName().toString().startsWith(version))
          .findFirst()
          .orElseThrow();
    }
  }
}
