package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContextNotFirstFixTest {

  @TempDir private Path folder;

  private FixTester tester() {
    return FixTester.of(ContextNotFirst.class, folder);
  }

  private void changes(String before, String after) {
    changes(before, after, 1);
  }

  private void changes(String before, String after, int rounds) {
    tester().changes("Orders.java", before, after).inRounds(rounds).test();
  }

  private void leaves(String text) {
    tester().leaves("Orders.java", text).test();
  }

  // Reordered

  @Test
  void methodAndItsCalls() {
    changes(
        """
        import dev.baton.context.Context;

        class Orders {
          String find(Context ctx, String id) {
            return read(id, 1, ctx) + this.read(id + "b", id.length(), ctx);
          }

          /**
           * Reads it.
           *
           * @param id of the order
           * @param size of it
           * @param ctx of the request
           */
          private String read(String id, int size, Context ctx) {
            return size == 0 ? id : read(id, 0, ctx);
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Orders {
          String find(Context ctx, String id) {
            return read(ctx, id, 1) + this.read(ctx, id + "b", id.length());
          }

          /**
           * Reads it.
           *
           * @param id of the order
           * @param size of it
           * @param ctx of the request
           */
          private String read(Context ctx, String id, int size) {
            return size == 0 ? id : read(ctx, id, 0);
          }
        }
        """);
  }

  @Test
  void callsInsideOfArguments() {
    changes(
        """
        import dev.baton.context.Context;

        class Orders {
          String find(Context ctx, String id) {
            return read(read(id, ctx), ctx)
                + read(id.isEmpty() ? read("", ctx) : wrap(read(read(id, ctx), ctx)), ctx);
          }

          private static String read(String id, Context ctx) {
            return id;
          }

          private static String wrap(String id) {
            return id;
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Orders {
          String find(Context ctx, String id) {
            return read(ctx, read(ctx, id))
                + read(ctx, id.isEmpty() ? read(ctx, "") : wrap(read(ctx, read(ctx, id))));
          }

          private static String read(Context ctx, String id) {
            return id;
          }

          private static String wrap(String id) {
            return id;
          }
        }
        """);
  }

  @Test
  void annotationsModifiersAndCommentsGoAlong() {
    changes(
        """
        import dev.baton.context.Context;

        class Orders {
          @interface Nullable {}

          @SuppressWarnings({"unused", "x(y, z)"})
          private static String read(
              // What to read.
              @Nullable String id,
              /* seconds */ final int wait /* at least 0 */,
              // The one of
              // the request.
              final @Nullable Context ctx) {
            return id;
          }

          static String all(Context ctx) {
            return read(
                // none
                null, /* wait= */ 0 /* now */, /* ctx= */ ctx);
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Orders {
          @interface Nullable {}

          @SuppressWarnings({"unused", "x(y, z)"})
          private static String read(
              // The one of
              // the request.
              final @Nullable Context ctx,
              // What to read.
              @Nullable String id,
              /* seconds */ final int wait /* at least 0 */) {
            return id;
          }

          static String all(Context ctx) {
            return read(
                /* ctx= */ ctx, // none
                null, /* wait= */ 0 /* now */);
          }
        }
        """);
  }

  @Test
  void genericMethods() {
    changes(
        """
        import dev.baton.context.Context;
        import java.util.List;
        import java.util.function.Function;

        class Orders<R> {
          private <C extends Context, T> T map(R row, Function<? super R, T> mapper, C ctx) {
            return mapper.apply(row);
          }

          List<String> names(Context ctx, R row) {
            String name = map(row, r -> r.toString(), ctx);
            String same = this.<Context, String>map(row, Object::toString, ctx);
            return List.of(name, same, new Orders<Integer>().map(1, i -> map(row, Object::toString, ctx), ctx));
          }
        }
        """,
        """
        import dev.baton.context.Context;
        import java.util.List;
        import java.util.function.Function;

        class Orders<R> {
          private <C extends Context, T> T map(C ctx, R row, Function<? super R, T> mapper) {
            return mapper.apply(row);
          }

          List<String> names(Context ctx, R row) {
            String name = map(ctx, row, r -> r.toString());
            String same = this.<Context, String>map(ctx, row, Object::toString);
            return List.of(name, same, new Orders<Integer>().map(ctx, 1, i -> map(ctx, row, Object::toString)));
          }
        }
        """);
  }

  @Test
  void variableArgumentsStayLast() {
    changes(
        """
        import dev.baton.context.Context;

        class Orders {
          private static void log(String format, Context ctx, Object... values) {}

          static void logAll(Context ctx, Object[] values, String id) {
            log("none", ctx);
            log("one %s", ctx, id);
            log("two %s %s", ctx, id, id.length());
            log("all", ctx, values);
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Orders {
          private static void log(Context ctx, String format, Object... values) {}

          static void logAll(Context ctx, Object[] values, String id) {
            log(ctx, "none");
            log(ctx, "one %s", id);
            log(ctx, "two %s %s", id, id.length());
            log(ctx, "all", values);
          }
        }
        """);
  }

  @Test
  void constructorsInAllTheirCalls() {
    changes(
        """
        import dev.baton.context.Context;

        class Orders {
          final String id;

          private Orders(String id, Context ctx) {
            this.id = id;
          }

          Orders(Context ctx) {
            this("own", ctx);
          }

          static Orders create(Context ctx) {
            return new Orders("created", ctx);
          }

          static Orders anonymous(Context ctx, String name) {
            return new Orders(name, ctx) {
              @Override
              public String toString() {
                return new Orders("inner", ctx).id;
              }
            };
          }

          static class Special extends Orders {
            Special(Context ctx) {
              super("special", ctx);
            }
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Orders {
          final String id;

          private Orders(Context ctx, String id) {
            this.id = id;
          }

          Orders(Context ctx) {
            this(ctx, "own");
          }

          static Orders create(Context ctx) {
            return new Orders(ctx, "created");
          }

          static Orders anonymous(Context ctx, String name) {
            return new Orders(ctx, name) {
              @Override
              public String toString() {
                return new Orders(ctx, "inner").id;
              }
            };
          }

          static class Special extends Orders {
            Special(Context ctx) {
              super(ctx, "special");
            }
          }
        }
        """);
  }

  @Test
  void constantsOfAnEnum() {
    changes(
        """
        import dev.baton.context.Context;

        enum Orders {
          /** Open. */
          OPEN("open", Context.background()),
          CLOSED /* for good */ ("closed", Context.todo()) {
            @Override
            boolean isOver() {
              return true;
            }
          },
          NONE;

          final String label;

          Orders() {
            this("none", Context.background());
          }

          Orders(String label, Context ctx) {
            this.label = label;
          }

          boolean isOver() {
            return false;
          }
        }
        """,
        """
        import dev.baton.context.Context;

        enum Orders {
          /** Open. */
          OPEN(Context.background(), "open"),
          CLOSED /* for good */ (Context.todo(), "closed") {
            @Override
            boolean isOver() {
              return true;
            }
          },
          NONE;

          final String label;

          Orders() {
            this(Context.background(), "none");
          }

          Orders(Context ctx, String label) {
            this.label = label;
          }

          boolean isOver() {
            return false;
          }
        }
        """);
  }

  @Test
  void severalContextsKeepTheirOrderAndStandBehindWhatMayBeFirst() {
    changes(
        """
        import dev.baton.context.*;
        import org.junit.jupiter.api.TestInfo;

        class Orders {
          private void copy(Context from, String table, CancellableContext toCtx, boolean fast, Context log) {}

          private void report(TestInfo test, String id, Context ctx) {}

          void run(TestInfo test, Context ctx, CancellableContext other) {
            copy(ctx, "orders", other, true, ctx);
            report(test, "a", ctx);
          }
        }
        """,
        """
        import dev.baton.context.*;
        import org.junit.jupiter.api.TestInfo;

        class Orders {
          private void copy(Context from, CancellableContext toCtx, Context log, String table, boolean fast) {}

          private void report(TestInfo test, Context ctx, String id) {}

          void run(TestInfo test, Context ctx, CancellableContext other) {
            copy(ctx, other, ctx, "orders", true);
            report(test, ctx, "a");
          }
        }
        """,
        2);
  }

  @Test
  void methodsOfNestedLocalAndAnonymousClassesAndOfInterfaces() {
    changes(
        """
        import dev.baton.context.Context;

        interface Orders {
          private String read(String id, Context ctx) {
            return id;
          }

          default String find(Context ctx, String id) {
            return read(id, ctx) + new Nested().read(id, ctx);
          }

          class Nested {
            private String read(String id, Context ctx) {
              class Local {
                private String local(String id, Context ctx) {
                  return id;
                }
              }
              Object own =
                  new Object() {
                    private String own(String id, Context ctx) {
                      return new Local().local(id, ctx) + own(id, ctx);
                    }
                  };
              return own + id;
            }
          }
        }
        """,
        """
        import dev.baton.context.Context;

        interface Orders {
          private String read(Context ctx, String id) {
            return id;
          }

          default String find(Context ctx, String id) {
            return read(ctx, id) + new Nested().read(ctx, id);
          }

          class Nested {
            private String read(Context ctx, String id) {
              class Local {
                private String local(Context ctx, String id) {
                  return id;
                }
              }
              Object own =
                  new Object() {
                    private String own(Context ctx, String id) {
                      return new Local().local(ctx, id) + own(ctx, id);
                    }
                  };
              return own + id;
            }
          }
        }
        """,
        4);
  }

  @Test
  void methodThatNobodyCallsAndReceiverParameter() {
    changes(
        """
        import dev.baton.context.Context;

        class Orders {
          private void store(Orders this, String[] ids, Context ctx) {}

          private void old(int sizes[], Context ctx) throws java.io.IOException {}
        }
        """,
        """
        import dev.baton.context.Context;

        class Orders {
          private void store(Orders this, Context ctx, String[] ids) {}

          private void old(Context ctx, int sizes[]) throws java.io.IOException {}
        }
        """);
  }

  @Test
  void argumentsWhoseOrderNobodySees() {
    changes(
        """
        import dev.baton.context.Context;

        class Orders {
          private static final int SIZE = 3;
          private String last;
          private Context current;

          private void read(Object id, int size, Runnable done, Context ctx) {}

          private int next() {
            return 1;
          }

          void run(Orders other, Context ctx, Object[] ids, Context[] contexts) {
            read(this, next(), () -> next(), ctx);
            read(other.last, -SIZE, this::next, this.current);
            read(ids[0], ids.length + 1, null, contexts[1]);
            read("a" + SIZE, (int) 3L, Orders::new, other.current);
            read(Orders.class, SIZE > 2 ? 1 : 2, null, (ctx));
            read(other instanceof Orders, next(), null, Context.background());
            for (Context each : contexts) {
              Context same = each;
              read(next(), next(), null, each);
              read(next(), next(), null, same);
            }
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Orders {
          private static final int SIZE = 3;
          private String last;
          private Context current;

          private void read(Context ctx, Object id, int size, Runnable done) {}

          private int next() {
            return 1;
          }

          void run(Orders other, Context ctx, Object[] ids, Context[] contexts) {
            read(ctx, this, next(), () -> next());
            read(this.current, other.last, -SIZE, this::next);
            read(contexts[1], ids[0], ids.length + 1, null);
            read(other.current, "a" + SIZE, (int) 3L, Orders::new);
            read((ctx), Orders.class, SIZE > 2 ? 1 : 2, null);
            read(Context.background(), other instanceof Orders, next(), null);
            for (Context each : contexts) {
              Context same = each;
              read(each, next(), next(), null);
              read(same, next(), next(), null);
            }
          }
        }
        """);
  }

  @Test
  void overloadsThatNoCallMistakesForIt() {
    changes(
        """
        import dev.baton.context.Context;
        import java.util.List;

        @SuppressWarnings("DroppedContext")
        class Orders {
          private String read(String id, Context ctx) {
            return id;
          }

          private String read(List<String> ids, int size) {
            return read(ids.get(0), Context.todo());
          }

          private String read(Integer id, Context ctx) {
            return read(id, "", ctx);
          }

          private String read(int id, String prefix, Context ctx) {
            return read(prefix + id);
          }

          private String read(String id) {
            return id;
          }

          String find(Context ctx, String id) {
            return read(id, ctx) + read(id) + read(List.of(), 1) + read(id.length(), ctx);
          }
        }
        """,
        """
        import dev.baton.context.Context;
        import java.util.List;

        @SuppressWarnings("DroppedContext")
        class Orders {
          private String read(Context ctx, String id) {
            return id;
          }

          private String read(List<String> ids, int size) {
            return read(Context.todo(), ids.get(0));
          }

          private String read(Context ctx, Integer id) {
            return read(ctx, id, "");
          }

          private String read(Context ctx, int id, String prefix) {
            return read(prefix + id);
          }

          private String read(String id) {
            return id;
          }

          String find(Context ctx, String id) {
            return read(ctx, id) + read(id) + read(List.of(), 1) + read(ctx, id.length());
          }
        }
        """,
        3);
  }

  @Test
  void linesAsOfWindows() {
    String before =
        """
        class Orders {
          private void read(
              String id,
              // of the request
              dev.baton.context.Context ctx) {
            read(
                "a", ctx);
          }
        }
        """;
    String after =
        """
        class Orders {
          private void read(
              // of the request
              dev.baton.context.Context ctx,
              String id) {
            read(
                ctx, "a");
          }
        }
        """;
    changes(before.replace("\n", "\r\n"), after.replace("\n", "\r\n"));
  }

  // Left as it is

  @Test
  void methodsThatOthersMayCall() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          void a(String id, Context ctx) {}

          protected void b(String id, Context ctx) {}

          public static void c(String id, Context ctx) {}

          Orders(String id, Context ctx) {}

          private static class Nested {
            void d(String id, Context ctx) {}
          }

          private native void e(String id, Context ctx);
        }
        """);
  }

  @Test
  void methodThatAReferenceNames() {
    leaves(
        """
        import dev.baton.context.Context;
        import java.util.function.BiConsumer;

        class Orders {
          private Orders(String id, Context ctx) {}

          private static void read(String id, Context ctx) {}

          BiConsumer<String, Context> reference = Orders::read;
          BiConsumer<String, Context> constructor = Orders::new;

          void run(Context ctx) {
            read("a", ctx);
          }
        }
        """);
  }

  @Test
  void annotatedMethodThatAFrameworkMayCall() {
    leaves(
        """
        import dev.baton.context.Context;
        import java.lang.annotation.*;

        class Orders {
          @Retention(RetentionPolicy.RUNTIME)
          @interface Inject {}

          @Inject
          private Orders(String id, Context ctx) {}
        }
        """);
  }

  @Test
  void argumentsWhoseOrderMatters() {
    for (String call :
        new String[] {
          "read(next(), context())",
          "read(next(), current)",
          "read(last, context())",
          "read(i++, current)",
          "read(last = \"a\", current)",
          "read(new StringBuilder(), current)",
          "read(\"a\" + this, current)",
          "read(i, context(i = 2))",
          "read(current, current = ctx)",
          "read((Runnable) next()::toString, current)",
          "read(self().last, current)",
          "read(new String[] {\"a\"}, current)",
          "read(last + 1 / i, context())",
          "read(-size, context())",
          "Context own; read(\"own \" + (own = ctx), own)",
        }) {
      tester()
          .leaves(
              "Orders.java",
              """
              import dev.baton.context.Context;

              class Orders {
                private String last;
                private Context current;
                private Integer size;

                private void read(Object id, Context ctx) {}

                private Orders self() {
                  return this;
                }

                private Object next() {
                  return "";
                }

                private Context context(int... i) {
                  return current;
                }

                void run(Context ctx) {
                  int i = 1;
                  CALL;
                }
              }
              """
                  .replace("CALL", call))
          .test();
    }
  }

  @Test
  void overloadWithTheNewOrder() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          private void read(String id, Context ctx) {}

          void read(Context ctx, String id) {
            read(id, ctx);
          }
        }
        """);
  }

  @Test
  void overloadsThatWouldBecomeTheSame() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          private void read(String id, Context ctx, int size) {}

          private void read(String id, int size, Context ctx) {}
        }
        """);
  }

  @Test
  void overloadWithTheSameErasure() {
    leaves(
        """
        import dev.baton.context.Context;
        import java.util.List;

        class Orders<C extends Context> {
          private void read(List<String> ids, C ctx) {}

          void read(Context ctx, List<Integer> ids) {}
        }
        """);
  }

  @Test
  void overloadThatACallMayMean() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          private void read(String id, Context ctx) {}

          void read(Context ctx, Object id) {}

          void run(Context ctx) {
            read("a", ctx);
            read(ctx, "a");
          }
        }
        """);
  }

  @Test
  void overloadThatANullMayMean() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          private void read(String id, Context ctx) {}

          void read(Context ctx, Integer id) {}

          void run(Context ctx) {
            read((String) null, ctx);
            read(ctx, null);
          }
        }
        """);
  }

  @Test
  void overloadWithVariableArguments() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          private void read(String id, Context ctx) {}

          void read(Context ctx, String... ids) {}

          void run(Context ctx) {
            read(ctx, "a");
          }
        }
        """);
  }

  @Test
  void inheritedMethodThatItWouldOverride() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders extends Base {
          private void read(String id, Context ctx) {}
        }

        abstract class Base {
          void read(Context ctx, String id) {}
        }
        """);
  }

  @Test
  void contextsAsVariableArguments() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          private void race(String id, Context... all) {}

          private void raceWith(String id, Context ctx, Context... others) {}
        }
        """);
  }

  @Test
  void commentThatWouldSwallowAComma() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          private void read(String id, // the id
              Context ctx) {}

          private void write(String id,
              Context ctx // the context
              ) {}

          private void call(String id, Context ctx) {
            call("a", // first
                ctx);
          }
        }
        """);
  }

  @Test
  void javadocLinksToIt() {
    leaves(
        """
        import dev.baton.context.Context;

        class Orders {
          private void read(String id, Context ctx) {}

          /** As {@link #read(String, Context)}. */
          private Orders(String id, Context ctx) {}

          /** As {@link Orders#Orders(String, Context)}. */
          void run() {}
        }
        """);
  }
}
