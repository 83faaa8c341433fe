package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derived contexts that take the place of their parents. */
final class UnusedDerivedContextFixTest {

  @TempDir private Path folder;

  @Test
  void fixPassesTheDerivedContext() {
    FixTester.of(UnusedDerivedContext.class, folder)
        .changes(
            "Loader.java",
            """
            import dev.baton.context.*;
            import java.time.Duration;

            class Loader {
              private static final Key<String> USER = Key.of("user");

              int load(Context ctx, int id) {
                return id;
              }

              int resource(Context ctx) {
                try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
                  return load(ctx, load(ctx, 1));
                }
              }

              int local(Context ctx) {
                int first = load(ctx, 2);
                Context named = ctx.withValue(USER, "a");
                if (first > 1) {
                  load(ctx, 3);
                }
                return first;
              }
            }
            """,
            """
            import dev.baton.context.*;
            import java.time.Duration;

            class Loader {
              private static final Key<String> USER = Key.of("user");

              int load(Context ctx, int id) {
                return id;
              }

              int resource(Context ctx) {
                try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
                  return load(timed, load(timed, 1));
                }
              }

              int local(Context ctx) {
                int first = load(ctx, 2);
                Context named = ctx.withValue(USER, "a");
                if (first > 1) {
                  load(named, 3);
                }
                return first;
              }
            }
            """)
        .test();
  }

  @Test
  void noFixWhereTheParentIsMoreThanAnArgument() {
    FixTester.of(UnusedDerivedContext.class, folder)
        .leaves("Asked.java", block("Asked", "ctx.throwIfDone(); load(ctx);"))
        .leaves(
            "Returned.java", block("Returned", "if (tasks.isEmpty()) { return ctx; } load(ctx);"))
        .leaves("Captured.java", block("Captured", "tasks.add(() -> load(ctx));"))
        .leaves("Started.java", block("Started", "load(ctx); start(ctx);"))
        .leaves("Overloaded.java", block("Overloaded", "find(ctx);"))
        .leaves("Owner.java", block("Owner", "print(ctx);"))
        .leaves("Nothing.java", block("Nothing", ""))
        .test();
  }

  private static String block(String name, String statements) {
    return """
        import dev.baton.context.*;
        import java.util.*;
        import java.util.concurrent.*;

        abstract class %s {
          abstract void load(Context ctx);

          abstract Future<String> start(Context ctx);

          abstract void find(Context ctx);

          abstract void find(CancellableContext ctx);

          abstract void print(Object ctx);

          Context run(Context ctx, List<Runnable> tasks) {
            try (CancellableContext child = ctx.withCancel()) {
              %s
            }
            return Context.todo();
          }
        }
        """
        .formatted(name, statements);
  }
}
