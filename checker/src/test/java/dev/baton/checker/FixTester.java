package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.bugpatterns.BugChecker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Applies the fixes of one check, as users apply them, and looks at what comes out: the text, that
 * it compiles, and that all checks find in it what had no fix and nothing else.
 */
public final class FixTester {

  private final String check;
  private final String[] flags;
  private final SourceTree tree;
  private final Map<String, String> expected = new HashMap<>();

  /** Which files have a finding of the check with a fix (true) or none but without one (false). */
  private final Map<String, Boolean> fixable = new HashMap<>();

  private int rounds = 1;

  private FixTester(Class<? extends BugChecker> check, Path folder, String... flags) {
    this.check = check.getSimpleName();
    this.flags = flags;
    this.tree = new SourceTree(folder);
  }

  /** For the fixes of the check; the folder is an empty one. */
  public static FixTester of(Class<? extends BugChecker> check, Path folder, String... flags) {
    return new FixTester(check, folder, flags);
  }

  /** A file that the fixes change. */
  public FixTester changes(String name, String before, String after) {
    fixable.put(name, true);
    return add(name, before, after);
  }

  /** A file with findings of the check, for none of which there is a fix. */
  public FixTester leaves(String name, String text) {
    fixable.put(name, false);
    return add(name, text, text);
  }

  /** A file that has to be there and is not looked at. */
  public FixTester beside(String name, String text) {
    return add(name, text, text);
  }

  private FixTester add(String name, String before, String after) {
    tree.write(name, before);
    expected.put(name, after);
    return this;
  }

  /** How often the fixes have to be applied, where they overlap. */
  public FixTester inRounds(int number) {
    rounds = number;
    return this;
  }

  public void test() {
    ImmutableList<Finding> before = tree.findings(flags);
    Predicate<Finding> isFixed = found -> found.check().equals(check) && Fixes.isOffered(found);
    fixable.forEach((file, has) -> assertFixes(file, has, before, isFixed));

    for (int round = 1; round <= rounds; round++) {
      tree.patch(List.of(check), flags);
    }

    assertThat(tree.texts()).isEqualTo(ImmutableMap.copyOf(expected));
    assertThat(withoutPlaces(tree.findings(flags)))
        .containsExactlyElementsIn(
            withoutPlaces(before.stream().filter(isFixed.negate()).collect(toImmutableList())));
  }

  private void assertFixes(
      String file, boolean expected, ImmutableList<Finding> before, Predicate<Finding> isFixed) {
    ImmutableList<Finding> ofCheck =
        before.stream()
            .filter(found -> found.file().equals(file) && found.check().equals(check))
            .collect(toImmutableList());
    assertWithMessage("%s in %s", check, file).that(ofCheck).isNotEmpty();
    assertWithMessage(ofCheck.toString())
        .that(ofCheck.stream().anyMatch(isFixed))
        .isEqualTo(expected);
  }

  private static ImmutableList<String> withoutPlaces(ImmutableList<Finding> findings) {
    return findings.stream()
        .map(found -> found.file() + ": " + Fixes.withoutPlace(found))
        .collect(toImmutableList());
  }
}
