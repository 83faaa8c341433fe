package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pauses that end with the context when the fix has been applied. */
final class BlockingIgnoresContextFixTest {

  @TempDir private Path folder;

  @Test
  void fixLetsThePauseEnd() {
    FixTester.of(BlockingIgnoresContext.class, folder)
        .changes(
            "Pauses.java",
            """
            import dev.baton.context.Context;

            class Pauses {
              void once(Context ctx, int millis) throws InterruptedException {
                Thread.sleep(millis * 2L);
              }

              void poll(Context ctx, Integer millis) {
                try {
                  while (!ctx.isDone()) {
                    Thread.sleep(millis);
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              void untilDone(Context ctx) throws InterruptedException {
                do {
                  Thread.sleep(1);
                } while (ctx.err() == null);
              }
            }
            """,
            """
            import dev.baton.context.Context;
            import java.time.Duration;

            class Pauses {
              void once(Context ctx, int millis) throws InterruptedException {
                ctx.awaitDone(Duration.ofMillis(millis * 2L));
              }

              void poll(Context ctx, Integer millis) {
                try {
                  while (!ctx.isDone()) {
                    ctx.awaitDone(Duration.ofMillis(millis));
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              void untilDone(Context ctx) throws InterruptedException {
                do {
                  ctx.awaitDone(Duration.ofMillis(1));
                } while (ctx.err() == null);
              }
            }
            """)
        .test();
  }

  @Test
  void noFixWhereItWouldSpinOrNotFit() {
    FixTester.of(BlockingIgnoresContext.class, folder)
        .leaves("Retry.java", pause("Retry", "for (int i = 0; i < 9; i++) { Thread.sleep(1); }"))
        .leaves("Each.java", pause("Each", "for (int i : new int[9]) { Thread.sleep(i); }"))
        .leaves("Always.java", pause("Always", "while (true) { Thread.sleep(1); }"))
        .leaves(
            "Inner.java",
            pause("Inner", "while (!ctx.isDone()) { do { Thread.sleep(1); } while (isSlow()); }"))
        .leaves("Nanos.java", pause("Nanos", "Thread.sleep(1, 2);"))
        .leaves("Unit.java", pause("Unit", "TimeUnit.DAYS.sleep(1);"))
        .leaves("Value.java", pause("Value", "Callable<Void> c = () -> { wait(); return null; };"))
        .leaves("Lambda.java", pause("Lambda", "run(() -> Thread.sleep(1));"))
        .test();
  }

  private static String pause(String name, String statement) {
    return """
        import dev.baton.context.Context;
        import dev.baton.context.concurrent.InterruptibleRunnable;
        import java.util.concurrent.*;

        abstract class %s {
          abstract boolean isSlow();

          abstract void run(InterruptibleRunnable work);

          void pause(Context ctx) throws InterruptedException {
            %s
          }
        }
        """
        .formatted(name, statement);
  }
}
