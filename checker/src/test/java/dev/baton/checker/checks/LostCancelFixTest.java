package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locals that their block closes when the fix has been applied. */
final class LostCancelFixTest {

  @TempDir private Path folder;

  private Shops shops() {
    return new Shops(LostCancel.class, folder);
  }

  @Test
  void whatIsDeclared() {
    shops()
        .changes(
            "returnsBeforeTheManualCancel",
            """
              String name(Context ctx, String id) {
                var timed = ctx.withTimeout(SECOND);
                if (isOpen()) {
                  return id;
                }
                String name = load(timed, id);
                timed.cancel();
                return name;
              }
            """,
            """
              String name(Context ctx, String id) {
                try (var timed = ctx.withTimeout(SECOND)) {
                  if (isOpen()) {
                    return id;
                  }
                  String name = load(timed, id);
                  return name;
                }
              }
            """)
        .changes(
            "keptAsPlainContext",
            """
              String name(Context ctx, String id) {
                Context timed = ctx.withTimeout(SECOND);
                return load(timed, id);
              }
            """,
            """
              String name(Context ctx, String id) {
                try (CancellableContext timed = ctx.withTimeout(SECOND)) {
                  return load(timed, id);
                }
              }
            """)
        .changes(
            "keptAsAutoCloseable",
            """
              void open(Context ctx, String id) throws Exception {
                AutoCloseable child = ctx.withCancel();
                if (isOpen()) {
                  return;
                }
                print(id + (child == ctx));
                child.close();
              }
            """,
            """
              void open(Context ctx, String id) throws Exception {
                try (CancellableContext child = ctx.withCancel()) {
                  if (isOpen()) {
                    return;
                  }
                  print(id + (child == ctx));
                }
              }
            """)
        .changes(
            "finalAndAnnotated",
            """
              String name(Context ctx, String id) {
                @SuppressWarnings("unused")
                final var timed = ctx.withTimeout(SECOND);
                return load(timed, id);
              }
            """,
            """
              String name(Context ctx, String id) {
                try (@SuppressWarnings("unused")
                final var timed = ctx.withTimeout(SECOND)) {
                  return load(timed, id);
                }
              }
            """)
        .changes(
            "parenthesized",
            """
              String name(Context ctx, String id) {
                var timed = (ctx.withTimeout(SECOND));
                return load(timed, id);
              }
            """,
            """
              String name(Context ctx, String id) {
                try (var timed = (ctx.withTimeout(SECOND))) {
                  return load(timed, id);
                }
              }
            """)
        .changes(
            "declarationOverSeveralLines",
            """
              String name(Context ctx, String id) {
                var timed =
                    ctx.withTimeout(
                        SECOND);
                return load(
                    timed,
                    id);
              }
            """,
            """
              String name(Context ctx, String id) {
                try (var timed =
                    ctx.withTimeout(
                        SECOND)) {
                  return load(
                      timed,
                      id);
                }
              }
            """)
        .changes(
            "factoryOfItsOwn",
            """
              String work(Context ctx, String id) {
                var child = openScope(ctx);
                return load(child, id);
              }

              abstract CancellableContext openScope(Context ctx);
            """,
            """
              String work(Context ctx, String id) {
                try (var child = openScope(ctx)) {
                  return load(child, id);
                }
              }

              abstract CancellableContext openScope(Context ctx);
            """)
        .changes(
            "mustCancelOfAnotherType",
            """
              int work() {
                var worker = hire();
                int first = worker.step();
                if (first > 0) {
                  return first;
                }
                worker.close();
                return 0;
              }

              @MustCancel
              abstract Worker hire();

              interface Worker extends AutoCloseable {
                int step();

                @Override
                void close();
              }
            """,
            """
              int work() {
                try (var worker = hire()) {
                  int first = worker.step();
                  if (first > 0) {
                    return first;
                  }
                  return 0;
                }
              }

              @MustCancel
              abstract Worker hire();

              interface Worker extends AutoCloseable {
                int step();

                @Override
                void close();
              }
            """)
        .changes(
            "typeVariable",
            """
              <W extends Worker> int work(Class<W> type) {
                W worker = hire(type);
                if (isOpen()) {
                  return 0;
                }
                return worker.step();
              }

              @MustCancel
              abstract <W extends Worker> W hire(Class<W> type);

              interface Worker extends AutoCloseable {
                int step();

                @Override
                void close();
              }
            """,
            """
              <W extends Worker> int work(Class<W> type) {
                try (W worker = hire(type)) {
                  if (isOpen()) {
                    return 0;
                  }
                  return worker.step();
                }
              }

              @MustCancel
              abstract <W extends Worker> W hire(Class<W> type);

              interface Worker extends AutoCloseable {
                int step();

                @Override
                void close();
              }
            """)
        .test();
  }

  @Test
  void where() {
    shops()
        .changes(
            "nestedBlock",
            """
              void work(Context ctx, String id) {
                if (isOpen()) {
                  synchronized (this) {
                    var child = ctx.withCancel();
                    load(child, id);
                  }
                }
                print(id);
              }
            """,
            """
              void work(Context ctx, String id) {
                if (isOpen()) {
                  synchronized (this) {
                    try (var child = ctx.withCancel()) {
                      load(child, id);
                    }
                  }
                }
                print(id);
              }
            """)
        .changes(
            "insideALambda",
            """
              Runnable task(Context ctx, String id) {
                return () -> {
                  var child = ctx.withCancel();
                  load(child, id);
                };
              }
            """,
            """
              Runnable task(Context ctx, String id) {
                return () -> {
                  try (var child = ctx.withCancel()) {
                    load(child, id);
                  }
                };
              }
            """)
        .changes(
            "insideAnAnonymousClass",
            """
              Runnable task(Context ctx, String id) {
                return new Runnable() {
                  @Override
                  public void run() {
                    var child = ctx.withCancel();
                    load(child, id);
                  }
                };
              }
            """,
            """
              Runnable task(Context ctx, String id) {
                return new Runnable() {
                  @Override
                  public void run() {
                    try (var child = ctx.withCancel()) {
                      load(child, id);
                    }
                  }
                };
              }
            """)
        .changes(
            "initializersAndConstructors",
            """
              {
                var child = Context.background().withCancel();
                use(child);
              }

              static {
                var child = Context.background().withCancel();
                print(child.isDone());
              }

              Shop(Context ctx) {
                var child = ctx.withCancel();
                name = load(child, "x");
              }

              private final String name;
            """,
            """
              {
                try (var child = Context.background().withCancel()) {
                  use(child);
                }
              }

              static {
                try (var child = Context.background().withCancel()) {
                  print(child.isDone());
                }
              }

              Shop(Context ctx) {
                try (var child = ctx.withCancel()) {
                  name = load(child, "x");
                }
              }

              private final String name;
            """)
        .changes(
            "continueLeavesTheRound",
            """
              int ship(Context ctx, List<String> parcels) {
                int shipped = 0;
                for (String parcel : parcels) {
                  var timed = ctx.withTimeout(SECOND);
                  if (parcel.isBlank()) {
                    timed.close();
                    continue;
                  }
                  if (parcel.length() > 5) {
                    continue;
                  }
                  shipped += timed.isDone() ? 0 : 1;
                  timed.close();
                }
                return shipped;
              }
            """,
            """
              int ship(Context ctx, List<String> parcels) {
                int shipped = 0;
                for (String parcel : parcels) {
                  try (var timed = ctx.withTimeout(SECOND)) {
                    if (parcel.isBlank()) {
                      continue;
                    }
                    if (parcel.length() > 5) {
                      continue;
                    }
                    shipped += timed.isDone() ? 0 : 1;
                  }
                }
                return shipped;
              }
            """)
        .changes(
            "labelledLoop",
            """
              void work(Context ctx, List<String> ids) {
                outer:
                for (String id : ids) {
                  for (String other : ids) {
                    var child = ctx.withCancel();
                    if (load(child, other).equals(id)) {
                      continue outer;
                    }
                    child.cancel();
                  }
                }
              }
            """,
            """
              void work(Context ctx, List<String> ids) {
                outer:
                for (String id : ids) {
                  for (String other : ids) {
                    try (var child = ctx.withCancel()) {
                      if (load(child, other).equals(id)) {
                        continue outer;
                      }
                    }
                  }
                }
              }
            """)
        .changes(
            "endlessLoop",
            """
              void poll(Context ctx) throws IOException {
                while (true) {
                  var round = ctx.withCancel();
                  read(round);
                }
              }
            """,
            """
              void poll(Context ctx) throws IOException {
                while (true) {
                  try (var round = ctx.withCancel()) {
                    read(round);
                  }
                }
              }
            """)
        .changes(
            "groupOfASwitch",
            """
              void choose(Context ctx, int n, String id) {
                switch (n) {
                  case 0:
                    print(id);
                    var child = ctx.withCancel();
                    if (isOpen()) {
                      break;
                    }
                    String name = load(child, id);
                    print(name);
                    child.cancel();
                    break; // done
                  case 1:
                    var other = ctx.withCancel();
                    use(other);
                    // fall through
                  case 2: var last = ctx.withCancel(); use(last); // no break
                  default:
                    print("none");
                }
              }
            """,
            """
              void choose(Context ctx, int n, String id) {
                switch (n) {
                  case 0:
                    print(id);
                    try (var child = ctx.withCancel()) {
                      if (isOpen()) {
                        break;
                      }
                      String name = load(child, id);
                      print(name);
                      break; // done
                    }
                  case 1:
                    try (var other = ctx.withCancel()) {
                      use(other);
                    }
                    // fall through
                  case 2: try (var last = ctx.withCancel()) { use(last); } // no break
                  default:
                    print("none");
                }
              }
            """)
        .changes(
            "groupOfASwitchExpression",
            """
              int choose(Context ctx, int n, String id) {
                return switch (n) {
                  case 0:
                    var child = ctx.withCancel();
                    yield load(child, id).length();
                  default:
                    yield 1;
                };
              }
            """,
            """
              int choose(Context ctx, int n, String id) {
                return switch (n) {
                  case 0:
                    try (var child = ctx.withCancel()) {
                      yield load(child, id).length();
                    }
                  default:
                    yield 1;
                };
              }
            """)
        .changes(
            "ruleOfASwitch",
            """
              int choose(Context ctx, int n, String id) {
                return switch (n) {
                  case 0 -> {
                    var child = ctx.withCancel();
                    yield load(child, id).length();
                  }
                  default -> 1;
                };
              }
            """,
            """
              int choose(Context ctx, int n, String id) {
                return switch (n) {
                  case 0 -> {
                    try (var child = ctx.withCancel()) {
                      yield load(child, id).length();
                    }
                  }
                  default -> 1;
                };
              }
            """)
        .changes(
            "localClassAfter",
            """
              int work(Context ctx) {
                var child = ctx.withCancel();
                record Pair(int a, int b) {}
                return child.isDone() ? 1 : new Pair(1, 2).a();
              }
            """,
            """
              int work(Context ctx) {
                try (var child = ctx.withCancel()) {
                  record Pair(int a, int b) {}
                  return child.isDone() ? 1 : new Pair(1, 2).a();
                }
              }
            """)
        .changes(
            "assignedInsideAndUsedAfter",
            """
              String work(Context ctx, String id) {
                final String name;
                int n;
                if (isOpen()) {
                  var child = ctx.withCancel();
                  name = load(child, id);
                  n = 1;
                } else {
                  name = id;
                  n = 2;
                }
                Supplier<String> all = () -> name + n;
                return all.get();
              }
            """,
            """
              String work(Context ctx, String id) {
                final String name;
                int n;
                if (isOpen()) {
                  try (var child = ctx.withCancel()) {
                    name = load(child, id);
                    n = 1;
                  }
                } else {
                  name = id;
                  n = 2;
                }
                Supplier<String> all = () -> name + n;
                return all.get();
              }
            """)
        .test();
  }

  @Test
  void howItIsUsed() {
    shops()
        .changes(
            "derivedContextsStayInside",
            """
              String work(Context ctx, String id) {
                var timed = ctx.withTimeout(SECOND);
                Context named = timed.withValue(NAME, id);
                if (named.isDone() || timed.value(NAME) == null) {
                  return "";
                }
                try (var inner = named.withCancel()) {
                  return load(inner, id);
                }
              }
            """,
            """
              String work(Context ctx, String id) {
                try (var timed = ctx.withTimeout(SECOND)) {
                  Context named = timed.withValue(NAME, id);
                  if (named.isDone() || timed.value(NAME) == null) {
                    return "";
                  }
                  try (var inner = named.withCancel()) {
                    return load(inner, id);
                  }
                }
              }
            """)
        .changes(
            "waitedForAtOnce",
            """
              String work(Context ctx, String id) throws Exception {
                var timed = ctx.withTimeout(SECOND);
                timed.done().toCompletableFuture().get();
                String name = fetch(timed, id).get();
                try (var in = stream(timed)) {
                  return name + in.read() + timed.err() + timed;
                }
              }
            """,
            """
              String work(Context ctx, String id) throws Exception {
                try (var timed = ctx.withTimeout(SECOND)) {
                  timed.done().toCompletableFuture().get();
                  String name = fetch(timed, id).get();
                  try (var in = stream(timed)) {
                    return name + in.read() + timed.err() + timed;
                  }
                }
              }
            """)
        .changes(
            "givenToAFunction",
            """
              int work(Context ctx, ToIntFunction<Context> work) {
                var timed = ctx.withTimeout(SECOND);
                return work.applyAsInt(timed);
              }
            """,
            """
              int work(Context ctx, ToIntFunction<Context> work) {
                try (var timed = ctx.withTimeout(SECOND)) {
                  return work.applyAsInt(timed);
                }
              }
            """)
        .test();
  }

  @Test
  void contextsOfGrpc() {
    FixTester.of(LostCancel.class, folder, "-XepOpt:Baton:Models=grpc")
        .changes(
            "Calls.java",
            """
            import io.grpc.Context;

            class Calls {
              void run(Runnable job, boolean now) {
                Context child = Context.current().withCancellation();
                if (now) {
                  return;
                }
                child.run(job);
              }

              void attached(Runnable job, boolean now) {
                var child = Context.current().withCancellation();
                if (now) {
                  return;
                }
                Context previous = child.attach();
                try {
                  job.run();
                } finally {
                  child.detach(previous);
                }
                child.cancel(null);
              }
            }
            """,
            """
            import io.grpc.Context;

            class Calls {
              void run(Runnable job, boolean now) {
                try (Context.CancellableContext child = Context.current().withCancellation()) {
                  if (now) {
                    return;
                  }
                  child.run(job);
                }
              }

              void attached(Runnable job, boolean now) {
                try (var child = Context.current().withCancellation()) {
                  if (now) {
                    return;
                  }
                  Context previous = child.attach();
                  try {
                    job.run();
                  } finally {
                    child.detach(previous);
                  }
                }
              }
            }
            """)
        .test();
  }

  @Test
  void strictly() {
    FixTester.of(LostCancel.class, folder, "-XepOpt:LostCancel:Strict=true")
        .changes(
            "Strict.java",
            """
            import dev.baton.context.Context;

            class Strict {
              static boolean isLive(Context ctx) {
                var child = ctx.withCancel();
                boolean isLive = child.remaining().compareTo(ctx.remaining()) > 0;
                child.cancel();
                return isLive;
              }
            }
            """,
            """
            import dev.baton.context.Context;

            class Strict {
              static boolean isLive(Context ctx) {
                try (var child = ctx.withCancel()) {
                  boolean isLive = child.remaining().compareTo(ctx.remaining()) > 0;
                  return isLive;
                }
              }
            }
            """)
        .test();
  }
}
