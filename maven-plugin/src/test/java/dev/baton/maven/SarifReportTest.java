package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SarifReportTest {

  @TempDir Path directory = Path.of("");

  @Test
  void theSchemaIsKept() throws Exception {
    assertThat(SarifSchema.faults(SarifReport.of(sample("").report()))).isEmpty();
  }

  @Test
  void theSchemaIsAbleToFail() throws Exception {
    String log = SarifReport.of(sample("").report());

    assertThat(SarifSchema.faults(log.replace("\"2.1.0\"", "\"2.0.0\""))).isNotEmpty();
    assertThat(SarifSchema.faults(log.replace("\"startLine\": 5", "\"startLine\": 0")))
        .isNotEmpty();
    assertThat(SarifSchema.faults(log.replace("insertedContent", "inserted"))).isNotEmpty();
    assertThat(SarifSchema.faults(log.replace("my%20api", "my api"))).isNotEmpty();
  }

  @Test
  void aReportWithoutFindingsKeepsTheSchemaToo() throws Exception {
    Report some = sample("").report();
    Report none =
        new Report(
            some.project(),
            some.version(),
            some.base(),
            "no findings",
            List.of(),
            ReportedFinding.all(Map.of()),
            some.sources(),
            some.pages());

    assertThat(SarifSchema.faults(SarifReport.of(none))).isEmpty();
  }

  @Test
  void allChecksAreRulesWithWhatTheirPagesSay() throws Exception {
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "checker", "docs"))) {
      files.map(f -> f.getFileName().toString().replace(".md", "")).sorted().forEach(pages::add);
    }

    List<JsonObject> rules =
        objects(
            run(sample(""))
                .getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules"));

    assertThat(rules.stream().map(rule -> rule.get("id").getAsString()))
        .containsExactlyElementsIn(pages)
        .inOrder();
    JsonObject rule = rules.get(pages.indexOf("NullContext"));
    assertThat(text(rule, "shortDescription")).isEqualTo("Null where a context is expected.");
    assertThat(text(rule, "fullDescription")).startsWith("All the code below a call reads");
    assertThat(text(rule, "help")).contains("@SuppressWarnings(\"NullContext\")");
    assertThat(rule.getAsJsonObject("help").get("markdown").getAsString()).contains("## Flagged");
    assertThat(rule.getAsJsonObject("defaultConfiguration").get("level").getAsString())
        .isEqualTo("error");
  }

  @Test
  void aResultSaysWhatAndWhere() throws Exception {
    JsonObject run = run(sample(""));
    JsonObject result = objects(run.getAsJsonArray("results")).get(0);
    JsonObject location = objects(result.getAsJsonArray("locations")).get(0);

    assertThat(result.get("ruleId").getAsString()).isEqualTo("NullContext");
    assertThat(
            objects(run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules"))
                .get(result.get("ruleIndex").getAsInt())
                .get("id")
                .getAsString())
        .isEqualTo("NullContext");
    assertThat(result.get("level").getAsString()).isEqualTo("error");
    assertThat(text(result, "message"))
        .isEqualTo("`load` is given null for its context; pass `ctx`");
    JsonObject physical = location.getAsJsonObject("physicalLocation");
    assertThat(physical.getAsJsonObject("artifactLocation").toString())
        .isEqualTo("{\"uri\":\"my%20api/src/Orders.java\",\"uriBaseId\":\"%SRCROOT%\"}");
    // A tab is one character.
    assertThat(physical.getAsJsonObject("region").toString())
        .isEqualTo("{\"startLine\":5,\"startColumn\":39,\"endLine\":5,\"endColumn\":43}");
    assertThat(location.getAsJsonArray("logicalLocations").toString())
        .isEqualTo("[{\"fullyQualifiedName\":\"com.acme.Orders.find\",\"kind\":\"member\"}]");
    assertThat(run.getAsJsonObject("originalUriBaseIds").toString())
        .isEqualTo("{\"%SRCROOT%\":{\"uri\":\"" + uri(directory) + "\"}}");
  }

  @Test
  void aFixIsTheSameChange() throws Exception {
    ReportSample sample = sample("");
    Report report = sample.report();
    for (int i = 0; i < 2; i++) {
      JsonObject result = objects(run(sample).getAsJsonArray("results")).get(i);
      JsonObject fix = objects(result.getAsJsonArray("fixes")).get(0);
      JsonObject change = objects(fix.getAsJsonArray("artifactChanges")).get(0);

      assertThat(text(fix, "description")).isEqualTo("pass `ctx`");
      assertThat(replaced(sample.text(), objects(change.getAsJsonArray("replacements"))))
          .isEqualTo(
              ProposedFix.apply(
                  List.of(report.findings().get(i).fix().orElseThrow()), sample.text()));
    }
    assertThat(objects(run(sample).getAsJsonArray("results")).get(2).has("fixes")).isFalse();
  }

  @Test
  void fingerprintsStayWhenLinesMoveAndTellFindingsApart() throws Exception {
    List<String> prints = fingerprints(sample(""));

    assertThat(prints).containsNoDuplicates();
    assertThat(fingerprints(sample("// more\n\n"))).isEqualTo(prints);
  }

  @Test
  void theSameFindingsGiveTheSameText() throws Exception {
    assertThat(SarifReport.of(sample("").report())).isEqualTo(SarifReport.of(sample("").report()));
  }

  @Test
  void filesElsewhereAreNamedInFull() {
    Path elsewhere = directory.resolveSibling("else where").resolve("A.java");

    assertThat(new SarifFiles(directory).location(elsewhere).toString())
        .isEqualTo("{\"uri\":\"" + elsewhere.toUri() + "\"}");
  }

  private ReportSample sample(String prefix) {
    return new ReportSample(directory, prefix);
  }

  @Test
  void aFixEndsItsLinesAsTheFileDoes() throws Exception {
    assertThat(SarifReport.of(sample("// one\r\n").report())).contains("\"import a.B;\\r\\n\"");
    assertThat(SarifReport.of(sample("// one\n").report())).contains("\"import a.B;\\n\"");
  }

  private static String uri(Path directory) {
    String uri = directory.toUri().toString();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  private static List<String> fingerprints(ReportSample sample) throws Exception {
    return objects(run(sample).getAsJsonArray("results")).stream()
        .map(r -> r.getAsJsonObject("partialFingerprints").toString())
        .toList();
  }

  private static JsonObject run(ReportSample sample) throws Exception {
    JsonObject log = JsonParser.parseString(SarifReport.of(sample.report())).getAsJsonObject();
    return objects(log.getAsJsonArray("runs")).get(0);
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(e -> e.getAsJsonObject()).toList();
  }

  private static String text(JsonObject object, String name) {
    return object.getAsJsonObject(name).get("text").getAsString();
  }

  /** What a reader of SARIF makes of a text, by lines and columns alone. */
  private static String replaced(String text, List<JsonObject> replacements) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (JsonObject replacement : replacements) {
      JsonObject region = replacement.getAsJsonObject("deletedRegion");
      int start = offset(text, region, "start");
      result.append(text, done, start).append(text(replacement, "insertedContent"));
      done = offset(text, region, "end");
    }
    return result.append(text.substring(done)).toString();
  }

  private static int offset(String text, JsonObject region, String which) {
    int offset = 0;
    for (int line = 1; line < region.get(which + "Line").getAsInt(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return offset + region.get(which + "Column").getAsInt() - 1;
  }
}
