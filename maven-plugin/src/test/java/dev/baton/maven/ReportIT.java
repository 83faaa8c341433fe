package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The goal {@code report} on whole projects, run by a Maven of their own. */
final class ReportIT {

  private static final String SARIF = "target/baton/findings.sarif";
  private static final String HTML = "target/baton/report.html";

  private String test = "";

  @BeforeEach
  void nameDirectory(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  @Test
  void allModulesAreInOneReport() throws Exception {
    MavenProjectCopy project = copy("multi");

    project
        .report()
        .succeeds()
        .says(
            "Baton: SARIF is in " + SARIF,
            "Baton: the report is in " + HTML,
            "Baton: 2 errors and 1 warning in 2 modules (api, app); checked 2 source files in 2",
            "  NullContext: 2 errors",
            "  ContextNotFirst: 1 warning");

    String sarif = Files.readString(project.path(SARIF));
    assertThat(SarifSchema.faults(sarif)).isEmpty();
    assertThat(results(sarif).map(ReportIT::show))
        .containsExactly(
            "NullContext error api/src/main/java/com/acme/api/Store.java 14:17-14:21"
                + " com.acme.api.Store.first",
            "ContextNotFirst warning app/src/main/java/com/acme/app/Main.java 9:27-9:38"
                + " com.acme.app.Main.run",
            "NullContext error app/src/main/java/com/acme/app/Main.java 10:46-10:50"
                + " com.acme.app.Main.run")
        .inOrder();
    assertThat(results(sarif).filter(result -> result.has("fixes")).count()).isAtLeast(2);
    String html = Files.readString(project.path(HTML));
    assertThat(html).contains("api/src/main/java/com/acme/api/Store.java:14");
    assertThat(html).contains("+    return load(Context.todo(), &quot;1&quot;);");
    assertThat(html).doesNotContain("<h3>docs</h3>");
  }

  @Test
  void twoRunsWriteTheSame() throws Exception {
    MavenProjectCopy project = copy("multi");
    project.report().succeeds();
    String sarif = Files.readString(project.path(SARIF));
    String html = Files.readString(project.path(HTML));

    project.report().succeeds();

    assertThat(Files.readString(project.path(SARIF))).isEqualTo(sarif);
    assertThat(Files.readString(project.path(HTML))).isEqualTo(html);
  }

  @Test
  void filesAreWhereTheUserWantsThemAlsoWhenTheBuildFails() throws Exception {
    MavenProjectCopy project = copy("single");

    project
        .report("-Dbaton.sarif=out/b.sarif", "-Dbaton.html=b.html", "-Dbaton.failOn=error")
        .fails()
        .says("Baton: SARIF is in out/b.sarif", "Baton found 1 error and 1 warning; fix them");

    assertThat(results(Files.readString(project.path("out/b.sarif"))).count()).isEqualTo(2);
    assertThat(Files.exists(project.path("b.html"))).isTrue();
    assertThat(Files.exists(project.path(HTML))).isFalse();
  }

  @Test
  void aCleanProjectGetsAReportThatSaysSo() throws Exception {
    MavenProjectCopy project = copy("clean");

    project.report().succeeds().says("Baton: no findings; checked 1 source file");

    assertThat(results(Files.readString(project.path(SARIF))).count()).isEqualTo(0);
    assertThat(Files.readString(project.path(HTML))).contains("no findings");
  }

  @Test
  void aProjectThatDoesNotCompileGetsNone() throws Exception {
    MavenProjectCopy project = copy("broken");

    project.report().fails().says("Baton: broken does not compile (see above)");

    assertThat(Files.exists(project.path(SARIF))).isFalse();
  }

  @Test
  void knownFindingsAreNotReported() throws Exception {
    MavenProjectCopy project = copy("single");
    project.report("-Dbaton.baseline=known.txt").succeeds().says("with 2 findings; from now on");
    Path orders = project.path("src/main/java/com/acme/Orders.java");
    Files.writeString(
        orders,
        Files.readString(orders)
            .replace(
                "  String first",
                "  String last() {\n    return find(\"9\", null);\n  }\n\n  String first"));

    project
        .report("-Dbaton.baseline=known.txt")
        .succeeds()
        .says("Baton: 1 error; 2 known findings not shown; checked 2 source files");

    assertThat(results(Files.readString(project.path(SARIF))).map(ReportIT::show))
        .containsExactly(
            "NullContext error src/main/java/com/acme/Orders.java 14:22-14:26"
                + " com.acme.Orders.last");
  }

  @Test
  void eachModuleIsSkippedAndToldByItself() throws Exception {
    MavenProjectCopy project = copy("multi");
    property(project, "api", "<baton.skip>true</baton.skip>");
    property(project, "app", "<baton.args>-Xep:ContextNotFirst:ERROR</baton.args>");

    project.check().fails().says("Baton: 2 errors; checked 1 source file");
    project.report().succeeds().says("Baton: 2 errors; checked 1 source file");

    assertThat(results(Files.readString(project.path(SARIF))).count()).isEqualTo(2);
    project.report("-Dbaton.skip").succeeds().says("Baton: skipped").doesNotSay("SARIF");
  }

  @Test
  void aGoalThatAParentBindsIsDoneOnce() throws Exception {
    MavenProjectCopy project = copy("multi");
    Path pom = project.path("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(
                "</project>",
                "<build><plugins><plugin><groupId>dev.baton</groupId>"
                    + "<artifactId>baton-maven-plugin</artifactId><version>"
                    + System.getProperty("baton.version")
                    + "</version><executions><execution><phase>process-classes</phase><goals>"
                    + "<goal>report</goal></goals></execution></executions></plugin></plugins>"
                    + "</build></project>"));

    MavenRun run = project.maven(List.of("process-classes")).succeeds();

    assertThat(run.output().stream().filter(line -> line.contains("SARIF is in")).count())
        .isEqualTo(1);
    run.says(
        "Baton: 2 errors and 1 warning in", "the goal report was done for all modules already");
  }

  private static void property(MavenProjectCopy project, String module, String properties)
      throws Exception {
    Path pom = project.path(module + "/pom.xml");
    String name = "<artifactId>" + module + "</artifactId>";
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(name, name + "\n  <properties>" + properties + "</properties>"));
  }

  private MavenProjectCopy copy(String project) throws Exception {
    return MavenProjectCopy.of(project, test);
  }

  private static Stream<JsonObject> results(String sarif) {
    JsonObject run =
        JsonParser.parseString(sarif)
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    return run.getAsJsonArray("results").asList().stream().map(JsonElement::getAsJsonObject);
  }

  private static String show(JsonObject result) {
    JsonObject location = result.getAsJsonArray("locations").get(0).getAsJsonObject();
    JsonObject physical = location.getAsJsonObject("physicalLocation");
    JsonObject region = physical.getAsJsonObject("region");
    return String.join(
        " ",
        List.of(
            result.get("ruleId").getAsString(),
            result.get("level").getAsString(),
            physical.getAsJsonObject("artifactLocation").get("uri").getAsString(),
            region.get("startLine")
                + ":"
                + region.get("startColumn")
                + "-"
                + region.get("endLine")
                + ":"
                + region.get("endColumn"),
            location
                .getAsJsonArray("logicalLocations")
                .get(0)
                .getAsJsonObject()
                .get("fullyQualifiedName")
                .getAsString()));
  }
}
