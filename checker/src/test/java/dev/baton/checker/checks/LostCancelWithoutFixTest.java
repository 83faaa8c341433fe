package dev.baton.checker.checks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings without a fix, since it would break something or somebody would notice. */
final class LostCancelWithoutFixTest {

  @TempDir private Path folder;

  private Shops shops() {
    return new Shops(LostCancel.class, folder);
  }

  @Test
  void itOrWhatIsMadeOfItLeavesTheBlock() {
    shops()
        .leaves(
            "returnedAsPlainContext",
            """
              Context child(Context ctx) {
                var child = ctx.withCancel();
                return child;
              }
            """)
        .leaves(
            "derivedContextReturned",
            """
              Context child(Context ctx, String id) {
                var timed = ctx.withTimeout(SECOND);
                Context named = timed.withValue(NAME, id);
                return named;
              }
            """)
        .leaves(
            "closeableReturned",
            """
              InputStream open(Context ctx) {
                var child = ctx.withTimeout(SECOND);
                return stream(child);
              }
            """)
        .leaves(
            "unknownResultReturned",
            """
              <T> T call(Context ctx, Function<Context, T> work) {
                var child = ctx.withTimeout(SECOND);
                return work.apply(child);
              }
            """)
        .leaves(
            "keptByAnObject",
            """
              Object keep(Context ctx) {
                var child = ctx.withCancel();
                var request = new Request(child);
                return request;
              }
              private record Request(Context ctx) {}
            """)
        .leaves(
            "madeByAMethod",
            """
              Runner runner(Context ctx) {
                var child = ctx.withCancel();
                return newRunner(child);
              }
              abstract Runner newRunner(Context ctx);
              static final class Runner {}
            """)
        .leaves(
            "derivedBelowWhereItLeaves",
            """
              Context last(Context ctx, List<String> ids) {
                var child = ctx.withCancel();
                Context last = null;
                for (String id : ids) {
                  if (id.isEmpty()) {
                    return last;
                  }
                  last = child.withValue(NAME, id);
                }
                return null;
              }
            """)
        .leaves(
            "assignedToField",
            """
              void keep(Context ctx) {
                var child = ctx.withCancel();
                kept[0] = child;
                print("kept");
              }
              private final Context[] kept = new Context[1];
            """)
        .leaves(
            "addedToList",
            """
              void keep(Context ctx, List<Context> all) {
                var child = ctx.withCancel();
                all.add(child);
                print("kept");
              }
            """)
        .leaves(
            "setInAReference",
            """
              void keep(Context ctx, AtomicReference<Context> last) {
                var child = ctx.withCancel();
                last.lazySet(child);
                print("kept");
              }
            """)
        .leaves(
            "setInABuilder",
            """
              Builder build(Context ctx, String id) {
                var child = ctx.withCancel();
                return newBuilder().parent(child).id(id);
              }
              abstract Builder newBuilder();
              interface Builder {
                Builder parent(Context ctx);
                Builder id(String id);
                String build();
              }
            """)
        .leaves(
            "setByPropertyName",
            """
              void set(Context ctx, Shared shared) {
                var child = ctx.withCancel();
                shared.ctx(child);
                print("set");
              }
              interface Shared {
                void ctx(Context ctx);
              }
            """)
        .leaves(
            "sequenceReturned",
            """
              Rows rows(Context ctx, String sql) {
                var child = ctx.withCancel();
                return query(child, sql);
              }
              abstract Rows query(Context ctx, String sql);
              interface Rows extends Iterable<String> {
                List<String> columns();
              }
            """)
        .leaves(
            "handedOnByAnotherPath",
            """
              void work(Context ctx, Deque<AutoCloseable> owners) {
                var child = ctx.withCancel();
                if (isOpen()) {
                  owners.push(child);
                }
              }
            """)
        .leaves(
            "passedOnByAnotherPath",
            """
              void work(Context ctx) {
                var child = ctx.withCancel();
                if (isOpen()) {
                  finish(child);
                }
              }

              abstract void finish(CancellableContext owned);
            """)
        .leaves(
            "closedByAnotherTry",
            """
              void work(Context ctx) {
                var child = ctx.withCancel();
                if (isOpen()) return;
                try (child) {
                  use(child);
                }
              }
            """)
        .test();
  }

  @Test
  void itMayBeUsedLater() {
    shops()
        .leaves(
            "capturedByLambda",
            """
              void start(Context ctx, Executor executor) {
                var child = ctx.withCancel();
                executor.execute(() -> child.throwIfDone());
              }
            """)
        .leaves(
            "capturedByMethodReference",
            """
              void start(Context ctx, Executor executor) {
                var child = ctx.withCancel();
                executor.execute(child::throwIfDone);
              }
            """)
        .leaves(
            "capturedByClass",
            """
              Runnable start(Context ctx) {
                var child = ctx.withCancel();
                return new Runnable() {
                  @Override
                  public void run() {
                    use(child);
                  }
                };
              }
            """)
        .leaves(
            "futureReturned",
            """
              Future<String> ask(Context ctx, String id) {
                var child = ctx.withTimeout(SECOND);
                return fetch(child, id);
              }
            """)
        .leaves(
            "futureNotWaitedFor",
            """
              void ask(Context ctx, String id) {
                var child = ctx.withTimeout(SECOND);
                fetch(child, id);
              }
            """)
        .leaves(
            "futureInLocal",
            """
              boolean ask(Context ctx, String id) {
                var child = ctx.withTimeout(SECOND);
                var future = fetch(child, id);
                return future.isDone();
              }
            """)
        .leaves(
            "futureForgotten",
            """
              void ask(Context ctx, String id) {
                var child = ctx.withTimeout(SECOND);
                Future<String> answer = fetch(child, id);
                print("asked");
              }
            """)
        .leaves(
            "jobsOfALoop",
            """
              void ask(Context ctx, Deque<Object> all) {
                var child = ctx.withTimeout(SECOND);
                for (Future<String> answer : fetchAll(child)) {
                  all.push(answer);
                }
              }
              abstract List<Future<String>> fetchAll(Context ctx);
            """)
        .leaves(
            "workStarted",
            """
              void work(Context ctx) {
                var child = ctx.withCancel();
                startWorker(child, "x");
              }
              abstract void startWorker(Context ctx, String id);
            """)
        .leaves(
            "taskHandedToAnExecutor",
            """
              void work(Context ctx, Pool pool) {
                var child = ctx.withCancel();
                if (isOpen()) {
                  return;
                }
                pool.execute(child, () -> print("late"));
              }
              interface Pool {
                void execute(Context ctx, Runnable task);
              }
            """)
        .leaves(
            "workDispatched",
            """
              void work(Context ctx) {
                var child = ctx.withCancel();
                dispatchWork(child, "x");
              }
              abstract void dispatchWork(Context ctx, String id);
            """)
        .leaves(
            "listenerLeft",
            """
              void work(Context ctx) {
                var child = ctx.withCancel();
                child.afterFunc(() -> print("late"));
                use(child);
              }
            """)
        .test();
  }

  @Test
  void itCannotBeAResource() {
    shops()
        .leaves(
            "overwritten",
            """
              void work(Context ctx) {
                var child = ctx.withCancel();
                use(child);
                child = ctx.withTimeout(SECOND);
                use(child);
              }
            """)
        .leaves(
            "twoInOneStatement",
            """
              void work(Context ctx) {
                CancellableContext one = ctx.withCancel(), two = ctx.withCancel();
                use(one);
                use(two);
              }
            """)
        .leaves(
            "declaredInFor",
            """
              void work(Context ctx) {
                for (var child = ctx.withCancel(); isOpen(); ) {
                  use(child);
                }
              }
            """)
        .leaves(
            "assignedLater",
            """
              void work(Context ctx) {
                CancellableContext child;
                child = ctx.withCancel();
                use(child);
              }
            """)
        .leaves(
            "chosen",
            """
              void work(Context ctx) {
                var child = isOpen() ? ctx.withCancel() : ctx.withTimeout(SECOND);
                use(child);
              }
            """)
        .leaves(
            "noVariable",
            """
              Context work(Context ctx) {
                ctx.withCancel();
                use(ctx.withCancel());
                Context named = ctx.withCancel().withValue(NAME, "x");
                use(named);
                return ctx.withCancel();
              }
            """)
        .leaves(
            "neverMentioned",
            """
              String work(Context ctx, String id) {
                var unused = ctx.withCancel();
                var timed = ctx.withTimeout(SECOND);
                return load(ctx, id);
              }
            """)
        .leaves(
            "mentionedOnlyToCancelIt",
            """
              String work(Context ctx, String id) {
                var timed = ctx.withTimeout(SECOND);
                if (id.isEmpty()) {
                  return id;
                }
                String loaded = load(ctx, id);
                timed.close();
                return loaded;
              }
            """)
        .leaves(
            "closeStays",
            """
              void work(Context ctx, String id) {
                var child = ctx.withCancel();
                load(child, id);
                if (id.isEmpty()) {
                  child.close();
                } else {
                  load(ctx, id);
                }
              }
            """)
        .leaves(
            "lastOfItsBlock",
            """
              void work(Context ctx) {
                var child = ctx.withCancel();
              }
            """)
        .leaves(
            "seenByLaterGroup",
            """
              void choose(Context ctx, int n) {
                switch (n) {
                  case 0:
                    var child = ctx.withCancel();
                    int weight = child.isDone() ? 1 : 2;
                    print(weight);
                    break;
                  default:
                    weight = 3;
                    print(weight);
                }
              }
            """)
        .leaves(
            "cannotBeClosed",
            """
              void work() {
                var job = newJob();
                job.run();
              }
              @MustCancel
              abstract Job newJob();
              interface Job {
                void run();
                void cancel();
              }
            """)
        .leaves(
            "closeThrows",
            """
              void work() {
                var job = newJob();
                job.run();
              }
              @MustCancel
              abstract Job newJob();
              interface Job extends Closeable {
                void run();
              }
            """)
        .test();
  }

  @Test
  void anotherTypeWouldChangeWhatTheCodeMeans() {
    shops()
        .leaves(
            "anotherOverloadWouldApply",
            """
              void work(Context ctx) {
                Context child = ctx.withCancel();
                tell(child);
              }
              static void tell(Context ctx) {}
              static void tell(AutoCloseable closeable) {}
            """)
        .leaves(
            "anotherMethodWouldApply",
            """
              void work() {
                Task task = newJob();
                task.tell("x");
              }

              @MustCancel
              abstract Job newJob();

              interface Task extends AutoCloseable {
                void tell(Object text);
              }

              interface Job extends Task {
                void tell(String text);

                @Override
                void close();
              }
            """)
        .leaves(
            "typeInferredFromIt",
            """
              void work(Context ctx) {
                Context child = ctx.withCancel();
                var next = child;
                next = ctx;
                use(next);
              }
            """)
        .leaves(
            "catchOfTheDeclaredException",
            """
              void work(Context ctx) {
                AutoCloseable child = ctx.withCancel();
                if (isOpen()) return;
                try {
                  child.close();
                } catch (InterruptedException e) {
                  print(e);
                } catch (Exception e) {
                  print("failed");
                }
              }
            """)
        .test();
  }

  @Test
  void reactiveTypesReturned() {
    FixTester tester = FixTester.of(LostCancel.class, folder);
    for (String type : new String[] {"Completable", "Maybe", "Observable", "Single"}) {
      String rx = "io/reactivex/rxjava3/core/";
      tester
          .beside(
              rx + type + "Source.java",
              "package io.reactivex.rxjava3.core; public interface TYPESource { void subscribe(); }"
                  .replace("TYPE", type))
          .beside(
              rx + type + ".java",
              """
              package io.reactivex.rxjava3.core;

              public abstract class TYPE implements TYPESource {
                public abstract void blocking();
              }
              """
                  .replace("TYPE", type))
          .leaves(
              type + "s.java",
              """
              import dev.baton.context.Context;
              import io.reactivex.rxjava3.core.TYPE;

              abstract class TYPEs {
                abstract TYPE get(Context ctx, String id);

                TYPE find(Context ctx, String id) {
                  var child = ctx.withCancel();
                  if (id.isEmpty()) {
                    return null;
                  }
                  return get(child, id);
                }
              }
              """
                  .replace("TYPE", type));
    }
    tester.test();
  }

  @Test
  void beforeTheCallOfAConstructor() {
    assumeTrue(Runtime.version().feature() >= 25);

    shops()
        .leaves(
            "flexible",
            """
              static final class Child {
                Child(Context ctx, boolean isOpen) {
                  var child = ctx.withCancel();
                  if (isOpen) {
                    throw new IllegalStateException();
                  }
                  boolean isDone = child.isDone();
                  super();
                  print(isDone);
                  child.cancel();
                }
              }
            """)
        .test();
  }

  @Test
  void typeThatCannotBeNamed() {
    FixTester.of(LostCancel.class, folder)
        .beside(
            "hidden/Jobs.java",
            """
            package hidden;

            import dev.baton.context.annotation.MustCancel;

            public final class Jobs {
              @MustCancel
              public static Job newJob() {
                return new Job();
              }

              static final class Job implements AutoCloseable {
                @Override
                public void close() {}
              }
            }
            """)
        .leaves(
            "Work.java",
            """
            import hidden.Jobs;

            class Work {
              void run(boolean now) throws Exception {
                AutoCloseable job = Jobs.newJob();
                if (now) {
                  return;
                }
                job.close();
              }
            }
            """)
        .test();
  }
}
