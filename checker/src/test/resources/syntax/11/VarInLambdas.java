package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.function.BiFunction;
import java.util.function.Function;

class VarInLambdas {

  @interface Seen {}

  BiFunction<Context, Integer, CancellableContext> owner = (var ctx, var n) -> ctx.withCancel();
  // BUG: Diagnostic contains: lost as the result of a lambda
  BiFunction<Context, Integer, Context> plain = (@Seen var ctx, final var n) -> ctx.withCancel();

  Function<Context, Function<Integer, CancellableContext>> curried =
      (var ctx) ->
          (var n) -> {
            // BUG: Diagnostic contains: `child` is not cancelled on every path
            var child = ctx.withCancel();
            if (n > 0) {
              return child;
            }
            return ctx.withCancel();
          };
}
