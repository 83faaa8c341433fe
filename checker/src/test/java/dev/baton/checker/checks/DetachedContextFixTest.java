package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roots whose place the context in scope takes. */
final class DetachedContextFixTest {

  @TempDir private Path folder;

  @Test
  void fixUsesTheContext() {
    FixTester.of(DetachedContext.class, folder)
        .changes(
            "Orders.java",
            """
            import dev.baton.context.*;
            import java.util.function.Supplier;

            abstract class Orders {
              abstract String load(Context ctx, String id);

              String find(Context ctx, String id) {
                String found = load(Context.todo(), id);
                Supplier<Context> root = Context::background;
                try (CancellableContext timed = Context.background().withCancel()) {
                  timed.throwIfDone();
                  Context own = Context.background();
                  return load(own, found) + load(Context.background(), id) + root.get();
                }
              }
            }
            """,
            """
            import dev.baton.context.*;
            import java.util.function.Supplier;

            abstract class Orders {
              abstract String load(Context ctx, String id);

              String find(Context ctx, String id) {
                String found = load(ctx, id);
                Supplier<Context> root = () -> ctx;
                try (CancellableContext timed = ctx.withCancel()) {
                  timed.throwIfDone();
                  Context own = timed;
                  return load(own, found) + load(own, id) + root.get();
                }
              }
            }
            """)
        .test();
  }

  @Test
  void noFixThatWouldNotCompileOrMeanTheSame() {
    FixTester.of(DetachedContext.class, folder)
        .leaves(
            "Orders.java",
            """
            import dev.baton.context.*;
            import java.util.*;
            import java.util.function.Supplier;

            class Orders {
              List<Context> all(CancellableContext owner) {
                return List.of(Context.background());
              }

              Supplier<Context> changed(Context ctx) {
                ctx = ctx.withoutCancel();
                return Context::background;
              }

              Supplier<Context> narrower(CancellableContext ctx) {
                return Context::background;
              }

              Context replaced(Context ctx) {
                ctx = Context.background();
                Context.todo();
                return ctx;
              }

              Context inferred(CancellableContext ctx, Context... others) {
                var root = Context.background();
                root = others[0];
                return root;
              }
            }
            """)
        .test();
  }
}
