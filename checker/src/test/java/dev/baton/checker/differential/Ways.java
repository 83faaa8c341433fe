package dev.baton.checker.differential;

import java.util.List;
import java.util.function.BooleanSupplier;

/** About how many runs a program will have, counted while it is written so that it stays small. */
final class Ways {

  /** So many are enough. */
  private double many = 150;

  /** Ways that lead to where the text ends. */
  private double here = 1;

  /** Ways that leave the try at hand, or the program, by an exception of a callee. */
  private double thrown;

  /** Ways that a jump has taken elsewhere. */
  private double gone;

  /** Whether there may be so many times as many. */
  boolean mayGrow(double factor) {
    return all() * factor <= many;
  }

  /** Whether all can be run. */
  boolean areFew() {
    return all() < 4 * many;
  }

  private double all() {
    return here + thrown + gone;
  }

  /** A call throws one of some exceptions, or none. */
  void mayThrow(int exceptions) {
    thrown += here * exceptions;
  }

  /** An expression has one of some outcomes. */
  void choose(int outcomes) {
    here *= outcomes;
  }

  void jump() {
    gone += here;
    here = 0;
  }

  /** One of the arms is run; whether the end of one can be reached. */
  boolean oneOf(List<BooleanSupplier> arms) {
    double entry = here;
    double after = 0;
    boolean ends = false;
    for (BooleanSupplier arm : arms) {
      here = entry;
      ends |= arm.getAsBoolean();
      after += here;
    }
    here = after;
    return ends;
  }

  /** A part that is run up to twice; its jumps may lead to its end. */
  boolean rounds(BooleanSupplier body) {
    double entry = here;
    double thrownBefore = thrown;
    double goneBefore = gone;
    double manyOutside = many;
    many = all() * Math.sqrt(Math.max(1, many / all()));
    boolean ends = body.getAsBoolean();
    many = manyOutside;
    double growth = here / entry;
    thrown = thrownBefore + (thrown - thrownBefore) * (1 + growth);
    here = entry * (1 + growth + growth * growth) + (gone - goneBefore) * (1 + growth);
    return ends;
  }

  /** A unit of its own: however it ends, its caller goes on. */
  void apart(Runnable unit) {
    double thrownBefore = thrown;
    double goneBefore = gone;
    unit.run();
    here += thrown - thrownBefore + gone - goneBefore;
    thrown = thrownBefore;
    gone = goneBefore;
  }

  /** A try and its handlers; whether the end of one of them can be reached. */
  boolean caught(BooleanSupplier block, List<BooleanSupplier> handlers) {
    if (handlers.isEmpty()) {
      return block.getAsBoolean();
    }
    double thrownBefore = thrown;
    thrown = 0;
    boolean ends = block.getAsBoolean();
    double caught = thrown;
    thrown = thrownBefore;
    double afterBlock = here;
    here = caught;
    ends |= oneOf(handlers);
    here += afterBlock;
    return ends;
  }

  /** A part through which every way goes that was begun, and then on where it went. */
  void lastly(Runnable part) {
    double entry = here;
    double all = all();
    here = all;
    part.run();
    double growth = here / all;
    here = entry * growth;
    thrown *= growth;
    gone *= growth;
  }
}
