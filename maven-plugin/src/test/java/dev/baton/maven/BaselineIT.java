package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The goal {@code check} with a baseline. */
final class BaselineIT {

  private static final String BASELINE = "-Dbaton.baseline=config/known.txt";
  private static final String BASELINE_FROM_MODULE = "-Dbaton.baseline=../config/known.txt";
  private static final String STORE = "api/src/main/java/com/acme/api/Store.java";

  private String test = "";

  @BeforeEach
  void nameDirectory(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  @Test
  void onlyWhatIsNewFailsUntilItIsFixed() throws Exception {
    MavenProjectCopy project = copy("multi");
    Path file = project.path("config/known.txt");

    project
        .check(BASELINE)
        .succeeds()
        .says(
            "Baton: no new findings; 3 known findings not shown; checked 2 source files",
            "[WARNING] Baton: there was no baseline "
                + file
                + ", so it was written, with 3 findings;")
        .findings()
        .isEmpty();
    List<String> written = Files.readAllLines(file);
    assertThat(written.stream().map(line -> line.replaceFirst(" [0-9a-f]{12} ", " H ")))
        .containsAtLeast(
            "ContextNotFirst com.acme.app.Main#run H 1 Context ctx",
            "NullContext com.acme.api.Store#first H 1 return load(null, \"1\");",
            "NullContext com.acme.app.Main#run H 1 return store.load(ctx, \"1\") + store.load(null,"
                + " \"2\");")
        .inOrder();

    // Other lines, another file and another format are no news; one more of the same is.
    Path store = project.path(STORE);
    String moved =
        Files.readString(store)
            .replace("/** A library", "/*\n * Moved.\n */\n\n/** A library")
            .replace("return load(null, \"1\");", "return load(\n\t\tnull,\n\t\t\"1\");");
    Files.writeString(store, moved);
    Path main = project.path("app/src/main/java/com/acme/app/Main.java");
    Files.move(main, main.resolveSibling("Renamed.java"));
    project.check(BASELINE, "-T2").succeeds().says("no new findings; 3 known findings not shown");

    Files.writeString(
        store,
        moved.replace(
            "public String first() {", "public String first() {\n    load(null, \"0\");"));
    project
        .check(BASELINE)
        .fails()
        .says(
            "Baton: 1 error in 1 module (api); 3 known findings not shown;",
            "Baton found 1 error in 1 module (api);")
        .findings()
        .containsExactly("ERROR " + STORE + ":18 NullContext |    load(null, \"0\");");
    assertThat(Files.readAllLines(file)).isEqualTo(written);
  }

  @Test
  void whatIsGoneIsTakenOutOnRequest() throws Exception {
    MavenProjectCopy project = copy("multi");
    project.check(BASELINE).succeeds();
    Path store = project.path(STORE);
    Files.writeString(store, Files.readString(store).replace("load(null", "load(Context.todo()"));

    project
        .check(BASELINE)
        .succeeds()
        .says("[INFO] Baton: 1 finding of the baseline is gone; -Dbaton.baseline.shrink takes it");
    project
        .check(BASELINE, "-Dbaton.baseline.shrink", "-pl", "api")
        .succeeds()
        .says("config/known.txt was not shrunk, since this run leaves modules out");
    project
        .check(BASELINE_FROM_MODULE, "-Dbaton.baseline.shrink", "-f", "api/pom.xml")
        .succeeds()
        .says("was not shrunk, since this run starts in a module of " + project.path(""));
    project
        .check(BASELINE, "-Dbaton.baseline.shrink", "-N")
        .succeeds()
        .says("was not shrunk, since this run leaves modules out");
    project
        .check(BASELINE, "-Dbaton.baseline.shrink", "-Dmaven.main.skip")
        .succeeds()
        .says("was not shrunk, since this run skips modules");
    assertThat(entries(project)).hasSize(3);
    project
        .check(BASELINE, "-Dbaton.baseline.shrink")
        .succeeds()
        .says("[INFO] Baton: took 1 finding out of the baseline");

    assertThat(entries(project)).hasSize(2);
    assertThat(entries(project).toString()).doesNotContain("Store");
    project.check(BASELINE).succeeds().doesNotSay("gone");
  }

  @Test
  void goalsThatAPomBindsReadTheFileAndWriteNone() throws Exception {
    MavenProjectCopy project = copy("bound");
    Path unchecked = project.path("unchecked/pom.xml");
    Files.writeString(
        unchecked,
        Files.readString(project.path("checked/pom.xml")).replace(">checked<", ">unchecked<"));

    project
        .maven(List.of("process-classes", BASELINE))
        .fails()
        .says("config/known.txt, and this is no run to write it, since a pom binds the goal; run");
    project.check(BASELINE).succeeds().says("so it was written, with 4 findings");
    assertThat(entries(project)).hasSize(2);
    // Each phase runs the bound goal once more.
    project
        .maven(List.of("process-classes", "test-compile", BASELINE, "-Dbaton.baseline.shrink"))
        .succeeds()
        .says("was not shrunk, since a pom binds the goal")
        .doesNotSay("gone");
    assertThat(entries(project)).hasSize(2);
  }

  @Test
  void runsForAPartWriteNone() throws Exception {
    MavenProjectCopy project = copy("multi");

    for (List<String> part :
        List.of(List.of("-pl", "api"), List.of("-N"), List.of("-rf", ":docs"))) {
      project
          .check(Stream.concat(Stream.of(BASELINE), part.stream()).toArray(String[]::new))
          .fails()
          .says("and this is no run to write it, since this run leaves modules out; run the goal");
    }
    project
        .check(BASELINE, "-f", "api/pom.xml")
        .fails()
        .says("since this run starts in a module of " + project.path(""));
    Path store = project.path(STORE);
    String text = Files.readString(store);
    Files.writeString(store, text.replace("return id;", "return ids;"));
    project.check(BASELINE, "-fae").fails();
    Files.writeString(store, text);

    assertThat(Files.exists(project.path("config/known.txt"))).isFalse();
    assertThat(Files.exists(project.path("api/config/known.txt"))).isFalse();
  }

  @Test
  void modulesMayHaveFilesAndLimitsOfTheirOwn() throws Exception {
    MavenProjectCopy project = copy("multi");
    property(project, "api", "<baton.baseline>api.txt</baton.baseline>");
    property(project, "app", "<baton.baseline>app.txt</baton.baseline>");

    project
        .check()
        .succeeds()
        .says("api.txt, so it was written, with 1 finding", "app.txt, so it was written, with 2");
    Files.delete(project.path("api.txt"));
    property(project, "api", "<baton.baseline/>");
    project.check().fails().says("Baton found 1 error in 1 module (api)");
    property(project, "api", "<baton.baseline/><baton.failOn>never</baton.failOn>");
    project.check().succeeds().says("Baton: 1 error in 1 module (api)");
  }

  @Test
  void aBoundGoalBesideTheCommandLineCountsForItself() throws Exception {
    MavenProjectCopy project = copy("bound");

    project
        .maven(List.of("process-classes", MavenProjectCopy.CHECK, BASELINE))
        .fails()
        .says("there is no baseline");
    project.check(BASELINE).succeeds().says("so it was written, with 4 findings");
    project
        .maven(List.of("process-classes", MavenProjectCopy.CHECK, BASELINE))
        .succeeds()
        .says(
            "Baton: no new findings; 2 known findings not shown; checked 1 source file",
            "Baton: no new findings; 4 known findings not shown; checked 2 source files in 2")
        .doesNotSay("gone");
    Files.delete(project.path("config/known.txt"));
    project
        .maven(List.of("process-classes", MavenProjectCopy.CHECK, "-Dbaton.failOn=warning", "-fae"))
        .fails()
        .says("Baton found 1 error and 1 warning;");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws Exception {
    copy("single")
        .check("-Dbaton.baseline=pom.xml")
        .fails()
        .says("pom.xml is not one of Baton's: '<?xml")
        .doesNotSay("Exception:");
  }

  @Test
  void shrinkingNeedsAFile() throws Exception {
    copy("clean")
        .check("-Dbaton.baseline.shrink")
        .fails()
        .says("baton.baseline.shrink is set, but no file that could shrink");
  }

  private static List<String> entries(MavenProjectCopy project) throws Exception {
    return Files.readAllLines(project.path("config/known.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /** Gives a module properties, and takes those that it was given before. */
  private static void property(MavenProjectCopy project, String module, String properties)
      throws Exception {
    Path pom = project.path(module + "/pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replaceAll("<properties>.*</properties>", "")
            .replace(
                "<artifactId>" + module + "</artifactId>",
                "<artifactId>"
                    + module
                    + "</artifactId>\n  <properties>"
                    + properties
                    + "</properties>"));
  }

  private MavenProjectCopy copy(String project) throws Exception {
    return MavenProjectCopy.of(project, test);
  }
}
