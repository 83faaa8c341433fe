package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The findings of a run that are known, by one file for all its modules.
 *
 * <p>Where there is no file yet, all findings of the run are known, and written down at its end.
 *
 * <p>What was found is kept with the run, in collections of the JDK's own types: modules may load
 * this plugin in class loaders of their own. They may also be built at the same time, which is why
 * what was found is the lock for all of them.
 */
final class Baseline {

  private static final String KEY = "dev.baton.baseline ";

  /** Some code of the run was not looked at. */
  private static final String LEFT_OUT = "left out";

  private static final String SHRINKS = "shrinks";

  private final Path file;

  /** How often each finding was found, by module: one that is looked at again counts once. */
  private final Map<String, SortedMap<String, Integer>> found;

  private final Map<String, String> code;
  private final Set<String> notes;

  private Baseline(GoalRun run, Path file) {
    String key = KEY + run.name() + " " + file;
    this.file = file;
    this.found = shared(run, key + " found", new HashMap<>());
    this.code = shared(run, key + " code", new HashMap<>());
    this.notes = shared(run, key + " notes", new HashSet<>());
  }

  /** That of a run, for all modules that name this file. */
  static Baseline of(GoalRun run, Path file) {
    Set<String> files = files(run);
    synchronized (files) {
      files.add(file.toString());
    }
    return new Baseline(run, file);
  }

  /** Those of all files that modules of a run named; they are forgotten then. */
  static List<Baseline> takeAll(GoalRun run) {
    Set<String> files = files(run);
    synchronized (files) {
      List<Baseline> all =
          files.stream().sorted().map(file -> new Baseline(run, Path.of(file))).toList();
      files.clear();
      return all;
    }
  }

  private static Set<String> files(GoalRun run) {
    return shared(run, KEY + run.name(), new HashSet<>());
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // nothing else uses these keys
  private static <T> T shared(GoalRun run, String key, T empty) {
    run.data().set(key, /* oldValue= */ null, empty);
    return (T) run.data().get(key);
  }

  /** Whether there is no file yet. */
  boolean isNew() {
    return !Files.exists(file);
  }

  /** Fails where the file cannot be read, or is not there and cannot be written by this run. */
  void requireFor(GoalRun run) throws IOException, MojoFailureException {
    if (isNew() && run.part().isPresent()) {
      throw new MojoFailureException(
          "there is no baseline "
              + file
              + ", and this is no run to write it, since "
              + run.part().get()
              + "; run the goal check once from the command line, for the whole project and with"
              + " -Dbaton.baseline, and commit the file");
    }
    known();
  }

  /** Those of a module's findings that are new, of equal ones the last. */
  List<Finding> newOf(String module, List<Finding> findings)
      throws IOException, MojoFailureException {
    Optional<SortedMap<String, Integer>> known = known().map(BaselineFile.Content::counts);
    List<Finding> fresh = new ArrayList<>();
    synchronized (found) {
      SortedMap<String, Integer> here = new TreeMap<>();
      found.put(module, here);
      for (Finding finding : findings) {
        FindingKey key = FindingKey.of(finding);
        here.merge(key.text(), 1, Integer::sum);
        code.putIfAbsent(key.text(), key.code());
        if (known.isPresent() && found(key.text()) > known.get().getOrDefault(key.text(), 0)) {
          fresh.add(finding);
        }
      }
    }
    return fresh;
  }

  /** Notes that a module is not looked at. */
  void leaveOut() {
    note(LEFT_OUT);
  }

  /** Asks for findings that are gone to be taken out of the file. */
  void shrink() {
    note(SHRINKS);
  }

  private void note(String note) {
    synchronized (found) {
      notes.add(note);
    }
  }

  /**
   * What there is to say at the end; writes the file if there was none, or if it is to shrink.
   *
   * @param base where the build starts
   */
  Optional<String> finish(GoalRun run, Path base) throws IOException, MojoFailureException {
    synchronized (found) {
      Optional<String> said = isNew() ? write(run) : compare(run, base);
      found.clear();
      code.clear();
      notes.clear();
      return said;
    }
  }

  private Optional<String> write(GoalRun run) throws IOException {
    if (found.isEmpty() || run.part().isPresent()) {
      return Optional.empty();
    }
    SortedMap<String, Integer> counts = new TreeMap<>();
    found.values().forEach(here -> here.forEach((key, n) -> counts.merge(key, n, Integer::sum)));
    BaselineFile.Content content = new BaselineFile.Content(counts, new TreeMap<>(code));
    BaselineFile.write(file, content);
    return Optional.of(
        "Baton: there was no baseline "
            + file
            + ", so it was written, with "
            + Plural.of(content.number(), "finding")
            + "; from now on only others are reported");
  }

  private Optional<String> compare(GoalRun run, Path base)
      throws IOException, MojoFailureException {
    boolean shrinks = notes.contains(SHRINKS);
    Optional<String> obstacle = run.part().or(() -> obstacle(base));
    if (obstacle.isPresent()) {
      return shrinks
          ? Optional.of("Baton: the baseline " + file + " was not shrunk, since " + obstacle.get())
          : Optional.empty();
    }
    BaselineFile.Content content = known().orElseThrow();
    SortedMap<String, Integer> kept = new TreeMap<>();
    content
        .counts()
        .forEach(
            (key, number) -> {
              int still = Math.min(number, found(key));
              if (still > 0) {
                kept.put(key, still);
              }
            });
    BaselineFile.Content shrunk = new BaselineFile.Content(kept, content.code());
    int gone = content.number() - shrunk.number();
    if (gone == 0) {
      return Optional.empty();
    }
    if (!shrinks) {
      return Optional.of(
          "Baton: "
              + Plural.of(gone, "finding")
              + " of the baseline "
              + (gone == 1 ? "is" : "are")
              + " gone; -Dbaton.baseline.shrink takes "
              + (gone == 1 ? "it" : "them")
              + " out");
    }
    BaselineFile.write(file, shrunk);
    return Optional.of(
        "Baton: took "
            + Plural.of(gone, "finding")
            + " out of the baseline "
            + file
            + " that "
            + (gone == 1 ? "is" : "are")
            + " gone");
  }

  /** Why a run for a whole project does not tell what is gone. */
  private Optional<String> obstacle(Path base) {
    if (notes.contains(LEFT_OUT)) {
      return Optional.of("this run skips modules");
    }
    return file.startsWith(base)
        ? Optional.empty()
        : Optional.of("it may be about more than what is in " + base);
  }

  private Optional<BaselineFile.Content> known() throws IOException, MojoFailureException {
    return isNew() ? Optional.empty() : Optional.of(BaselineFile.read(file));
  }

  /** How often a finding was found in all modules. */
  private int found(String key) {
    return found.values().stream().mapToInt(here -> here.getOrDefault(key, 0)).sum();
  }
}
