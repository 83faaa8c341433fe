package dev.baton.maven;

import dev.baton.maven.driver.TextEdit;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What would fix a finding.
 *
 * @param code what changes in the code
 * @param imports the imports that the changed code needs
 */
record ProposedFix(Finding finding, TextEdit code, List<TextEdit> imports) {

  static final Comparator<ProposedFix> IN_READING_ORDER =
      Comparator.comparing(ProposedFix::file).thenComparingInt(fix -> fix.code().start());

  Path file() {
    return finding.file();
  }

  Stream<TextEdit> edits() {
    return Stream.concat(Stream.of(code), imports.stream());
  }

  /** Whether only one of the two can be made of the text as it is. Both may need an import. */
  boolean meets(ProposedFix other) {
    return file().equals(other.file())
        && (other.edits().anyMatch(code::meets) || imports.stream().anyMatch(other.code::meets));
  }

  /** The text with these fixes, which are all of one file and do not meet. */
  static String apply(List<ProposedFix> fixes, String text) {
    List<TextEdit> edits =
        fixes.stream()
            .flatMap(ProposedFix::edits)
            .distinct()
            .sorted(
                Comparator.comparingInt(TextEdit::start)
                    .thenComparingInt(TextEdit::end)
                    .thenComparing(TextEdit::text))
            .toList();
    StringBuilder fixed = new StringBuilder();
    int done = 0;
    for (TextEdit edit : edits) {
      fixed.append(text, done, edit.start()).append(edit.text());
      done = edit.end();
    }
    return fixed.append(text, done, text.length()).toString();
  }
}
