package dev.baton.checker.corpora;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The findings that somebody has read, {@code findings.txt}.
 *
 * @param rule the name of the sentence that the verdict follows from
 */
record Reviewed(String artifact, String place, String check, String verdict, String rule) {

  static final String TRUE = "true";
  static final String ACCEPTED = "accepted";
  static final String FALSE_ALARM = "false alarm";

  private static final String FILE = "findings.txt";
  private static final Pattern SENTENCE = Pattern.compile("(?m)^# \\[([\\w-]+)\\] (\\w+): (.+)$");

  /** A sentence of the page of a check. */
  record Sentence(String check, String text) {}

  static ImmutableList<Reviewed> all() {
    return Library.lines(FILE).stream().map(Reviewed::parse).collect(toImmutableList());
  }

  private static Reviewed parse(String line) {
    List<String> cells = Splitter.on('\t').splitToList(line);
    if (cells.size() != 5) {
      throw new AssertionError(FILE + ": not five cells: " + line);
    }
    return new Reviewed(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }

  /** The sentences by their names, which stand in the head of the file. */
  static ImmutableMap<String, Sentence> sentences() {
    ImmutableMap.Builder<String, Sentence> sentences = ImmutableMap.builder();
    try {
      String text = Files.readString(Library.CORPORA.resolve(FILE));
      for (MatchResult found : SENTENCE.matcher(text).results().toList()) {
        sentences.put(found.group(1), new Sentence(found.group(2), found.group(3)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences.buildOrThrow();
  }

  /** What is found, without what somebody thinks of it. */
  String finding() {
    return artifact + "\t" + place + "\t" + check;
  }
}
