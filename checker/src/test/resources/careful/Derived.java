package careful;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.Key;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Contexts derived where it looks as if they grew, or were of no use. */
final class Derived {
  private static final Key<String> TRACE = Key.of("trace");
  private static final Key<Map<String, String>> BAGGAGE = Key.of("baggage");

  interface Middleware {
    Context apply(Context ctx);
  }

  static int load(Context ctx, String id) {
    return ctx.isDone() ? 0 : id.length();
  }

  static Context tagged(Context ctx, Object tag) {
    return ctx.withValue(TRACE, tag.toString());
  }

  static Context throughAll(Context ctx, List<Middleware> middlewares) {
    Context last = ctx;
    for (Middleware middleware : middlewares) {
      last = middleware.apply(last);
    }
    return last;
  }

  static int deeper(Context ctx, int depth) {
    return depth == 0 ? load(ctx, "") : deeper(tagged(ctx, depth), depth - 1);
  }

  static void eachFromTheSame(Context ctx, int rounds) {
    Context ofRound;
    for (int i = 0; i < rounds; i++) {
      ofRound = tagged(ctx, i);
      ofRound = tagged(ofRound, "again");
      load(ofRound, "");
    }
  }

  static Context onCondition(Context ctx, boolean isAdmin, String user) {
    if (isAdmin) {
      ctx = tagged(ctx, "admin");
    }
    ctx = tagged(ctx, user);
    return ctx;
  }

  static Context firstHeader(Context ctx, Map<String, String> headers) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equals("traceparent")) {
        ctx = tagged(ctx, header.getValue());
        break;
      }
    }
    return ctx;
  }

  static void leavesBoth(Context ctx) {
    outer:
    for (; ; ) {
      for (; ; ) {
        ctx = tagged(ctx, 1);
        load(ctx, "");
        break outer;
      }
    }
  }

  static int untilOneSucceeds(Context ctx) {
    for (int i = 0; i < 3; i++) {
      try (CancellableContext timed = ctx.withTimeout(Duration.ofMillis(100))) {
        return load(timed, "");
      } catch (ContextException e) {
        if (ctx.isDone()) {
          throw e;
        }
      }
    }
    return 0;
  }

  static void nested(Context ctx, List<List<String>> lists) {
    for (List<String> list : lists) {
      Context ofList = tagged(ctx, list);
      for (String item : list) {
        load(tagged(ofList, item), item);
      }
    }
  }

  static Context folded(Context ctx, Map<String, String> baggage) {
    return baggage.values().stream()
        .reduce(ctx, (before, value) -> before.withValue(TRACE, value), (one, other) -> other);
  }

  static void pump(Context ctx, Iterator<String> lines) {
    while (lines.hasNext() && !ctx.isDone()) {
      Context ofLine = tagged(ctx, "line");
      load(ofLine, lines.next());
    }
  }

  static boolean onlyAsked(Context ctx) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ZERO)) {
      return timed.isDone();
    }
  }

  static void onlyWaitedFor(Context ctx) throws InterruptedException {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(1))) {
      timed.awaitDone();
    }
  }

  static Supplier<Integer> captured(Context ctx) {
    Context named = tagged(ctx, "later");
    return () -> load(named, "");
  }

  static void handedOn(Context ctx, Consumer<Context> next) {
    next.accept(ctx.withValue(BAGGAGE, Map.of()));
  }

  static Optional<Context> mapped(Context ctx) {
    return Optional.of(ctx).map(given -> given.withValue(TRACE, "mapped"));
  }

  static Context chosen(Context ctx, int kind) {
    return switch (kind) {
      case 0 -> ctx.withValue(TRACE, "zero");
      case 1 -> {
        Context detached = ctx.withoutCancel();
        yield detached;
      }
      default -> ctx;
    };
  }

  static int eitherWay(Context ctx) {
    Context used = ctx;
    try {
      used = tagged(ctx, "used");
    } catch (IllegalStateException e) {
      load(ctx, "failed");
    }
    return load(used, "");
  }

  static void asText(Context ctx) {
    System.out.println("in " + ctx.withValue(TRACE, "text"));
  }

  static void twoAtOnce(Context ctx) {
    try {
      CancellableContext first = ctx.withCancel();
      CancellableContext second = first.withCancel();
      try {
        load(second, "");
      } finally {
        if (!second.isDone()) {
          second.cancel();
        }
        first.cancel();
      }
    } catch (RuntimeException e) {
      System.out.println(e);
    }
  }
}
