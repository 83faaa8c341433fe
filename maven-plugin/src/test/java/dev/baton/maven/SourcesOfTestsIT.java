package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The goals that look at test sources as well. */
final class SourcesOfTestsIT {

  private static final String IN_TESTS = "api/src/test/java/com/acme/api/StoreTest.java";

  @Test
  void testsAreCheckedWhereTheUserAsksForIt() throws Exception {
    MavenProjectCopy project = MavenProjectCopy.of("fix", "testsAreCheckedWhereTheUserAsksForIt");

    MavenRun run =
        project
            .maven(
                List.of(
                    MavenProjectCopy.CHECK + "-with-tests",
                    MavenProjectCopy.REPORT + "-with-tests",
                    "-Dbaton.failOn=never"))
            .succeeds()
            .says("in 2 modules (api, app); checked 4 source files", "SARIF is in");

    run.findingsIn(IN_TESTS).hasSize(1);
    assertThat(Files.readString(project.path("target/baton/findings.sarif"))).contains(IN_TESTS);
    assertThat(Files.readString(project.path("target/baton/report.html"))).contains(IN_TESTS);

    project
        .check("-Dbaton.failOn=never")
        .succeeds()
        .says("in 2 modules (api, app); checked 3 source files")
        .findingsIn(IN_TESTS)
        .isEmpty();
  }
}
