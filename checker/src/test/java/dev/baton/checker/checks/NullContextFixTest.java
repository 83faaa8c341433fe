package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NullContextFixTest {

  private static final String API =
      """
      package com.acme;

      import dev.baton.context.CancellableContext;
      import dev.baton.context.Context;

      public class Api {
        public static void call(Context ctx) {}

        public static void stop(CancellableContext ctx) {}

        public static <C extends Context> C same(C ctx) {
          return ctx;
        }

        public interface Source<C extends Context> {
          C get(C parent);
        }
      }
      """;

  @TempDir private Path folder;

  private FixTester tester(String... flags) {
    return FixTester.of(NullContext.class, folder, flags);
  }

  private void changes(String before, String after) {
    tester().beside("com/acme/Api.java", API).changes("Orders.java", before, after).test();
  }

  private void leaves(String text) {
    tester().beside("com/acme/Api.java", API).leaves("Orders.java", text).test();
  }

  // Given a context

  @Test
  void nearestContextInScope() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.Context;
        import java.time.Duration;

        class Orders {
          void run(Context ctx) {
            Api.call(null);
            try (var timed = ctx.withTimeout(Duration.ofSeconds(1))) {
              timed.throwIfDone();
              Api.call((Context) (null));
            }
            Runnable later = () -> Api.call(null);
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.Context;
        import java.time.Duration;

        class Orders {
          void run(Context ctx) {
            Api.call(ctx);
            try (var timed = ctx.withTimeout(Duration.ofSeconds(1))) {
              timed.throwIfDone();
              Api.call((Context) (timed));
            }
            Runnable later = () -> Api.call(ctx);
          }
        }
        """);
  }

  @Test
  void onlyOneOfTheTypeThatIsWanted() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.*;

        class Orders {
          void run(CancellableContext outer, Context ctx) {
            Api.stop(null);
            CancellableContext same = Api.same(null);
            Api.call(same);
          }

          <C extends Context> void read(Context ctx, C own, Api.Source<C> source) {
            source.get(null);
          }

          void write(Api.Source<CancellableContext> source, CancellableContext stopped, Context ctx) {
            source.get(null);
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.*;

        class Orders {
          void run(CancellableContext outer, Context ctx) {
            Api.stop(outer);
            CancellableContext same = Api.same(outer);
            Api.call(same);
          }

          <C extends Context> void read(Context ctx, C own, Api.Source<C> source) {
            source.get(own);
          }

          void write(Api.Source<CancellableContext> source, CancellableContext stopped, Context ctx) {
            source.get(stopped);
          }
        }
        """);
  }

  @Test
  void rootWhereNoneIsInScope() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          static {
            Api.call(null);
          }

          final Runnable field = () -> Api.call(null);

          Orders() {
            this(null);
          }

          Orders(Context ctx) {
            class Inner {
              static void run() {
                Api.same(null);
              }
            }
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          static {
            Api.call(Context.todo());
          }

          final Runnable field = () -> Api.call(Context.todo());

          Orders() {
            this(Context.todo());
          }

          Orders(Context ctx) {
            class Inner {
              static void run() {
                Api.same(Context.todo());
              }
            }
          }
        }
        """);
  }

  @Test
  void importOfTheRootsClassIsAdded() {
    changes(
        """
        import com.acme.Api;
        import java.util.List;

        class Orders {
          void run(List<String> ids) {
            Api.call(null);
            ids.forEach(id -> Api.call(null));
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.Context;
        import java.util.List;

        class Orders {
          void run(List<String> ids) {
            Api.call(Context.todo());
            ids.forEach(id -> Api.call(Context.todo()));
          }
        }
        """);
  }

  @Test
  void rootsClassIsNamedInFullWhereAnotherHasItsName() {
    changes(
        """
        import com.acme.Api;
        import javax.naming.Context;

        class Orders {
          void run(Context naming) {
            Api.call(null);
          }
        }
        """,
        """
        import com.acme.Api;
        import javax.naming.Context;

        class Orders {
          void run(Context naming) {
            Api.call(dev.baton.context.Context.todo());
          }
        }
        """);
  }

  @Test
  void rootsClassIsNamedInFullInAPackageAndAClassWithTheirOwn() {
    tester()
        .beside("com/acme/Api.java", API)
        .beside("com/shop/Context.java", "package com.shop;\nclass Context {}\n")
        .changes(
            "com/shop/Orders.java",
            """
            package com.shop;

            class Orders {
              void run() {
                com.acme.Api.call(null);
              }
            }
            """,
            """
            package com.shop;

            class Orders {
              void run() {
                com.acme.Api.call(dev.baton.context.Context.todo());
              }
            }
            """)
        .changes(
            "Nested.java",
            """
            import com.acme.Api;

            class Nested {
              static class Context {}

              void run() {
                Api.call(null);
              }
            }
            """,
            """
            import com.acme.Api;

            class Nested {
              static class Context {}

              void run() {
                Api.call(dev.baton.context.Context.todo());
              }
            }
            """)
        .test();
  }

  @Test
  void armOfAnExpression() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          void run(Context ctx, Context other, boolean online, boolean fast) {
            Api.call(online ? other : null);
            Api.call(online ? ctx : null);
            Api.call(online ? (fast ? null : (ctx)) : ctx);
            Api.call(next() ? null : ctx);
            Api.call(
                switch (fast ? 1 : 2) {
                  case 1 -> ctx;
                  default -> {
                    yield null;
                  }
                });
          }

          static boolean next() {
            return true;
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          void run(Context ctx, Context other, boolean online, boolean fast) {
            Api.call(online ? other : ctx);
            Api.call(ctx);
            Api.call(online ? (ctx) : ctx);
            Api.call(next() ? ctx : ctx);
            Api.call(
                switch (fast ? 1 : 2) {
                  case 1 -> ctx;
                  default -> {
                    yield ctx;
                  }
                });
          }

          static boolean next() {
            return true;
          }
        }
        """);
  }

  @Test
  void resultOfAMethodAndOfALambda() {
    changes(
        """
        import dev.baton.context.*;
        import java.util.concurrent.Executor;
        import java.util.function.Function;
        import java.util.function.Supplier;

        class Orders {
          Context child(Context parent, boolean fast) {
            if (fast) {
              return null;
            }
            try (var own = parent.withCancel()) {
              return null;
            }
          }

          Context root() {
            return null;
          }

          Supplier<Context> source(Executor executor) {
            CancellableContext own = Context.todo().withCancel();
            executor.execute(own::close);
            return () -> null;
          }

          Function<CancellableContext, CancellableContext> same = given -> null;
        }
        """,
        """
        import dev.baton.context.*;
        import java.util.concurrent.Executor;
        import java.util.function.Function;
        import java.util.function.Supplier;

        class Orders {
          Context child(Context parent, boolean fast) {
            if (fast) {
              return parent;
            }
            try (var own = parent.withCancel()) {
              return parent;
            }
          }

          Context root() {
            return Context.todo();
          }

          Supplier<Context> source(Executor executor) {
            CancellableContext own = Context.todo().withCancel();
            executor.execute(own::close);
            return () -> Context.todo();
          }

          Function<CancellableContext, CancellableContext> same = given -> given;
        }
        """);
  }

  @Test
  void localThatIsNull() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          void run(Context ctx, Context other) {
            Context own = null;
            Api.call(own);
            if (other == null) {
              Api.call(other);
            }
          }

          void lone(Context ctx) {
            if (ctx == null) {
              Api.call(ctx);
            }
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          void run(Context ctx, Context other) {
            Context own = null;
            Api.call(ctx);
            if (other == null) {
              Api.call(ctx);
            }
          }

          void lone(Context ctx) {
            if (ctx == null) {
              Api.call(Context.todo());
            }
          }
        }
        """);
  }

  @Test
  void assignmentOnTheWay() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          Context last;

          void run(Context ctx) {
            Context own;
            Api.call(own = null);
            Api.call(last = (null));
          }

          void overwrite(Context outer, Context ctx) {
            Api.call(outer = null);
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          Context last;

          void run(Context ctx) {
            Context own;
            Api.call(own = ctx);
            Api.call(last = ctx);
          }

          void overwrite(Context outer, Context ctx) {
            Api.call(outer = ctx);
          }
        }
        """);
  }

  @Test
  void constructorsOfAllKinds() {
    changes(
        """
        import dev.baton.context.Context;
        import dev.baton.context.annotation.ContextCarrier;

        enum Orders {
          OPEN(null),
          CLOSED((Context) null, null) {};

          Orders(Context ctx, Context... more) {}

          @ContextCarrier("one a call")
          record Call(Context ctx, String path) {
            Call(String path) {
              this(null, path);
            }
          }

          static class Base {
            Base(Context ctx) {}
          }

          Object create(Context ctx) {
            return new Base(new Call(null, "/").ctx()) {
              Object call = new Base(null) {};
            };
          }
        }
        """,
        """
        import dev.baton.context.Context;
        import dev.baton.context.annotation.ContextCarrier;

        enum Orders {
          OPEN(Context.todo()),
          CLOSED(Context.todo(), null) {};

          Orders(Context ctx, Context... more) {}

          @ContextCarrier("one a call")
          record Call(Context ctx, String path) {
            Call(String path) {
              this(Context.todo(), path);
            }
          }

          static class Base {
            Base(Context ctx) {}
          }

          Object create(Context ctx) {
            return new Base(new Call(ctx, "/").ctx()) {
              Object call = new Base(ctx) {};
            };
          }
        }
        """);
  }

  @Test
  void contextsOfOtherFamilies() {
    tester("-XepOpt:Baton:ContextTypes=com.other.Ctx", "-XepOpt:Baton:Models=grpc")
        .beside("com/other/Ctx.java", "package com.other;\npublic interface Ctx {}\n")
        .changes(
            "Orders.java",
            """
            import com.other.Ctx;

            class Orders {
              void run(dev.baton.context.Context baton, Ctx own, io.grpc.Context grpc) {
                read(null);
                write(null);
              }

              static void read(Ctx ctx) {}

              static void write(io.grpc.Context ctx) {}
            }
            """,
            """
            import com.other.Ctx;

            class Orders {
              void run(dev.baton.context.Context baton, Ctx own, io.grpc.Context grpc) {
                read(own);
                write(grpc);
              }

              static void read(Ctx ctx) {}

              static void write(io.grpc.Context ctx) {}
            }
            """)
        .test();
  }

  // Left as it is

  @Test
  void familiesWithoutARoot() {
    tester("-XepOpt:Baton:ContextTypes=com.other.Ctx", "-XepOpt:Baton:Models=grpc")
        .beside("com/other/Ctx.java", "package com.other;\npublic interface Ctx {}\n")
        .leaves(
            "Orders.java",
            """
            import com.other.Ctx;

            class Orders {
              void run(dev.baton.context.Context baton) {
                read(null);
                write(null);
              }

              static void read(Ctx ctx) {}

              static void write(io.grpc.Context ctx) {}
            }
            """)
        .test();
  }

  @Test
  void ownerWhereNoneIsInScope() {
    leaves(
        """
        import com.acme.Api;
        import dev.baton.context.*;

        class Orders {
          void run(Context ctx) {
            Api.stop(null);
            CancellableContext same = Api.same(null);
          }
        }
        """);
  }

  @Test
  void resultOfAnOwnerType() {
    leaves(
        """
        import dev.baton.context.*;

        class Orders {
          CancellableContext start(Context ctx) {
            return null;
          }
        }
        """);
  }

  @Test
  void typeVariableOfTheClass() {
    leaves(
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders<C extends Context> {
          void run(Context ctx, Api.Source<C> source) {
            source.get(null);
          }

          C get(Context ctx) {
            return null;
          }
        }
        """);
  }

  @Test
  void typeVariableOfTheMethod() {
    leaves(
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          <C extends Context> C run(Context ctx, Api.Source<? extends Context> source, C[] all) {
            all[0] = null;
            source.get(null);
            return null;
          }
        }
        """);
  }

  @Test
  void variableOrCastOfAnOwnerOnTheWay() {
    leaves(
        """
        import com.acme.Api;
        import dev.baton.context.*;

        class Orders {
          private CancellableContext running;

          void stop(Context ctx) {
            Api.call(running = null);
          }

          void forget() {
            CancellableContext last;
            Api.call(last = null);
          }

          Context reset(Context ctx) {
            return running = null;
          }

          void look(Context ctx, boolean off, Object attribute) {
            Api.call((CancellableContext) (off ? null : attribute));
          }

          void look(boolean off, Object attribute) {
            Api.call((CancellableContext) (off ? null : attribute));
          }
        }
        """);
  }

  @Test
  void castThatStays() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.*;

        class Orders {
          <C extends Context> void run(Context ctx, boolean off, C own) {
            Api.call((CancellableContext) null);
            Runnable later = () -> Api.call((CancellableContext) (off ? null : null));
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.*;

        class Orders {
          <C extends Context> void run(Context ctx, boolean off, C own) {
            Api.call(ctx);
            Runnable later = () -> Api.call((CancellableContext) (off ? null : null));
          }
        }
        """);
  }

  @Test
  void anotherTypeWouldBeInferred() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.*;
        import java.util.function.Supplier;

        class Orders {
          static class Box<C extends Context> {
            Box(C first) {}
          }

          static <C extends Context> C make(Supplier<C> source) {
            return source.get();
          }

          void run(CancellableContext timed, Context ctx) {
            var current = Api.same(null);
            current = ctx;
            var box = new Box<>(null);
            box = new Box<Context>(ctx);
            var made = make(() -> null);
            made = ctx;
          }

          @SuppressWarnings("DetachedContext")
          void lone(CancellableContext timed) {
            var current = Api.same(null);
            current = Context.background();
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.*;
        import java.util.function.Supplier;

        class Orders {
          static class Box<C extends Context> {
            Box(C first) {}
          }

          static <C extends Context> C make(Supplier<C> source) {
            return source.get();
          }

          void run(CancellableContext timed, Context ctx) {
            var current = Api.same(ctx);
            current = ctx;
            var box = new Box<>(current);
            box = new Box<Context>(ctx);
            var made = make(() -> ctx);
            made = ctx;
          }

          @SuppressWarnings("DetachedContext")
          void lone(CancellableContext timed) {
            var current = Api.same(Context.todo());
            current = Context.background();
          }
        }
        """);
  }

  @Test
  void localsThatAreNullTogether() {
    changes(
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          void run() {
            Context first;
            Context second;
            first = second = null;
            Api.call(first);
            Api.call(second);
          }

          void copies() {
            Context c = null;
            Context d = c;
            Context e = d;
            Api.call(e);
          }
        }
        """,
        """
        import com.acme.Api;
        import dev.baton.context.Context;

        class Orders {
          void run() {
            Context first;
            Context second;
            first = second = null;
            Api.call(Context.todo());
            Api.call(Context.todo());
          }

          void copies() {
            Context c = null;
            Context d = c;
            Context e = d;
            Api.call(Context.todo());
          }
        }
        """);
  }

  @Test
  void functionOfAnOwner() {
    leaves(
        """
        import dev.baton.context.*;
        import java.util.function.*;

        class Orders {
          void run(Context ctx, Consumer<CancellableContext> consumer) {
            consumer.accept(null);
            Supplier<CancellableContext> source = () -> null;
          }
        }
        """);
  }

  @Test
  void ownersThatCannotBeGiven() {
    for (String body :
        new String[] {
          // assigned twice, and so not captured
          "var own = outer(); own = outer(); Runnable later = () -> Api.stop(null);",
          // declared later
          "Api.stop(null); var own = outer();",
          // without a value on some way
          "CancellableContext own; if (fast) own = outer(); Api.stop(null);",
          // of no use by its own word
          "var unusedOwn = outer(); Api.stop(null);",
          // null itself
          "var own = outer(); if (own == null) Api.stop(null);",
          // out of reach
          "{ var own = outer(); } Api.stop(null);",
          "var own = outer(); new Object() { CancellableContext own; void run() { Api.stop(null); } };",
          "var own = outer(); record Inner(int i) { void run() { Api.stop(null); } }",
          // the variable that becomes null
          "CancellableContext own = outer(); Api.stop(own = null);",
        }) {
      tester()
          .beside("com/acme/Api.java", API)
          .leaves(
              "Orders.java",
              """
              import com.acme.Api;
              import dev.baton.context.*;

              abstract class Orders {
                CancellableContext field;

                abstract CancellableContext outer();

                void run(boolean fast) {
                  BODY
                }
              }
              """
                  .replace("BODY", body))
          .test();
    }
  }
}
