package dev.baton.checker.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.scanner.ScannerSupplier;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.baton.checker.Fixtures;
import dev.baton.checker.OnTheClassPath;
import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

final class StoredContextTest {

  private static CompilationTestHelper helper(String... args) {
    return CompilationTestHelper.newInstance(StoredContext.class, StoredContextTest.class)
        .setArgs(ImmutableList.copyOf(args));
  }

  @Test
  void fixtures() {
    Fixtures.verify(StoredContext.class);
  }

  @Test
  void typeOfTheSameSimpleNameIsNoContext() {
    helper()
        .addSourceLines(
            "Directory.java",
            """
            import java.util.List;
            import javax.naming.Context;

            class Directory {
              Context directory;
              List<Context> all;

              void bind(dev.baton.context.Context ctx) {}
            }
            """)
        .doTest();
  }

  @Test
  void compilationWithoutContextsIsSilent() {
    helper()
        .withClasspath(Test.class)
        .addSourceLines(
            "Node.java",
            """
            class Node {
              Node next;
              java.util.List<Node> rest;
            }
            """)
        .doTest();
  }

  @Test
  void threadBoundContextsMayBeKept() {
    helper("-XepOpt:Baton:Models=grpc")
        .addSourceLines(
            "Saved.java",
            """
            class Saved {
              io.grpc.Context previous;
            }
            """)
        .doTest();
  }

  @Test
  void aContextMayBeMadeOfContexts() {
    helper("-XepOpt:Baton:ContextTypes=com.acme.Ctx")
        .addSourceLines(
            "com/acme/Ctx.java",
            """
            package com.acme;

            public interface Ctx {
              Ctx EMPTY = new Child(null);

              class Child implements Ctx {
                private final Ctx parent;

                Child(Ctx parent) {
                  this.parent = parent;
                }

                static class Links {
                  Ctx next;
                }
              }

              enum Roots implements Ctx {
                MAIN
              }
            }
            """)
        .addSourceLines(
            "com/acme/Store.java",
            """
            package com.acme;

            class Store {
              // BUG: Diagnostic contains: `Store` keeps context `root` in a field
              Ctx.Child root;

              Ctx wrapped(Ctx ctx) {
                return new Ctx() {
                  private final Ctx inner = ctx;
                };
              }
            }
            """)
        .doTest();
  }

  @Test
  void suppressedOnFieldComponentAndClass() {
    helper()
        .addSourceLines(
            "Suppressed.java",
            """
            import dev.baton.context.Context;
            import dev.baton.context.annotation.ContextCarrier;

            class Suppressed {
              @SuppressWarnings("StoredContext")
              Context a;

              @SuppressWarnings("Baton")
              Context b, c;

              @SuppressWarnings("ContextNotFirst")
              // BUG: Diagnostic contains: keeps context `d`
              Context d;

              record Component(@SuppressWarnings("StoredContext") Context e) {}

              @SuppressWarnings("Baton")
              interface Constants {
                Context F = Context.background();
              }

              @SuppressWarnings("StoredContext")
              @ContextCarrier("")
              record Carrier(Context g) {}
            }
            """)
        .doTest();
  }

  @Test
  void generatedCodeIsSkipped() {
    helper()
        .addSourceLines(
            "Service.java",
            """
            import dev.baton.context.Context;
            import dev.baton.context.annotation.ContextCarrier;
            import javax.annotation.processing.Generated;

            class Service {
              @Generated("stubs")
              Context ctx;

              @Generated("stubs")
              static class Stub {
                Context stubCtx;

                @ContextCarrier("")
                class Carrier {}
              }

              // BUG: Diagnostic contains: keeps context `handWritten`
              Context handWritten;
            }
            """)
        .doTest();
  }

  @Test
  void testCodeIsSilent() {
    helper()
        .addSourceLines(
            "InOneMethod.java",
            """
            import dev.baton.context.Context;
            import org.junit.jupiter.api.Test;

            class InOneMethod {
              Context ctx;

              @Test
              void works() {
                Object holder =
                    new Object() {
                      Context held;
                    };
              }
            }
            """)
        .addSourceLines(
            "Inherits.java",
            """
            import dev.baton.context.Context;

            class Inherits extends InOneMethod {
              Context inherited;
            }
            """)
        .addSourceLines(
            "OnlyNested.java",
            """
            import dev.baton.context.Context;
            import org.junit.jupiter.api.Nested;
            import org.junit.jupiter.api.Test;

            class OnlyNested {
              Context ctx;

              @Nested
              class WhenDone {
                Context nestedCtx;

                @Test
                void works() {}
              }
            }
            """)
        .addSourceLines(
            "OldStyle.java",
            """
            class OldStyle extends junit.framework.TestCase {
              dev.baton.context.Context ctx;

              static class Helper {
                dev.baton.context.Context helperCtx;
              }
            }
            """)
        .addSourceLines(
            "Composed.java",
            """
            import dev.baton.context.Context;
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;
            import org.junit.jupiter.api.Test;

            class Composed {
              @Slow
              void works() {}

              Context ctx;

              @Test
              @Retention(RetentionPolicy.RUNTIME)
              @interface Slow {}
            }
            """)
        .addSourceLines(
            "NotATest.java",
            """
            import dev.baton.context.Context;

            class NotATest {
              // BUG: Diagnostic contains: keeps context `ctx`
              Context ctx;

              @Test
              void works() {}

              @interface Test {}
            }
            """)
        .doTest();
  }

  @Test
  void testOnlyCompilationIsSilent() {
    helper("-XepCompilingTestOnlyCode")
        .addSourceLines(
            "Recorder.java",
            """
            class Recorder {
              dev.baton.context.Context last;
            }
            """)
        .doTest();
  }

  @Test
  void reasonOfAnExemptionMayBeAnyConstant() {
    helper()
        .addSourceLines(
            "Carriers.java",
            """
            import dev.baton.context.Context;
            import dev.baton.context.annotation.ContextCarrier;

            class Carriers {
              static final String BLANK = " " + "";
              static final String REASON = "one object a request";

              // BUG: Diagnostic contains: say why `Blank` carries a context
              @ContextCarrier(BLANK)
              enum Blank {
                ONE;
                Context ctx;
              }

              @ContextCarrier(value = REASON)
              interface Given {
                Context CTX = Context.background();
              }

              // BUG: Diagnostic contains: say why `Empty` carries a context
              @dev.baton.context.annotation.ContextCarrier("")
              static class Empty {}
            }
            """)
        .doTest();
  }

  @Test
  void ownCarrierAnnotationCountsAndMayHaveNoReason() {
    helper()
        .addSourceLines(
            "Own.java",
            """
            import dev.baton.context.Context;

            class Own {
              @ContextCarrier
              static class Request {
                Context ctx;
              }

              @interface ContextCarrier {}

              @ContextCarrier
              void send(Context ctx) {}

              static class WithDefault {
                // BUG: Diagnostic contains: say why `Call` carries a context
                @ContextCarrier
                static class Call {
                  Context ctx;
                }

                @interface ContextCarrier {
                  String value() default "";
                }
              }
            }
            """)
        .doTest();
  }

  @Test
  void boundsThatNameThemselvesEnd() {
    helper()
        .addSourceLines(
            "Bounds.java",
            """
            import dev.baton.context.Context;
            import java.util.List;
            import java.util.Optional;

            class Bounds<T extends List<T>, E extends Comparable<E>, M extends List<Optional<M>>> {
              T self;
              E ordered;
              M mutual;

              // BUG: Diagnostic contains: keeps contexts in field `captured`
              List<? super List<? extends Context>> captured;

              void use(Context ctx) {}
            }
            """)
        .doTest();
  }

  @Test
  void boundsOfSeveralTypes() {
    helper()
        .addSourceLines(
            "Several.java",
            """
            import dev.baton.context.Context;
            import java.util.function.Consumer;
            import java.util.function.Supplier;

            class Several<S extends Runnable & Supplier<Context>> {
              // BUG: Diagnostic contains: keeps contexts in field `supplier`
              S supplier;

              static class Other<T extends Consumer<Context> & Runnable> {
                T consumer;
              }
            }
            """)
        .doTest();
  }

  @Test
  void providersOfInjectionYield() {
    helper()
        .addSourceLines(
            "dagger/Lazy.java",
            """
            package dagger;

            public interface Lazy<T> {
              T get();
            }
            """)
        .addSourceLines(
            "own/Lazy.java",
            """
            package own;

            public interface Lazy<T> {
              T get();
            }
            """)
        .addSourceLines(
            "Injected.java",
            """
            import dev.baton.context.Context;

            class Injected {
              // BUG: Diagnostic contains: keeps contexts in field `provider`
              javax.inject.Provider<Context> provider;

              // BUG: Diagnostic contains: keeps contexts in field `lazy`
              dagger.Lazy<Context> lazy;

              own.Lazy<Context> own;
              OwnSource<Context> source;

              interface OwnSource<T> extends java.util.function.Supplier<T> {}
            }
            """)
        .doTest();
  }

  @Test
  void ownersAreFollowedThroughTheOutermostClass() {
    helper()
        .addSourceLines(
            "Nodes.java",
            """
            import dev.baton.context.CancellableContext;
            import dev.baton.context.Context;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.Objects;
            import java.util.concurrent.BlockingQueue;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.atomic.AtomicReference;
            import java.util.function.Supplier;

            class Nodes {
              static class InResource {
                CancellableContext a;
              }

              void inResource(InResource node) {
                try (CancellableContext taken = node.a) {
                  taken.throwIfDone();
                }
              }

              static class Registered {
                CancellableContext b;
              }

              void register(Registered node, List<AutoCloseable> resources) {
                resources.add(Objects.requireNonNull(node.b));
              }

              static class Passed {
                CancellableContext c;
              }

              void pass(Passed node) {
                stop(node.c);
              }

              private static void stop(CancellableContext... all) {
                all[0].cancel();
              }

              static class Narrowed {
                protected CancellableContext d;
              }

              boolean narrow(Narrowed node) {
                return (Context) node.d instanceof CancellableContext taken && taken.cancel();
              }

              static class Supplied {
                CancellableContext f;
              }

              Supplier<CancellableContext> supply(Supplied node) {
                return () -> node.f;
              }

              static class InCell {
                CancellableContext g;
              }

              void intoCell(InCell node, CancellableContext[] cells) {
                cells[0] = node.g;
              }

              static class Chosen {
                CancellableContext h;
              }

              void choose(Chosen node, CancellableContext other) {
                (node.h == null ? other : node.h).cancel();
              }

              static class Adopted {
                CancellableContext i;
              }

              private AutoCloseable adopter;

              void adopt(Adopted node) {
                adopter = node.i;
              }

              record Lease(CancellableContext j) {
                void end() {
                  j().cancel();
                }
              }

              static class Borrowed {
                // BUG: Diagnostic contains: `Borrowed` keeps context `e` in a field
                CancellableContext e;
              }

              Context borrow(Borrowed node, List<Context> all) {
                all.add(node.e);
                System.out.println(node.e);
                CancellableContext alias = node.e;
                try (CancellableContext child = alias.withCancel()) {
                  child.throwIfDone();
                }
                return alias;
              }

              static class Containers {
                private Map<String, CancellableContext> entries;
                private BlockingQueue<CancellableContext> queue;
                private CompletableFuture<CancellableContext> future;
                private AtomicReference<CancellableContext> latest;
                private List<CancellableContext> handedOn;

                // BUG: Diagnostic contains: keeps contexts in field `counted`
                private List<CancellableContext> counted;

                void stop() {
                  for (Map.Entry<String, CancellableContext> entry : entries.entrySet()) {
                    entry.getValue().close();
                  }
                  List<CancellableContext> rest = new ArrayList<>();
                  queue.drainTo(rest);
                  rest.forEach(each -> each.cancel());
                  future.thenAccept(CancellableContext::close);
                  latest.getAndSet(null).cancel();
                  handedOn.forEach(this::end);
                  counted.forEach(this::see);
                  counted.removeIf(each -> each.isDone());
                }

                private void end(CancellableContext ctx) {
                  ctx.cancel();
                }

                private void see(Context ctx) {}
              }
            }
            """)
        .doTest();
  }

  @Test
  void privateOwnerThatNobodyCancelsIsLeftToLostCancel() {
    helper()
        .addSourceLines(
            "Forgetful.java",
            """
            import dev.baton.context.CancellableContext;
            import dev.baton.context.Context;
            import java.util.List;

            class Forgetful {
              private final CancellableContext lost = Context.background().withCancel();
              private static CancellableContext shared;

              // BUG: Diagnostic contains: keeps context `open` in a field
              final CancellableContext open = Context.background().withCancel();

              // BUG: Diagnostic contains: keeps contexts in field `many`
              private List<CancellableContext> many;
            }
            """)
        .doTest();
  }

  @Test
  void adapterReadsItsFieldOnlyInForeignSignatures() {
    helper()
        .addSourceLines(
            "Adapters.java",
            """
            import dev.baton.context.Context;
            import java.util.List;
            import java.util.concurrent.Callable;
            import java.util.concurrent.Executor;
            import java.util.function.Supplier;

            class Adapters {
              /** Private methods that call each other, and are called from run alone. */
              static class Recursive implements Runnable {
                private final Context a;

                Recursive(Context a) {
                  this.a = a;
                }

                @Override
                public void run() {
                  List.of(1).forEach(this::down);
                }

                private void down(int depth) {
                  a.throwIfDone();
                  if (depth > 0) {
                    up(depth);
                  }
                }

                private void up(int depth) {
                  down(depth - 1);
                }
              }

              static class AlsoCalledFromOutside implements Runnable {
                // BUG: Diagnostic contains: keeps context `b`
                private final Context b;

                AlsoCalledFromOutside(Context b) {
                  this.b = b;
                }

                @Override
                public void run() {
                  check();
                }

                void runNow() {
                  check();
                }

                private void check() {
                  b.throwIfDone();
                }
              }

              static class ReadFromOutside implements Runnable {
                // BUG: Diagnostic contains: keeps context `c`
                private Context c;

                @Override
                public void run() {
                  c.throwIfDone();
                }
              }

              boolean peek(ReadFromOutside task) {
                return task.c.isDone();
              }

              /** The method around could take the context. */
              static class Starter {
                // BUG: Diagnostic contains: keeps context `d`
                private Context d;

                void start(Executor executor) {
                  executor.execute(
                      new Runnable() {
                        @Override
                        public void run() {
                          d.throwIfDone();
                        }
                      });
                }
              }

              static class Holder extends Thread {
                // BUG: Diagnostic contains: keeps context `e` in a static field
                private static Context e;

                private Supplier<Context> f;

                @Override
                public void run() {
                  e.throwIfDone();
                  f.get().throwIfDone();
                }
              }

              record Query(Context g) implements Callable<Boolean> {
                @Override
                public Boolean call() {
                  return g().isDone();
                }
              }

              Callable<Boolean> anonymous(Context ctx) {
                return new Callable<>() {
                  private final Context h = ctx;

                  @Override
                  public Boolean call() {
                    return h.isDone();
                  }
                };
              }

              Object anonymousWithoutForce(Context ctx) {
                return new Object() {
                  // BUG: Diagnostic contains: an anonymous class keeps context `i` in a field
                  private final Context i = ctx;
                };
              }
            }
            """)
        .doTest();
  }

  @Test
  void missingSupertypesYieldNothing() {
    helper()
        .withClasspath(
            Context.class,
            CancellableContext.class,
            OnTheClassPath.class,
            OnTheClassPath.Present.class)
        .addSourceLines(
            "Loader.java",
            """
            import dev.baton.checker.OnTheClassPath.Present;
            import dev.baton.context.Context;
            import java.util.List;

            class Loader {
              Present present;
              List<Present> all;

              // BUG: Diagnostic contains: keeps context `ctx`
              Context ctx;
            }
            """)
        .doTest();
  }

  @Test
  void codeThatDoesNotCompileIsHandled() {
    Compilation compilation =
        Compiler.compiler(
                new BaseErrorProneJavaCompiler(
                    ScannerSupplier.fromBugCheckerClasses(StoredContext.class)))
            .withOptions("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-proc:none")
            .compile(
                JavaFileObjects.forSourceString(
                    "Broken",
                    """
                    import dev.baton.context.CancellableContext;
                    import dev.baton.context.Context;
                    import java.util.List;

                    class Broken extends Absent implements Runnable {
                      Context ctx;
                      List<Unknown> unknown;
                      List<CancellableContext> owners;

                      public void run() {
                        ctx.nothing();
                      }

                      @Override
                      void load(String id, Context ctx) {
                        owners.forEach(c -> c.nothing());
                        owners.forEach(Unknown::close);
                        new Unknown(owners.get(0));
                        missing(owners, () -> owners.get(0));
                        Unknown::close;
                      }

                      @ContextCarrier("")
                      static class Inner {
                        Context inner;
                      }
                    }
                    """));

    assertThat(compilation).failed();
    assertThat(compilation.diagnostics().toString()).doesNotContain("unhandled exception");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void syntaxOfJava25() {
    helper()
        .addSourceLines(
            "Modern.java",
            """
            import dev.baton.context.Context;
            import java.util.List;

            class Modern {
              // BUG: Diagnostic contains: keeps context `ctx`
              private final Context ctx;

              Modern(Context ctx) {
                this.ctx = ctx;
                super();
              }

              sealed interface Shape permits Circle {}

              // BUG: Diagnostic contains: keeps context `c` in a record component
              record Circle(Context c) implements Shape {}

              boolean isDone(Shape shape, List<Integer> numbers) {
                numbers.forEach(_ -> {});
                return switch (shape) {
                  case Circle(var c) when c.isDone() -> true;
                  case Circle(_) -> false;
                };
              }
            }
            """)
        .doTest();
  }

  @Test
  void ownersAreFollowedAsWhatCanBeClosed() {
    helper()
        .addSourceLines(
            "Closed.java",
            """
            import dev.baton.context.CancellableContext;
            import dev.baton.context.Context;
            import java.util.ArrayList;
            import java.util.Collection;
            import java.util.List;

            class Closed {
              final List<CancellableContext> eachClosed = new ArrayList<>();
              final List<CancellableContext> closedByReference = new ArrayList<>();
              final List<CancellableContext> closedByHelper = new ArrayList<>();
              final List<CancellableContext> movedElsewhere = new ArrayList<>();
              protected CancellableContext closedAsAlias;
              // BUG: Diagnostic contains: keeps contexts in field `onlyUsed`
              final List<CancellableContext> onlyUsed = new ArrayList<>();

              void stop(List<AutoCloseable> rest) throws Exception {
                for (AutoCloseable each : eachClosed) {
                  each.close();
                }
                closedByReference.forEach(Closed::closeQuietly);
                closeAll(closedByHelper);
                rest.addAll(movedElsewhere);
                AutoCloseable alias = closedAsAlias;
                alias.close();
                useAll(onlyUsed);
              }

              static void closeQuietly(AutoCloseable closeable) {}

              static void closeAll(Iterable<? extends AutoCloseable> closeables) {}

              static void useAll(Collection<? extends Context> contexts) {}
            }
            """)
        .doTest();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void whoTakesAnAdapterApartReadsIt() {
    helper()
        .addSourceLines(
            "Apart.java",
            """
            import dev.baton.context.Context;

            class Apart {
              // BUG: Diagnostic contains: keeps context `ctx` in a record component
              record Task(Context ctx, String name) implements Runnable {
                public void run() {
                  ctx.throwIfDone();
                }
              }

              record Named(Context ctx, String name) implements Runnable {
                public void run() {
                  ctx.throwIfDone();
                }
              }

              boolean isDone(Object task) {
                return task instanceof Task(var ctx, String name) && ctx.isDone();
              }

              String name(Object task) {
                return task instanceof Named named ? named.name() : "";
              }
            }
            """)
        .doTest();
  }

  @Test
  void elementsOfContainersAreFollowed() {
    helper()
        .addSourceLines(
            "Elements.java",
            """
            import dev.baton.context.CancellableContext;
            import dev.baton.context.Context;
            import java.util.ArrayList;
            import java.util.Comparator;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            class Elements {
              final CancellableContext[] cells = new CancellableContext[3];
              final Map<String, List<CancellableContext>> nested = new HashMap<>();
              final List<CancellableContext> added = new ArrayList<>();
              final List<CancellableContext> chosen = new ArrayList<>();
              // BUG: Diagnostic contains: keeps contexts in field `printed`
              final List<CancellableContext> printed = new ArrayList<>();
              // BUG: Diagnostic contains: keeps contexts in field `sorted`
              final List<CancellableContext> sorted = new ArrayList<>();

              void stop(List<Object> sink, List<Context> plain, boolean all) {
                cells[0].close();
                nested.values().stream().flatMap(List::stream).forEach(each -> each.cancel());
                added.forEach(sink::add);
                (all ? chosen : List.<CancellableContext>of()).forEach(CancellableContext::close);
                printed.forEach(System.out::println);
                plain.addAll(sorted);
                sorted.sort(Comparator.comparing(Context::toString));
                sorted.stream().map(Context::isDone).toList();
              }
            }
            """)
        .doTest();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void ownersAreFollowedThroughPatterns() {
    helper()
        .addSourceLines(
            "Patterns.java",
            """
            import dev.baton.context.CancellableContext;
            import java.util.HashMap;
            import java.util.Map;

            class Patterns {
              final Map<String, CancellableContext> selected = new HashMap<>();

              record Tested(CancellableContext ctx, String name) {}

              record Switched(String name, CancellableContext ctx) {}

              record Nested(CancellableContext ctx) {}

              record Around(Nested nested, int number) {}

              // BUG: Diagnostic contains: `Named` keeps context `ctx` in a record component
              record Named(CancellableContext ctx, String name) {}

              boolean stop(Object any, CancellableContext other) {
                if (any instanceof Tested(CancellableContext ctx, String name)) {
                  return ctx.cancel();
                }
                if (any instanceof Around(Nested(var inner), int number)) {
                  inner.close();
                }
                if (any instanceof Named(var ctx, String name)) {
                  System.out.println(name + ctx.isDone());
                }
                switch (any) {
                  case Switched(var name, var ctx) -> ctx.close();
                  default -> other.close();
                }
                return switch (selected.remove("id")) {
                  case null -> false;
                  case CancellableContext ctx when ctx.isDone() -> true;
                  case CancellableContext ctx -> ctx.cancel();
                };
              }
            }
            """)
        .doTest();
  }
}
