package dev.baton.maven;

import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.TextEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Analyses a small language: text in parentheses is a finding whose fix takes them away, text in
 * angle brackets a finding without a fix.
 *
 * <p>A file does not compile when {@code broken} stands outside of parentheses, or {@code late} in
 * its first line. The fix of {@code (again)} does not take them away, that of {@code (wide)} writes
 * a character that is not Latin, and {@code (choice)} has two fixes, of which the first is {@code
 * broken}.
 */
final class Brackets implements Analyzer {

  private final Sources sources;
  private final List<Path> files;
  private int runs;

  Brackets(Sources sources, Path... files) {
    this.sources = sources;
    this.files = List.of(files);
  }

  Sources sources() {
    return sources;
  }

  /** How often it was asked. */
  int runs() {
    return runs;
  }

  @Override
  public Analysis analyze(Map<Path, String> changed) throws IOException {
    runs++;
    Map<Path, String> texts = new HashMap<>();
    for (Path file : files) {
      texts.put(file, sources.text(file));
    }
    texts.putAll(changed);
    SortedSet<Finding> findings = new TreeSet<>();
    List<ProposedFix> fixes = new ArrayList<>();
    List<CompilerMessage> faults = new ArrayList<>();
    texts.forEach((file, text) -> analyze(file, text, findings, fixes, faults));
    fixes.sort(ProposedFix.IN_READING_ORDER);
    return new Analysis(findings, Set.of(), fixes, faults);
  }

  private static void analyze(
      Path file,
      String text,
      Set<Finding> findings,
      List<ProposedFix> fixes,
      List<CompilerMessage> faults) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '<' -> open.push(i);
        case '>' -> findings.add(finding(file, text, open.pop(), i));
        case ')' -> {
          int start = open.pop();
          Finding finding = finding(file, text, start, i);
          findings.add(finding);
          String inside = text.substring(start + 1, i);
          String fixed =
              switch (inside) {
                case "again" -> "(again )";
                case "wide" -> "\u4e2d";
                default -> inside;
              };
          if (inside.equals("choice")) {
            fixes.add(new ProposedFix(finding, new TextEdit(start, i + 1, "broken"), List.of()));
          }
          fixes.add(new ProposedFix(finding, new TextEdit(start, i + 1, fixed), List.of()));
        }
        default -> {
          boolean isLate = text.startsWith("late", i) && text.indexOf('\n') > i;
          if (open.isEmpty() && (isLate || text.startsWith("broken", i))) {
            faults.add(new CompilerMessage("ERROR", "broken", file.toString(), 1, 1, "", ""));
          }
        }
      }
    }
  }

  private static Finding finding(Path file, String text, int start, int end) {
    long line = text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    int column = start - text.lastIndexOf('\n', start);
    String message = text.substring(start + 1, end);
    return new Finding(Severity.WARNING, "Brackets", file, line, column, message, "");
  }
}
