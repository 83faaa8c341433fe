package dev.baton.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The set-ups of the page on builds, as users copy them. The README's own is in its test. */
final class UsersBuildsIT {

  private static final Page BUILDS = new Page(Path.of("..", "docs", "builds.md"));

  @Test
  void mavensOwnJvmRunsTheChecksWithItsFlags() throws Exception {
    MavenProjectCopy project =
        MavenProjectCopy.of("single", "mavensOwnJvmRunsTheChecksWithItsFlags");
    add(project, BUILDS.blockWith("xml", "<arg>-Xplugin:Baton</arg>"));
    Files.writeString(
        project.path(".mvn/jvm.config"), BUILDS.blockWith("", "--add-exports=jdk.compiler"));

    MavenRun run = project.maven(List.of("compile")).fails();

    run.says("Orders.java:[14,22] [NullContext] `find` is given null for its context");
    run.says("Orders.java:[8,34] [ContextNotFirst] context `ctx` is parameter 2 of `find`");
    run.doesNotSay("unknown compilation problem");
  }

  @Test
  void allThreeSetsOfChecksRunInOneCompilation() throws Exception {
    MavenProjectCopy project =
        MavenProjectCopy.of("null-away", "allThreeSetsOfChecksRunInOneCompilation");
    add(project, BUILDS.blockWith("xml", "nullaway"));

    MavenRun run = project.maven(List.of("compile")).fails();

    run.says("[NullContext] `find` is given null for its context");
    run.says("[ContextNotFirst] context `ctx` is parameter 2 of `find`");
    run.says("[NullAway] returning @Nullable expression");
    run.says("[DeadException]");
  }

  @Test
  void theGoalRunsNoChecksOfOthers() throws Exception {
    MavenProjectCopy project = MavenProjectCopy.of("null-away", "theGoalRunsNoChecksOfOthers");
    add(
        project,
        BUILDS
            .blockWith("xml", "nullaway")
            .replace("NullAway:ERROR", "NullAway:WARN -XepAllErrorsAsWarnings")
            .replace("baton-checker", "baton-core"));

    MavenRun run = project.check("-Dbaton.failOn=never").succeeds();

    run.says("[NullAway] returning @Nullable expression", "Baton: 1 error and 1 warning;");
    run.findings()
        .containsExactly(
            "WARNING src/main/java/com/acme/Orders.java:8 ContextNotFirst |"
                + "    String find(String id, Context ctx) {",
            "ERROR src/main/java/com/acme/Orders.java:14 NullContext |"
                + "    return find(\"1\", null);")
        .inOrder();
  }

  private static void add(MavenProjectCopy project, String plugin) throws Exception {
    Path pom = project.path("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace("</project>", "<build><plugins>" + plugin + "</plugins></build>\n</project>"));
  }
}
