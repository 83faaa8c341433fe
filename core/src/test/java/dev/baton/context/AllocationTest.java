package dev.baton.context;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes per operation, which do not depend on how busy the machine is. */
final class AllocationTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Key<String> USER = Key.of("user");
  private static final int TIMES = 5_000;

  @BeforeEach
  void ordinaryObjectLayout() {
    // From here on the JVM needs 8 bytes for a reference.
    assumeTrue(Runtime.getRuntime().maxMemory() < 32L << 30);
  }

  @Test
  void withCancelAndCancel() {
    assertAllocates(48, () -> Context.background().withCancel().close());
  }

  @Test
  void withTimeoutAndCancel() {
    assertAllocates(64, () -> Context.background().withTimeout(HOUR).close());
  }

  @Test
  void withValue() {
    Context root = Context.background();
    assertAllocates(48, () -> root.withValue(USER, "ada"));
  }

  @Test
  void aChildWithAListener() {
    CancellableContext parent = Context.background().withCancel();
    Runnable action = () -> {};
    assertAllocates(
        80,
        () -> {
          CancellableContext child = parent.withCancel();
          child.afterFunc(Runnable::run, action);
          child.close();
        });
  }

  @Test
  void aTimeoutWithAListener() {
    Runnable action = () -> {};
    assertAllocates(
        128,
        () -> {
          CancellableContext ctx = Context.background().withTimeout(HOUR);
          ctx.afterFunc(Runnable::run, action);
          ctx.close();
        });
  }

  @Test
  void aHundredValues() {
    Key<?>[] keys = new Key<?>[100];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Key.of("k" + i);
    }
    assertAllocates(
        11_808,
        () -> {
          Context ctx = Context.background();
          for (Key<?> key : keys) {
            ctx = ctx.withValue(key, null);
          }
          sink = ctx;
        });
  }

  @Test
  void polling() {
    CancellableContext ctx = Context.background().withTimeout(HOUR);
    Context below = ctx.withCancel().withCancel();
    assertAllocates(0, () -> below.isDone());
    ctx.cancel();
    assertAllocates(0, () -> below.err());
  }

  private static volatile Object sink = "";

  private static void assertAllocates(long atMost, Runnable operation) {
    long best = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5 && best > atMost; attempt++) {
      for (int i = 0; i < TIMES; i++) {
        operation.run();
      }
      long before = allocatedBytes();
      for (int i = 0; i < TIMES; i++) {
        operation.run();
      }
      best = Math.min(best, (allocatedBytes() - before) / TIMES);
    }
    assertWithMessage("bytes").that(best).isAtMost(atMost);
  }

  /** By reflection, as the module under test does not read jdk.management. */
  private static long allocatedBytes() {
    try {
      Object threads =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      Method allocated =
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod("getCurrentThreadAllocatedBytes");
      return (Long) allocated.invoke(threads);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
