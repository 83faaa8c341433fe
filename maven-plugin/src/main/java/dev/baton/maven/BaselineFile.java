package dev.baton.maven;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The file that says which findings are known: a line for each, sorted, so that a version control
 * shows and merges its changes.
 */
final class BaselineFile {

  private static final List<String> HEADER =
      List.of(
          "# Baton's baseline: findings that are known, and do not fail the build.",
          "# check class#member hash-of-the-code how-often code-as-it-was");

  private static final Pattern LINE =
      Pattern.compile("(\\w+ \\S+ [0-9a-f]{12}) ([1-9][0-9]{0,6})(?: (.*))?");

  private BaselineFile() {}

  /**
   * How often each finding is known.
   *
   * @param counts numbers by the text of {@link FindingKey}
   * @param code what the findings are about, by the same text
   */
  record Content(SortedMap<String, Integer> counts, SortedMap<String, String> code) {

    Content() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    int number() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  static Content read(Path file) throws IOException, MojoFailureException {
    Content content = new Content();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher fields = LINE.matcher(line.stripTrailing());
      if (!fields.matches()) {
        throw fault(file, number, "is not one of Baton's: '" + line.strip() + "'");
      }
      String key = fields.group(1);
      if (content.counts.putIfAbsent(key, Integer.parseInt(fields.group(2))) != null) {
        throw fault(file, number, "has the finding of an earlier line: '" + key + "'");
      }
      String code = fields.group(3);
      content.code.put(key, code == null ? "" : code);
    }
    return content;
  }

  /** Complete before it takes the place of the old one. */
  static void write(Path file, Content content) throws IOException {
    List<String> lines = new ArrayList<>(HEADER);
    content.counts.forEach(
        (key, count) ->
            lines.add(
                (key + " " + count + " " + content.code.getOrDefault(key, "")).stripTrailing()));
    WholeFile.write(file, String.join("\n", lines) + "\n");
  }

  private static List<String> lines(Path file) throws IOException, MojoFailureException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new MojoFailureException(
          "the baseline " + file + " is not a text in UTF-8; name another file, or delete it", e);
    }
  }

  private static MojoFailureException fault(Path file, int line, String what) {
    return new MojoFailureException(
        "line "
            + line
            + " of the baseline "
            + file
            + " "
            + what
            + "; take the line out, or delete the file and run again to have it written anew");
  }
}
