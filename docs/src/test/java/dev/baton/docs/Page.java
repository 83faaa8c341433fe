package dev.baton.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A page, or a section of one, as its readers see it. */
record Page(String text) {

  private static final Pattern HEADING = Pattern.compile("(?m)^(#+) (.+)$");
  private static final Pattern CELL_BORDER = Pattern.compile("(?<!\\\\)\\|");

  /** The page in a file, from the folder of the pages. */
  static Page of(String file) throws IOException {
    return new Page(Files.readString(Path.of(file)));
  }

  /** The names of all headings of a level. */
  List<String> headings(int level) {
    return HEADING
        .matcher(text)
        .results()
        .filter(heading -> heading.group(1).length() == level)
        .map(heading -> heading.group(2))
        .toList();
  }

  /** What stands below a heading, with the headings below it. */
  Page section(String name) {
    List<MatchResult> headings = HEADING.matcher(text).results().toList();
    MatchResult start =
        headings.stream()
            .filter(heading -> heading.group(2).equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no heading " + name));
    int end =
        headings.stream()
            .filter(heading -> heading.start() > start.start())
            .filter(heading -> heading.group(1).length() <= start.group(1).length())
            .mapToInt(MatchResult::start)
            .findFirst()
            .orElse(text.length());
    return new Page(text.substring(start.end(), end));
  }

  /** The blocks of code in a language, in order. */
  List<String> code(String language) {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(text)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** The cells of all rows of all tables, without the rows of their heads. */
  List<List<String>> rows() {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).startsWith("| ") && !lines.get(i).startsWith("| ---"))
        .filter(i -> i + 1 == lines.size() || !lines.get(i + 1).startsWith("| ---"))
        .mapToObj(i -> cells(lines.get(i)))
        .toList();
  }

  private static List<String> cells(String row) {
    String[] cells = CELL_BORDER.split(row, -1);
    return Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList();
  }
}
