package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Applies fixes until there is none left, and keeps those with which all still compiles and fewer
 * findings are left.
 *
 * <p>Of two fixes that meet in the text only one can be made at once: the other waits for the next
 * round, in which the checks look at what the first has made. When a round is no good, its halves
 * are tried, down to the single fixes that spoil it.
 */
final class FixRounds {

  /** More than blocks are nested. */
  static final int MOST = 30;

  static final String READ_ONLY = "the file is read-only";
  static final String NOT_ENCODABLE = "the encoding of the file lacks a character that it needs";
  static final String BREAKS = "the code would not compile";
  static final String NO_HELP = "the finding would stay";
  static final String MORE_ROUNDS = "it takes another run of this goal";

  private final Analyzer analyzer;
  private final Sources sources;
  private final Set<Finding> found;
  private final SortedMap<Path, String> texts = new TreeMap<>();
  private final Set<Finding> fixed = new TreeSet<>();
  private final Map<Change, String> refused = new HashMap<>();

  /** What is known of the texts. */
  private Analysis analysis;

  /** Starts from what is found in the sources as they are. */
  FixRounds(Analysis first, Analyzer analyzer, Sources sources) {
    this.analysis = first;
    this.analyzer = analyzer;
    this.sources = sources;
    this.found = first.findings();
  }

  FixOutcome run() throws IOException, MojoExecutionException {
    for (int round = 0; round < MOST; round++) {
      List<ProposedFix> fixes = fixes();
      if (fixes.isEmpty()) {
        break;
      }
      new Round(fixes).keepWhatIsGood(fixes);
    }
    return outcome();
  }

  /**
   * The fixes that can be made of the texts as they are, all at once. Of several for one finding,
   * that is the first that can be used at all, or none in this round.
   */
  private List<ProposedFix> fixes() throws IOException {
    List<ProposedFix> fixes = new ArrayList<>();
    Set<Finding> decided = new HashSet<>();
    for (ProposedFix fix : analysis.fixes()) {
      boolean usable =
          !decided.contains(fix.finding())
              && sources.isHandwritten(fix.file())
              && obstacle(fix).isEmpty();
      if (usable) {
        decided.add(fix.finding());
        if (fixes.stream().noneMatch(fix::meets)) {
          fixes.add(fix);
        }
      }
    }
    return fixes;
  }

  /** Why a fix cannot be used. */
  private Optional<String> obstacle(ProposedFix fix) throws IOException {
    if (sources.isReadOnly(fix.file())) {
      return Optional.of(READ_ONLY);
    }
    if (!fix.edits().allMatch(edit -> sources.canEncode(fix.file(), edit.text()))) {
      return Optional.of(NOT_ENCODABLE);
    }
    Change change = Change.of(fix, lineAtFirst(fix.finding()), text(fix.file()));
    return Optional.ofNullable(refused.get(change));
  }

  private FixOutcome outcome() throws IOException {
    Map<Finding, Finding> left = asFound(analysis.findings());
    Set<Finding> leftInTests = new TreeSet<>();
    for (Finding finding : analysis.inTests()) {
      leftInTests.add(left.get(finding));
    }
    SortedMap<Finding, String> unused = new TreeMap<>();
    for (ProposedFix fix : analysis.fixes()) {
      if (sources.isHandwritten(fix.file())) {
        unused.put(left.get(fix.finding()), obstacle(fix).orElse(MORE_ROUNDS));
      }
    }
    return new FixOutcome(
        texts, found, List.copyOf(fixed), new TreeSet<>(left.values()), leftInTests, unused);
  }

  /** Findings of the texts as users know them: each as it was found at first, if it was. */
  private Map<Finding, Finding> asFound(Collection<Finding> findings) throws IOException {
    Set<Finding> taken = new HashSet<>(fixed);
    Map<Finding, Finding> known = new HashMap<>();
    for (Finding finding : findings) {
      int line = lineAtFirst(finding);
      Finding first =
          found.stream()
              .filter(f -> f.file().equals(finding.file()) && f.check().equals(finding.check()))
              .filter(f -> f.line() == line && !taken.contains(f))
              .min(Comparator.comparing(f -> !f.message().equals(finding.message())))
              .orElse(finding.onLine(line));
      taken.add(first);
      known.put(finding, first);
    }
    return known;
  }

  private int lineAtFirst(Finding finding) throws IOException {
    int line = (int) finding.line();
    String text = texts.get(finding.file());
    return text == null ? line : new LineMap(sources.text(finding.file()), text).before(line);
  }

  private String text(Path file) throws IOException {
    String text = texts.get(file);
    return text == null ? sources.text(file) : text;
  }

  /** What a fix of a finding makes of whole lines: the same wherever these lines are. */
  private record Change(Path file, long line, String check, String before, String after) {

    static Change of(ProposedFix fix, long lineAtFirst, String text) {
      int lineStart = text.lastIndexOf('\n', fix.code().start() - 1) + 1;
      int lineEnd = text.indexOf('\n', fix.code().end());
      return new Change(
          fix.file(),
          lineAtFirst,
          fix.finding().check(),
          text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd),
          fix.code().text());
    }
  }

  /** Adds fixes to the texts as they are at its start. */
  private final class Round {
    private final Map<Path, String> start = new HashMap<>(texts);
    private final Map<Finding, Finding> known;
    private final List<ProposedFix> kept = new ArrayList<>();

    Round(List<ProposedFix> fixes) throws IOException {
      known = asFound(fixes.stream().map(ProposedFix::finding).toList());
    }

    void keepWhatIsGood(List<ProposedFix> fixes) throws IOException, MojoExecutionException {
      Map<Path, String> changed = withKeptAnd(fixes);
      Analysis result = analyzer.analyze(changed);
      if (result.compiles() && helps(fixes, result)) {
        fixes.forEach(fix -> fixed.add(known.get(fix.finding())));
        kept.addAll(fixes);
        texts.putAll(changed);
        analysis = result;
      } else if (fixes.size() == 1) {
        ProposedFix fix = fixes.get(0);
        long line = known.get(fix.finding()).line();
        refused.put(
            Change.of(fix, line, startOf(fix.file())), result.compiles() ? NO_HELP : BREAKS);
      } else {
        int half = fixes.size() / 2;
        keepWhatIsGood(fixes.subList(0, half));
        keepWhatIsGood(fixes.subList(half, fixes.size()));
      }
    }

    /** Whether each of the checks finds less in the files it would fix. */
    private boolean helps(List<ProposedFix> fixes, Analysis result) {
      return fixes.stream()
          .map(ProposedFix::finding)
          .allMatch(f -> result.count(f.file(), f.check()) < analysis.count(f.file(), f.check()));
    }

    private Map<Path, String> withKeptAnd(List<ProposedFix> fixes) throws IOException {
      Map<Path, List<ProposedFix>> byFile = new HashMap<>();
      for (ProposedFix fix : Stream.concat(kept.stream(), fixes.stream()).toList()) {
        byFile.computeIfAbsent(fix.file(), key -> new ArrayList<>()).add(fix);
      }
      Map<Path, String> changed = new HashMap<>(start);
      for (Path file : byFile.keySet()) {
        changed.put(file, ProposedFix.apply(byFile.get(file), startOf(file)));
      }
      return changed;
    }

    private String startOf(Path file) throws IOException {
      String text = start.get(file);
      return text == null ? sources.text(file) : text;
    }
  }
}
