package dev.baton.maven;

import dev.baton.maven.driver.CodePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One finding in the HTML report: where, what, its lines, its fix, and how to suppress it. */
final class HtmlFinding {

  private final ReportedFinding reported;
  private final Path base;
  private final Sources sources;
  private final Optional<CheckPage> page;

  HtmlFinding(ReportedFinding reported, Report report) {
    this.reported = reported;
    this.base = report.base();
    this.sources = report.sources();
    this.page = report.pages().of(reported.finding().check());
  }

  /** With the id by which other parts of the report lead to it. */
  String html(String id) throws IOException {
    Finding finding = reported.finding();
    return """
        <article id="%s">
        <h3><span class="%s">%s</span> %s</h3>
        <p>%s</p>
        %s%s%s</article>
        """
        .formatted(
            id,
            finding.severity().word(),
            finding.severity().word(),
            Html.escape(where()),
            Html.message(finding.message()),
            SourceExcerpt.html(sources.text(finding.file()), finding.line()),
            fix(),
            suppress());
  }

  /** The file from where the build started, and the line. */
  String where() {
    Finding finding = reported.finding();
    return DisplayPath.of(base, finding.file()) + ":" + finding.line();
  }

  private String fix() throws IOException {
    if (reported.fix().isEmpty()) {
      return "";
    }
    Path file = reported.finding().file();
    String before = sources.text(file);
    String after =
        LineEndings.kept(before, ProposedFix.apply(List.of(reported.fix().get()), before));
    StringBuilder diff = new StringBuilder();
    for (String line : UnifiedDiff.of(DisplayPath.of(base, file), before, after)) {
      diff.append("<span class=\"")
          .append(kind(line))
          .append("\">")
          .append(Html.escape(line.replace("\r", "")))
          .append("\n</span>");
    }
    return """
        <details open=""><summary>Fix, which the goal <code>fix</code> makes</summary>
        <pre class="diff">%s</pre></details>
        """
        .formatted(diff);
  }

  private static String kind(String line) {
    if (line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("@@")) {
      return "place";
    }
    return line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "kept";
  }

  private String suppress() {
    CodePlace place = reported.finding().place();
    String check = Html.escape(reported.finding().check());
    String where =
        place.type().isEmpty()
            ? "the declaration"
            : "<code>" + Html.escape(place.declaration()) + "</code>";
    return """
        <details><summary>Suppress</summary>
        <p>On %s, or a smaller declaration around the line, with the reason:</p>
        <pre>@SuppressWarnings("%s") // why it is right here</pre>
        %s</details>
        """
        .formatted(where, check, page.map(p -> Html.markdown(p.suppress())).orElse(""));
  }
}
