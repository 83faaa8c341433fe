package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.Context;
import java.util.List;
import java.util.function.UnaryOperator;

/** As many contexts as the caller has asked for. */
abstract class OptionsAppliedInTurn {

  /** Adds something to a request. */
  interface Option {
    Context applyTo(Context ctx);
  }

  Context apply(Context ctx, List<Option> options) {
    for (Option option : options) {
      ctx = option.applyTo(ctx);
    }
    return ctx;
  }

  Context applyAll(Context ctx, List<UnaryOperator<Context>> options) {
    for (UnaryOperator<Context> option : options) {
      ctx = option.apply(ctx);
    }
    return ctx;
  }

  Context applyKnown(Context ctx, List<?> options) {
    for (Object option : options) {
      ctx = (Context) ((Option) option).applyTo(ctx);
    }
    return ctx;
  }

  Context applyByIndex(Context ctx, Option[] first, List<Option> then) {
    for (int i = 0; i < first.length; i++) {
      ctx = first[i].applyTo(ctx);
    }
    for (int i = 0; i < then.size(); i++) {
      ctx = then.get(i).applyTo(ctx);
    }
    return ctx;
  }

  Context reduce(Context ctx, List<Option> options) {
    return options.stream()
        .reduce(ctx, (current, option) -> option.applyTo(current), (one, other) -> other);
  }
}
