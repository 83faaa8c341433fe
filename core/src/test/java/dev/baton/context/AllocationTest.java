package dev.baton.context;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bytes that an operation allocates, to the byte: they do not depend on how busy the machine is.
 * Whoever makes something smaller lowers the figure here.
 */
final class AllocationTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Key<String> USER = Key.of("user");
  private static final Key<String> TRACE = Key.of("trace");
  private static final Key<String> TENANT = Key.of("tenant");

  private static final int BATCHES = 20;
  private static final int TIMES = 2_000;

  // By reflection, as the module under test does not read jdk.management.
  private static final Object THREADS;
  private static final Method ALLOCATED;

  static {
    try {
      THREADS =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      ALLOCATED =
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod("getCurrentThreadAllocatedBytes");
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What an operation returns is kept here, so that the compiler cannot do without it. */
  @SuppressWarnings("UnusedVariable")
  private static volatile @Nullable Object kept;

  @BeforeEach
  void ordinaryObjectLayout() {
    // From here on the JVM needs 8 bytes for a reference.
    assumeTrue(Runtime.getRuntime().maxMemory() < 32L << 30);
  }

  private static void nothing() {}

  @Test
  void withCancelAndCancel() {
    assertAllocates(
        48,
        () -> {
          CancellableContext ctx = Context.background().withCancel();
          ctx.close();
          return ctx;
        });
  }

  @Test
  void withTimeoutAndCancel() {
    assertAllocates(
        64,
        () -> {
          CancellableContext ctx = Context.background().withTimeout(HOUR);
          ctx.close();
          return ctx;
        });
  }

  @Test
  void withValue() {
    Context root = Context.background();
    assertAllocates(48, () -> root.withValue(USER, "ada"));
  }

  @Test
  void aListener() {
    Context ctx = Context.background().withCancel();
    assertAllocates(
        32,
        () -> {
          Registration registration = ctx.afterFunc(Runnable::run, AllocationTest::nothing);
          registration.stop();
          return registration;
        });
  }

  @Test
  void aChildWithAListener() {
    Context parent = Context.background().withCancel();
    assertAllocates(
        48 + 32,
        () -> {
          CancellableContext child = parent.withCancel();
          child.afterFunc(Runnable::run, AllocationTest::nothing);
          child.close();
          return child;
        });
  }

  @Test
  void aTimeoutWithAListener() {
    int alarm = 32;
    assertAllocates(
        64 + 32 + alarm,
        () -> {
          CancellableContext ctx = Context.background().withTimeout(HOUR);
          ctx.afterFunc(Runnable::run, AllocationTest::nothing);
          ctx.close();
          return ctx;
        });
  }

  @Test
  void oneRequest() {
    int alarm = 32;
    int timeOfEnd = 32;
    assertAllocates(
        64 + 3 * 48 + 48 + 32 + alarm + timeOfEnd,
        () -> {
          try (CancellableContext request = Context.background().withTimeout(HOUR)) {
            Context ctx =
                request.withValue(USER, "ada").withValue(TRACE, "7f3a").withValue(TENANT, "north");
            try (CancellableContext child = ctx.withCancel()) {
              child.afterFunc(Runnable::run, AllocationTest::nothing);
              for (int poll = 0; poll < 10; poll++) {
                child.throwIfDone();
              }
              return child;
            }
          }
        });
  }

  @Test
  void aHundredValues() {
    List<Key<String>> keys = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      keys.add(Key.of("k" + i));
    }
    int indexes = 2_784;
    assertAllocates(
        100 * 48 + indexes,
        () -> {
          Context ctx = Context.background();
          for (int i = 0; i < 100; i++) { // an iterator is not always compiled away
            ctx = ctx.withValue(keys.get(i), "value");
          }
          return ctx;
        });
  }

  @Test
  void polling() {
    CancellableContext ctx = Context.background().withTimeout(HOUR);
    Context below = ctx.withCancel().withCancel();
    assertAllocates(0, below::err);
    ctx.cancel();
    assertAllocates(0, below::err);
  }

  /**
   * Asserts what the operation allocates once it is compiled: the least of many batches, as some
   * run while it is not.
   */
  private static void assertAllocates(long bytes, Supplier<@Nullable Object> operation) {
    long least = Long.MAX_VALUE;
    for (int batch = 0; batch < BATCHES; batch++) {
      long before = allocatedBytes();
      for (int i = 0; i < TIMES; i++) {
        kept = operation.get();
      }
      least = Math.min(least, (allocatedBytes() - before) / TIMES); // less than TIMES is our own
    }
    assertWithMessage("bytes").that(least).isEqualTo(bytes);
  }

  private static long allocatedBytes() {
    try {
      return (Long) ALLOCATED.invoke(THREADS);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
