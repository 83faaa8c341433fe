package dev.baton.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A report as one HTML file, which needs nothing else: its style is in it, and a policy keeps a
 * browser from loading anything.
 */
final class HtmlReport {

  private static final String STYLE = "report.css";

  private final Report report;

  /** The ids of all findings, those of a check together, errors first. */
  private final Map<ReportedFinding, String> ids = new LinkedHashMap<>();

  private HtmlReport(Report report) {
    this.report = report;
    Comparator<ReportedFinding> byCheck =
        Comparator.comparing((ReportedFinding r) -> r.finding().severity())
            .thenComparing(r -> r.finding().check());
    int number = 0;
    for (ReportedFinding reported : report.findings().stream().sorted(byCheck).toList()) {
      number++;
      ids.put(reported, "finding-" + number);
    }
  }

  static String of(Report report) throws IOException {
    return new HtmlReport(report).page();
  }

  private String page() throws IOException {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>%1$s: findings of Baton</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <header>
        <h1>%1$s</h1>
        <p>%3$s</p>
        </header>
        <main>
        %4$s%5$s%6$s</main>
        <footer>Baton %7$s</footer>
        </body>
        </html>
        """
        .formatted(
            Html.escape(report.project()),
            style(),
            Html.escape(report.summary()),
            tableOfChecks(),
            checks(),
            modules(),
            Html.escape(report.version()));
  }

  private static String style() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(STYLE), STYLE)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private String tableOfChecks() {
    if (ids.isEmpty()) {
      return "";
    }
    StringBuilder rows = new StringBuilder();
    byCheck()
        .forEach(
            (check, findings) ->
                rows.append(
                    """
                    <tr><td><a href="#%1$s">%1$s</a></td><td>%2$s</td><td class="count">%3$d</td>\
                    <td class="count">%4$d</td></tr>
                    """
                        .formatted(
                            Html.escape(check),
                            severities(findings),
                            findings.size(),
                            findings.stream().filter(r -> r.fix().isPresent()).count())));
    return """
        <div class="wide"><table>
        <tr><th>check</th><th>severity</th><th>findings</th><th>with a fix</th></tr>
        %s</table></div>
        """
        .formatted(rows);
  }

  private static String severities(List<ReportedFinding> findings) {
    return String.join(
        ", ",
        findings.stream()
            .map(r -> r.finding().severity().word())
            .distinct()
            .map(word -> "<span class=\"" + word + "\">" + word + "</span>")
            .toList());
  }

  private String checks() throws IOException {
    StringBuilder html = new StringBuilder();
    for (Map.Entry<String, List<ReportedFinding>> check : byCheck().entrySet()) {
      html.append(
          """
          <section id="%1$s">
          <h2>%1$s</h2>
          %2$s"""
              .formatted(Html.escape(check.getKey()), about(check.getKey())));
      for (ReportedFinding reported : check.getValue()) {
        html.append(new HtmlFinding(reported, report).html(id(reported)));
      }
      html.append("</section>\n");
    }
    return html.toString();
  }

  private String about(String check) {
    return report
        .pages()
        .of(check)
        .map(page -> "<p>" + Html.message(page.summary()) + "</p>\n" + Html.markdown(page.why()))
        .orElse("");
  }

  private String modules() {
    StringBuilder html = new StringBuilder("<section id=\"by-module\">\n<h2>By module</h2>\n");
    for (String module : report.modules()) {
      List<ReportedFinding> findings =
          report.findings().stream().filter(r -> r.module().equals(module)).toList();
      html.append("<h3>")
          .append(Html.escape(module))
          .append("</h3>\n<p>")
          .append(findings.isEmpty() ? "no findings" : Plural.of(findings.size(), "finding"))
          .append("</p>\n");
      if (!findings.isEmpty()) {
        html.append("<ul>\n");
        findings.forEach(reported -> html.append(link(reported)));
        html.append("</ul>\n");
      }
    }
    return html.append("</section>\n").toString();
  }

  private String link(ReportedFinding reported) {
    return "<li><a href=\"#%s\">%s</a> %s</li>\n"
        .formatted(
            id(reported),
            Html.escape(new HtmlFinding(reported, report).where()),
            Html.escape(reported.finding().check()));
  }

  private Map<String, List<ReportedFinding>> byCheck() {
    Map<String, List<ReportedFinding>> checks = new LinkedHashMap<>();
    ids.keySet()
        .forEach(r -> checks.computeIfAbsent(r.finding().check(), c -> new ArrayList<>()).add(r));
    return checks;
  }

  private String id(ReportedFinding reported) {
    return Objects.requireNonNull(ids.get(reported));
  }
}
