package dev.baton.context.lincheck;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How much is tried: some minutes in all on two processors. A scenario is a few random calls for
 * each thread, and before and after them; what is to be found here shows in few calls, in one of
 * many scenarios and orders.
 */
final class Effort {
  private static final int SCENARIOS = 15;
  private static final int CALLS = 3;
  private static final int STRESS_RUNS = 200;
  private static final int ORDERS = 100;

  private Effort() {}

  static StressOptions stress(Class<?> model) {
    return sized(new StressOptions().invocationsPerIteration(STRESS_RUNS), model);
  }

  static ModelCheckingOptions modelChecking(Class<?> model) {
    return sized(new ModelCheckingOptions().invocationsPerIteration(ORDERS), model);
  }

  private static <T extends Options<T, ?>> T sized(T options, Class<?> model) {
    return options
        .iterations(SCENARIOS)
        .actorsBefore(CALLS)
        .actorsPerThread(CALLS)
        .actorsAfter(CALLS)
        .sequentialSpecification(model);
  }
}
