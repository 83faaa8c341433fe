package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader of the README copies works, and prints what the README shows. */
final class ReadmeIT {

  private static final Page README = new Page(Path.of("..", "README.md"));
  private static final Path SHOP =
      Path.of("..", "test-fixtures", "careless-shop", "src", "main", "java");

  @Test
  void theShopGivesTheOutputShown() throws Exception {
    MavenProjectCopy project = MavenProjectCopy.of("conventions", "theShopGivesTheOutputShown");
    project.add(SHOP, "src/main/java");

    String shown = README.blockWith("", "Baton: 5 errors and 8 warnings");
    MavenRun run = project.check().fails();

    assertThat(String.join("\n", run.output())).contains(shown.strip());
  }

  @Test
  void theSetUpToCopyFailsTheBuildAtAFaultAndCanBeFixed() throws Exception {
    MavenProjectCopy project =
        MavenProjectCopy.of("single", "theSetUpToCopyFailsTheBuildAtAFaultAndCanBeFixed");
    Path pom = project.path("pom.xml");
    String plugin = README.blockWith("xml", "maven-compiler-plugin");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace("</project>", "<build><plugins>" + plugin + "</plugins></build>\n</project>"));

    MavenRun run = project.maven(List.of("compile")).fails();

    run.says("[NullContext] `find` is given null for its context");
    run.says("[ContextNotFirst] context `ctx` is parameter 2 of `find`; move it first");
    run.doesNotSay("IllegalAccessError");

    project
        .fix()
        .fails()
        .says("nothing was fixed; for this run let the build's own checks warn, with -XepAll");

    String flags = "-Xplugin:Baton ${baton.flags}";
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace("-Xplugin:Baton", flags)
            .replace("<properties>", "<properties><baton.flags/>"));

    project
        .fix("-Dbaton.flags=-XepAllErrorsAsWarnings")
        .succeeds()
        .says("Baton: fixed 1 of 2 find");
    project.maven(List.of("compile")).succeeds();
  }
}
