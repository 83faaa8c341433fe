package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * All fixes together, on a copy of the fixtures: what they change compiles, and the findings that
 * are left are those for which there was no fix.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FixesTest {

  private static final ImmutableSet<String> CHECKS =
      AnalyzerSetup.CHECKS.stream().map(Class::getSimpleName).collect(toImmutableSet());

  /** The checks that have a fix: each must have changed something, or this test shows nothing. */
  private static final ImmutableSet<String> FIXING =
      ImmutableSet.of(
          "AttachWithoutDetach",
          "BlockingIgnoresContext",
          "ContextKeyIdentity",
          "ContextNotFirst",
          "ContextParameterName",
          "DetachedContext",
          "DroppedContext",
          "LostCancel",
          "NullContext",
          "PublicContextKey",
          "StoredContext",
          "UnusedDerivedContext");

  /** Each fix is in the way of others, and some are possible only once others are made. */
  private static final String TANGLE =
      """
      package tangle;

      import dev.baton.context.*;
      import java.time.Duration;

      public class Tangle {
        private static final Context ROOT = Context.background();
        public static final Key<String> USER = Key.of("user");

        String find(String id, boolean fast) {
          return read(read(id, null), fast ? ROOT : null) + load(USER, read(id, ROOT), null);
        }

        private String read(String id, Context ctx) {
          CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(1));
          if (id.isBlank() || isOver()) {
            return load(USER, id, ROOT);
          }
          String found = load(USER, id, timed) + load(Tangle.USER, read(id, null), ROOT);
          timed.close();
          return found;
        }

        static boolean isOver(Context c) {
          return c.isDone() || isOver(Context.todo());
        }

        static String attached(Context c, io.grpc.Context call) {
          io.grpc.Context previous = call.attach();
          String found = load(USER, "attached", null);
          call.detach(previous);
          return found;
        }

        static boolean isOver() {
          return false;
        }

        private static String load(Key<String> key, String id, Context c) {
          Context named = c.withValue(key, id);
          for (int i = 0; i < id.length(); i++) {
            c = c.withValue(key, id);
          }
          try (CancellableContext own = c.withCancel()) {
            new Thread(() -> own.throwIfDone()).start();
            Thread.sleep(1);
          } catch (InterruptedException e) {
            return id;
          }
          return id.isEmpty() ? load(key, c.value(USER), null) : id + c.value(Key.<String>of("id"));
        }
      }
      """;

  /** A fix that overlaps another waits for the next round, and some mend what others made. */
  private static final int MAX_ROUNDS = 10;

  private ImmutableList<Finding> before = ImmutableList.of();
  private ImmutableList<Finding> after = ImmutableList.of();
  private ImmutableMap<String, String> original = ImmutableMap.of();
  private ImmutableMap<String, String> patched = ImmutableMap.of();

  @BeforeAll
  void applyAllFixes(@TempDir Path folder) throws IOException {
    SourceTree tree = new SourceTree(folder);
    for (Path file : Fixtures.filesBelow(Fixtures.folder())) {
      tree.write(Fixtures.folder().relativize(file).toString(), Files.readString(file));
    }
    original = tree.texts();
    before = tree.findings(Fixtures.MODELS);
    patchUntilAtRest(tree);
    patched = tree.texts();
    after = tree.findings(Fixtures.MODELS);
  }

  /** As often as there is something to change, which must not be for ever. */
  private static void patchUntilAtRest(SourceTree tree) {
    for (int round = 1; round <= MAX_ROUNDS; round++) {
      ImmutableMap<String, String> before = tree.texts();
      tree.patch(CHECKS, Fixtures.MODELS);
      if (tree.texts().equals(before)) {
        return;
      }
    }
    throw new AssertionError("not at rest after " + MAX_ROUNDS + " rounds: " + tree.texts());
  }

  @Test
  void eachCheckWithAFixHasChangedSomething() {
    ImmutableList<Finding> fixed =
        before.stream().filter(Fixes::isOffered).collect(toImmutableList());

    assertThat(checksOf(fixed)).isEqualTo(FIXING);
  }

  @Test
  void whatHasAFixIsGoneAndNothingNewIsFound() {
    ImmutableListMultimap<String, String> unfixable =
        byFile(before.stream().filter(found -> !Fixes.isOffered(found)).collect(toImmutableList()));
    ImmutableListMultimap<String, String> left = byFile(after);

    assertThat(unfixable).isNotEmpty();
    for (String file : Sets.union(unfixable.keySet(), left.keySet())) {
      assertWithMessage("%s, which the fixes made\n%s", file, patched.get(file))
          .that(left.get(file))
          .containsExactlyElementsIn(unfixable.get(file));
    }
  }

  @Test
  void onlyFilesWithAFixAreChanged() {
    ImmutableSet<String> changed =
        original.entrySet().stream()
            .filter(file -> !file.getValue().equals(patched.get(file.getKey())))
            .map(Map.Entry::getKey)
            .collect(toImmutableSet());

    assertThat(changed)
        .isEqualTo(
            before.stream().filter(Fixes::isOffered).map(Finding::file).collect(toImmutableSet()));
  }

  @Test
  void fixesInEachOthersWayAreMadeOneAfterTheOther(@TempDir Path folder) {
    SourceTree tree = new SourceTree(folder);
    tree.write("tangle/Tangle.java", TANGLE);
    assertThat(checksOf(tree.findings(Fixtures.MODELS))).containsAtLeastElementsIn(FIXING);

    patchUntilAtRest(tree);

    assertWithMessage(tree.texts().toString())
        .that(Sets.intersection(checksOf(tree.findings(Fixtures.MODELS)), FIXING))
        .isEmpty();
  }

  private static ImmutableSet<String> checksOf(ImmutableList<Finding> findings) {
    return findings.stream().map(Finding::check).collect(toImmutableSet());
  }

  private static ImmutableListMultimap<String, String> byFile(ImmutableList<Finding> findings) {
    return ImmutableListMultimap.copyOf(
        Multimaps.transformValues(Multimaps.index(findings, Finding::file), Fixes::withoutPlace));
  }
}
