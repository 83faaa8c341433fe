package dev.baton.maven;

import dev.baton.maven.driver.Declaration;
import dev.baton.maven.driver.TextEdit;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The annotation that suppresses a finding, as a change of its file. */
final class Suppression {

  /** Ends of comments, escapes, and what Java reads for bytes that it cannot. */
  private static final List<String> UNFIT = List.of("*/", "\\u", "\ufffd");

  private final String reason;

  private Suppression(String reason) {
    this.reason = reason;
  }

  /** Takes the reason as users write it; it goes into comments of both kinds. */
  static Suppression because(@Nullable String reason) throws MojoFailureException {
    String words = reason == null ? "" : reason.strip();
    if (words.isEmpty()) {
      throw new MojoFailureException(
          "baton.reason is missing: say with -Dbaton.reason='...' why the findings are right as they"
              + " are; it is written beside each annotation");
    }
    if (words.lines().count() > 1 || UNFIT.stream().anyMatch(words::contains)) {
      throw new MojoFailureException(
          "baton.reason is '"
              + words
              + "', but must fit into a comment: one line, without */ or \\u, of characters that the"
              + " locale of this command has");
    }
    return new Suppression(words);
  }

  /** An annotation for each of the declarations around the finding, the innermost first. */
  List<ProposedFix> of(Finding finding, String text) {
    return finding.place().around().stream()
        .map(
            declaration ->
                declaration.hasSuppression()
                    ? added(finding.check(), text, declaration)
                    : inserted(finding.check(), text, declaration.start()))
        .map(edit -> new ProposedFix(finding, edit, List.of()))
        .toList();
  }

  /** A line of its own, or in the line where something else stands before the declaration. */
  private TextEdit inserted(String check, String text, int start) {
    String annotation = "@SuppressWarnings(\"" + check + "\") ";
    String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
    return new TextEdit(
        start,
        start,
        before.isBlank()
            ? annotation + "// " + reason + "\n" + before
            : annotation + "/* " + reason + " */ ");
  }

  /** One more name, with a reason of its own, in the annotation that is there. */
  private TextEdit added(String check, String text, Declaration declaration) {
    int start = declaration.suppressed();
    int end = declaration.suppressedEnd();
    String names = text.substring(start, end);
    String name = "\"" + check + "\" /* " + reason + " */";
    if (!names.startsWith("{")) {
      return new TextEdit(start, end, "{" + names + ", " + name + "}");
    }
    return new TextEdit(end, end, names.equals("{") ? name : ", " + name);
  }
}
