package dev.baton.maven;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The checks as SARIF describes them, from their pages. */
final class SarifRules {

  private final CheckPages pages;
  private final List<String> names;

  private SarifRules(CheckPages pages, List<String> names) {
    this.pages = pages;
    this.names = names;
  }

  /** All checks that there are, also those that found nothing. */
  static SarifRules of(Report report) {
    SortedSet<String> names = new TreeSet<>();
    report.pages().all().forEach(page -> names.add(page.name()));
    report.findings().forEach(reported -> names.add(reported.finding().check()));
    return new SarifRules(report.pages(), new ArrayList<>(names));
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case SUGGESTION -> "note";
    };
  }

  int index(String check) {
    return names.indexOf(check);
  }

  JsonArray descriptions() {
    JsonArray rules = new JsonArray();
    for (String name : names) {
      JsonObject rule = new JsonObject();
      rule.addProperty("id", name);
      rule.addProperty("name", name);
      Optional<CheckPage> page = pages.of(name);
      page.ifPresent(known -> describe(known, rule));
      rules.add(rule);
    }
    return rules;
  }

  private static void describe(CheckPage page, JsonObject rule) {
    rule.add("shortDescription", SarifReport.message(page.summary()));
    rule.add("fullDescription", SarifReport.message(page.why()));
    JsonObject help = SarifReport.message(page.why() + "\n\n" + page.suppress());
    help.addProperty("markdown", page.markdown());
    rule.add("help", help);
    JsonObject configuration = new JsonObject();
    configuration.addProperty("level", level(page.severity()));
    rule.add("defaultConfiguration", configuration);
  }
}
