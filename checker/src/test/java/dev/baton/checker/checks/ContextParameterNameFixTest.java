package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContextParameterNameFixTest {

  @TempDir private Path folder;

  private FixTester tester() {
    return FixTester.of(ContextParameterName.class, folder);
  }

  @Test
  void parameterItsUsesAndItsTag() {
    tester()
        .changes(
            "Orders.java",
            """
            import dev.baton.context.*;

            class Orders {
              private boolean request;

              /**
               * Finds an order, as the request wants it.
               *
               * @param requested what is wanted
               * @param request whose request it is
               * @return the order
               */
              String find(final Context request /* of the user */, String requested) {
                this.request = request.isDone();
                Runnable later = () -> request.throwIfDone();
                later.run();
                return load(request, requested) + new Object() {
                  boolean done() {
                    return request.isDone();
                  }
                }.done();
              }

              // @param c is not a tag here
              private static <C extends Context> String load(C c, String id) {
                return id;
              }
            }
            """,
            """
            import dev.baton.context.*;

            class Orders {
              private boolean request;

              /**
               * Finds an order, as the request wants it.
               *
               * @param requested what is wanted
               * @param ctx whose request it is
               * @return the order
               */
              String find(final Context ctx /* of the user */, String requested) {
                this.request = ctx.isDone();
                Runnable later = () -> ctx.throwIfDone();
                later.run();
                return load(ctx, requested) + new Object() {
                  boolean done() {
                    return ctx.isDone();
                  }
                }.done();
              }

              // @param c is not a tag here
              private static <C extends Context> String load(C ctx, String id) {
                return id;
              }
            }
            """)
        .test();
  }

  @Test
  void severalInOneList() {
    tester()
        .changes(
            "Orders.java",
            """
            import dev.baton.context.*;

            interface Orders {
              /**
               * @param a
               * @param
               *     b the other
               */
              void join(Context a, Context b);
            }
            """,
            """
            import dev.baton.context.*;

            interface Orders {
              /**
               * @param aCtx
               * @param
               *     bCtx the other
               */
              void join(Context aCtx, Context bCtx);
            }
            """)
        .inRounds(2)
        .test();
  }

  @Test
  void notWhereTheNameMeansSomethingElse() {
    tester()
        .leaves(
            "Orders.java",
            """
            import dev.baton.context.*;

            class Orders {
              boolean ctx;

              @interface Cached {
                String value();
              }

              static class Holder {
                int ctx = 1;
              }

              void field(Context c) {
                ctx = c.isDone();
              }

              void local(Context c) {
                for (int ctx = 0; ctx < 1 && !c.isDone(); ctx++) {}
              }

              Object inherited(Context c) {
                return new Holder() {
                  boolean done() {
                    return c.isDone();
                  }
                };
              }

              @Cached("#c")
              boolean named(Context c) {
                return c.isDone();
              }
            }
            """)
        .test();
  }
}
