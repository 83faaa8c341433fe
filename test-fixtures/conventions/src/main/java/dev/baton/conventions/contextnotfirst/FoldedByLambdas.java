package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** A lambda has its parameters where its interface has them, and nobody calls it by another. */
final class FoldedByLambdas {

  private static final BiPredicate<Duration, Context> FITS =
      (Duration need, Context ctx) -> ctx.remaining().compareTo(need) >= 0;

  private FoldedByLambdas() {}

  static Duration shortest(Collection<Context> contexts, Duration atMost) {
    return contexts.stream()
        .reduce(
            atMost,
            (least, ctx) -> ctx.remaining().compareTo(least) < 0 ? ctx.remaining() : least,
            (left, right) -> left.compareTo(right) < 0 ? left : right);
  }

  static boolean fits(Context ctx, Duration need) {
    return FITS.test(need, ctx);
  }

  static void check(Map<String, Context> byRequest, List<String> done) {
    byRequest.forEach(
        (request, ctx) -> {
          if (ctx.isDone()) {
            done.add(request);
          }
        });
  }
}
