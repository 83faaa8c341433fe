package dev.baton.checker.differential;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import dev.baton.checker.differential.recording.Run;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * LostCancel against what is observed: each of many random programs is compiled with the check, and
 * the class that javac has made is run in every way, with contexts that record whether they were
 * cancelled or handed over. A context is told to be lost exactly when some run loses it.
 *
 * <p>A program chooses, and a callee throws, independently of anything else, so each path that the
 * check can see is one that some run takes. Left out by construction is what cannot be decided so:
 *
 * <ul>
 *   <li>correlated conditions. What is done where a local is null or done stands in the branches of
 *       one test only, made when nothing else was done to the local; other tests of it only
 *       discharge it, and a flag is tested only to discharge what it tells of;
 *   <li>calls that cannot throw where the exceptions of callees are followed: but for methods of
 *       contexts that throw nothing, all that programs call there are their own callees, which can.
 *       A guarded call is followed by one that is not;
 *   <li>what counts as a discharge by the contract and cannot be seen to be one: a lambda that
 *       cancels on some ways only or is dropped, a local of type Object, a local that is one of two
 *       others, an owner that is returned through a finally or a close which may end otherwise;
 *   <li>loops that no run leaves, more than two rounds of a loop, and copies from local to local
 *       that would need them; statements that no run reaches;
 *   <li>fields, {@code main}, and names with a meaning.
 * </ul>
 *
 * <p>Where conditions may depend on each other, the check has to tell at least what is lost.
 *
 * <p>{@code -Dbaton.seed} and {@code -Dbaton.programs} make other programs, or more.
 */
final class LostCancelAgainstRunsTest {

  private static final long SEED = Long.getLong("baton.seed", 20_261_101L);
  private static final int PROGRAMS = Integer.getInteger("baton.programs", 20_000);

  /** How many are compiled at once. */
  private static final int BATCH = 500;

  @Test
  void tellsWhatTheRunsShow() {
    Sums sums = compare(PROGRAMS, Mode.EXACT);
    // Otherwise a check that always speaks, or never, would be right too often.
    assertThat(sums.lost).isGreaterThan(sums.created / 4);
    assertThat(sums.lost).isLessThan(sums.created * 3 / 4);
  }

  @Test
  void tellsWhatTheRunsShowInStrict() {
    compare(PROGRAMS / 10, Mode.STRICT);
  }

  @Test
  void missesNothingWhereConditionsDependOnEachOther() {
    compare(PROGRAMS / 10, Mode.CORRELATED);
  }

  private static final class Sums {
    int programs;
    int created;
    int lost;
    long runs;

    void add(Run.Observed observed) {
      programs++;
      created += observed.created().size();
      lost += observed.lost().size();
      runs += observed.runs();
    }
  }

  private static Sums compare(int count, Mode mode) {
    Random random = new Random(SEED);
    Sums sums = new Sums();
    while (sums.programs < count) {
      for (Verdict verdict : new Programs(batch(random, mode), mode).verdicts()) {
        if (!verdict.isDecided() || !verdict.isRight()) {
          fail(verdict, mode);
        }
        sums.add(verdict.observed);
      }
    }
    System.out.printf(
        "Seed %d, %d programs %s: of %d creations %d are lost by some of %d runs.%n",
        SEED, sums.programs, mode, sums.created, sums.lost, sums.runs);
    return sums;
  }

  private static ImmutableList<Program> batch(Random random, Mode mode) {
    ImmutableList.Builder<Program> programs = ImmutableList.builder();
    for (int i = 0; i < BATCH; i++) {
      programs.add(Program.of(RandomProgram.named("p" + i, random, mode)));
    }
    return programs.build();
  }

  private static void fail(Verdict verdict, Mode mode) {
    Verdict smaller =
        verdict.isDecided()
            ? judged(Shrinking.of(verdict.program, program -> isWrong(program, mode)), mode)
            : verdict;
    assertWithMessage(
            "Seed %s, %s:\n%s\nshrunk from\n%s",
            SEED, mode, smaller.inWords(), String.join("\n", verdict.program.lines()))
        .fail();
  }

  private static boolean isWrong(Program program, Mode mode) {
    Programs alone = new Programs(ImmutableList.of(program), mode);
    return alone.compile()
        && alone.verdicts().stream().anyMatch(verdict -> verdict.isDecided() && !verdict.isRight());
  }

  private static Verdict judged(Program program, Mode mode) {
    return new Programs(ImmutableList.of(program), mode).verdicts().get(0);
  }
}
