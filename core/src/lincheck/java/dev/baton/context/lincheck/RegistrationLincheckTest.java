package dev.baton.context.lincheck;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * afterFunc, stop and cancel of one action, two steps below the context that is cancelled. There is
 * one cancel, as a second one would return while the first has still to run the action.
 */
public class RegistrationLincheckTest {
  private final CancellableContext top = Context.background().withCancel();
  private final Context ctx = top.withCancel().withCancel();
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger stops = new AtomicInteger();
  private volatile @Nullable Registration registration;

  @Operation(runOnce = true)
  public void cancel() {
    top.cancel();
  }

  @Operation(runOnce = true)
  public void register() {
    registration = ctx.afterFunc(Runnable::run, runs::incrementAndGet);
  }

  @Operation
  public String stop() {
    Registration present = registration;
    if (present == null) {
      return "nobody";
    }
    boolean stopped = present.stop();
    if (stopped) {
      stops.incrementAndGet();
    }
    return String.valueOf(stopped);
  }

  @Validate
  public void runOrStopped() {
    top.cancel();
    int expected = registration == null ? 0 : 1;
    if (runs.get() + stops.get() != expected) {
      throw new IllegalStateException("runs %s, stops %s".formatted(runs, stops));
    }
  }

  @Test
  void stress() {
    Effort.stress(RegistrationModel.class).check(RegistrationLincheckTest.class);
  }

  @Test
  void modelChecking() {
    Effort.modelChecking(RegistrationModel.class).check(RegistrationLincheckTest.class);
  }
}
