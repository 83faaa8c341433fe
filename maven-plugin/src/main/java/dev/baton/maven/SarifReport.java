package dev.baton.maven;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.baton.maven.driver.CodePlace;
import dev.baton.maven.driver.TextEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A report as SARIF 2.1.0, the format that code hosts and editors read. The same findings always
 * give the same text.
 */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final String VERSION = "2.1.0";

  /** The name of a fingerprint says how it was made; another way would be another name. */
  private static final String FINGERPRINT = "batonFinding/v1";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Report report;
  private final SarifFiles files;
  private final SarifRules rules;

  private SarifReport(Report report) {
    this.report = report;
    this.files = new SarifFiles(report.base());
    this.rules = SarifRules.of(report);
  }

  static String of(Report report) throws IOException {
    return GSON.toJson(new SarifReport(report).log()) + "\n";
  }

  private JsonObject log() throws IOException {
    JsonObject log = new JsonObject();
    log.addProperty("$schema", SCHEMA);
    log.addProperty("version", VERSION);
    log.add("runs", array(run()));
    return log;
  }

  private JsonObject run() throws IOException {
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "Baton");
    driver.addProperty("version", report.version());
    driver.add("rules", rules.descriptions());
    JsonObject tool = new JsonObject();
    tool.add("driver", driver);
    JsonArray results = new JsonArray();
    for (ReportedFinding reported : report.findings()) {
      results.add(result(reported));
    }
    JsonObject run = new JsonObject();
    run.add("tool", tool);
    run.add("originalUriBaseIds", files.bases());
    run.addProperty("columnKind", "utf16CodeUnits");
    run.add("results", results);
    return run;
  }

  private JsonObject result(ReportedFinding reported) throws IOException {
    Finding finding = reported.finding();
    JsonObject fingerprints = new JsonObject();
    fingerprints.addProperty(FINGERPRINT, reported.fingerprint());
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", finding.check());
    result.addProperty("ruleIndex", rules.index(finding.check()));
    result.addProperty("level", SarifRules.level(finding.severity()));
    result.add("message", message(finding.message()));
    result.add("locations", array(location(finding)));
    result.add("partialFingerprints", fingerprints);
    if (reported.fix().isPresent()) {
      result.add("fixes", array(fix(reported.fix().get())));
    }
    return result;
  }

  private JsonObject location(Finding finding) throws IOException {
    CodePlace place = finding.place();
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", files.location(finding.file()));
    physical.add("region", region(finding));
    JsonObject location = new JsonObject();
    location.add("physicalLocation", physical);
    if (!place.type().isEmpty()) {
      JsonObject logical = new JsonObject();
      logical.addProperty("fullyQualifiedName", place.declaration());
      logical.addProperty("kind", place.member().isEmpty() ? "type" : "member");
      location.add("logicalLocations", array(logical));
    }
    return location;
  }

  private JsonObject region(Finding finding) throws IOException {
    CodePlace place = finding.place();
    if (place.start() >= 0) {
      return region(finding.file(), place.start(), place.end());
    }
    JsonObject line = new JsonObject();
    line.addProperty("startLine", Math.max(1, finding.line()));
    return line;
  }

  private JsonObject region(Path file, int start, int end) throws IOException {
    String text = report.sources().text(file);
    TextPosition first = TextPosition.of(text, start);
    TextPosition last = TextPosition.of(text, end);
    JsonObject region = new JsonObject();
    region.addProperty("startLine", first.line());
    region.addProperty("startColumn", first.column());
    region.addProperty("endLine", last.line());
    region.addProperty("endColumn", last.column());
    return region;
  }

  private JsonObject fix(ProposedFix fix) throws IOException {
    List<TextEdit> edits = new ArrayList<>(fix.edits().toList());
    edits.sort(Comparator.comparingInt(TextEdit::start));
    String text = report.sources().text(fix.file());
    JsonArray replacements = new JsonArray();
    for (TextEdit edit : edits) {
      JsonObject replacement = new JsonObject();
      replacement.add("deletedRegion", region(fix.file(), edit.start(), edit.end()));
      replacement.add("insertedContent", message(LineEndings.like(text, edit.text())));
      replacements.add(replacement);
    }
    JsonObject change = new JsonObject();
    change.add("artifactLocation", files.location(fix.file()));
    change.add("replacements", replacements);
    JsonObject json = new JsonObject();
    json.add("description", message(remedy(fix.finding().message())));
    json.add("artifactChanges", array(change));
    return json;
  }

  /** What a message says to do: it comes after what is wrong. */
  private static String remedy(String message) {
    return message.substring(message.lastIndexOf("; ") < 0 ? 0 : message.lastIndexOf("; ") + 2);
  }

  /** A text as SARIF has messages and descriptions. */
  static JsonObject message(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("text", text);
    return message;
  }

  private static JsonArray array(JsonObject only) {
    JsonArray array = new JsonArray();
    array.add(only);
    return array;
  }
}
