package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a build that are known, by one file for all its modules.
 *
 * <p>Where there is no file yet, all findings of the build are known, and written down at its end.
 *
 * <p>What it counts is kept with the build, in maps of the JDK's own types: modules may load this
 * plugin in class loaders of their own. They may also be built at the same time, which is why the
 * map of all counters is the lock for them.
 */
final class Baseline {

  private static final String KEY = "dev.baton.baseline ";

  /** How often each finding of the file is; absent where there is no file. */
  private static final String KNOWN = "known";

  /** How often each of them was not found yet. */
  private static final String LEFT = "left";

  private static final String FOUND = "found";

  /** Present when some code of the build was left out. */
  private static final String INCOMPLETE = "incomplete";

  private final Path file;
  private final Map<String, SortedMap<String, Integer>> counters;
  private final SortedMap<String, String> code;

  private Baseline(
      Path file, Map<String, SortedMap<String, Integer>> counters, SortedMap<String, String> code) {
    this.file = file;
    this.counters = counters;
    this.code = code;
  }

  /** That of a build, which reads the file when it is first asked for. */
  static Baseline of(SessionData build, Path file) throws IOException, MojoFailureException {
    String key = KEY + file;
    build.set(key, /* oldValue= */ null, new HashMap<String, SortedMap<String, Integer>>());
    build.set(key + " code", /* oldValue= */ null, new TreeMap<String, String>());
    @SuppressWarnings("unchecked") // nothing else uses this key
    var counters = (Map<String, SortedMap<String, Integer>>) build.get(key);
    @SuppressWarnings("unchecked") // nor this
    var code = (SortedMap<String, String>) build.get(key + " code");
    synchronized (counters) {
      if (counters.isEmpty()) {
        if (Files.exists(file)) {
          BaselineFile.Content content = BaselineFile.read(file);
          counters.put(KNOWN, content.counts());
          counters.put(LEFT, new TreeMap<>(content.counts()));
          code.putAll(content.code());
        }
        counters.put(FOUND, new TreeMap<>());
      }
    }
    return new Baseline(file, counters, code);
  }

  /** Those of a module's findings that are new, of equal ones the last. */
  List<Finding> newOf(List<Finding> findings) {
    List<Finding> fresh = new ArrayList<>();
    synchronized (counters) {
      for (Finding finding : findings) {
        FindingKey key = FindingKey.of(finding);
        counters(FOUND).merge(key.text(), 1, Integer::sum);
        code.putIfAbsent(key.text(), key.code());
        if (isRead() && !take(key.text())) {
          fresh.add(finding);
        }
      }
    }
    return fresh;
  }

  /** Notes that a module of the build is not looked at. */
  void skipModule() {
    synchronized (counters) {
      counters.put(INCOMPLETE, new TreeMap<>());
    }
  }

  /** Whether there is no file yet. */
  boolean isNew() {
    synchronized (counters) {
      return !isRead();
    }
  }

  /**
   * What there is to say at the end; writes the file if there was none.
   *
   * @param shrinks whether findings that are gone are taken out of the file
   * @param hasAll whether all modules that the file may be about are in this build
   */
  Optional<String> finish(boolean shrinks, boolean hasAll) throws IOException {
    synchronized (counters) {
      if (isNew()) {
        BaselineFile.Content content = new BaselineFile.Content(counters(FOUND), code);
        BaselineFile.write(file, content);
        return Optional.of(
            "Baton: there was no baseline "
                + file
                + ", so it was written, with "
                + Plural.of(content.number(), "finding")
                + "; from now on only others are reported");
      }
      int gone = counters(LEFT).values().stream().mapToInt(Integer::intValue).sum();
      if (!hasAll || counters.containsKey(INCOMPLETE)) {
        return shrinks
            ? Optional.of(
                "Baton: the baseline was not shrunk: this run did not look at all modules")
            : Optional.empty();
      }
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
      BaselineFile.write(file, shrunk());
      return Optional.of(
          "Baton: took "
              + Plural.of(gone, "finding")
              + " out of the baseline "
              + file
              + " that "
              + (gone == 1 ? "is" : "are")
              + " gone");
    }
  }

  /** Lets the next goal of the build read the file anew. */
  void forget() {
    synchronized (counters) {
      counters.clear();
      code.clear();
    }
  }

  private BaselineFile.Content shrunk() {
    SortedMap<String, Integer> kept = new TreeMap<>();
    counters(KNOWN)
        .forEach(
            (key, number) -> {
              int still = number - counters(LEFT).getOrDefault(key, 0);
              if (still > 0) {
                kept.put(key, still);
              }
            });
    return new BaselineFile.Content(kept, code);
  }

  private boolean isRead() {
    return counters.containsKey(KNOWN);
  }

  private boolean take(String key) {
    @Nullable Integer left = counters(LEFT).get(key);
    if (left == null || left == 0) {
      return false;
    }
    counters(LEFT).put(key, left - 1);
    return true;
  }

  private SortedMap<String, Integer> counters(String name) {
    return counters.getOrDefault(name, new TreeMap<>());
  }
}
