package dev.baton.context;

import dev.baton.context.internal.MovableClock;
import java.time.Instant;
import java.util.function.Function;

/** A context without parent: never done, no deadline, no values. */
final class RootContext extends BaseContext {
  static final RootContext BACKGROUND = new RootContext("Context.background", SystemTime.INSTANCE);
  static final RootContext TODO = new RootContext("Context.todo", SystemTime.INSTANCE);

  static {
    // A class and not a lambda, which would cost each start of a JVM some milliseconds.
    MovableClock.provide(
        new Function<>() {
          @Override
          public MovableClock apply(Instant now) {
            return new ManualClock(now);
          }
        });
  }

  private final String name;

  RootContext(String name, Time time) {
    super(null, time);
    this.name = name;
  }

  @Override
  void describe(StringBuilder chain) {
    chain.append(name);
  }
}
