package dev.baton.conventions.contextparametername;

import dev.baton.context.Context;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Places where somebody else has the say, or where the name is part of a type. */
final class NamesOfOthers {

  private final List<Function<Context, Context>> steps =
      List.of(outer -> outer.withoutCancel(), (Context it) -> it);

  static final class Rename implements BiFunction<Context, String, Context> {
    @Override
    public Context apply(Context t, String u) {
      return u.isEmpty() ? t : t.withoutCancel();
    }
  }

  record Call(Context origin, String name) {
    Call(Context origin, String name) {
      this.origin = origin;
      this.name = name.strip();
    }
  }

  record Reply(Context origin) {
    Reply {
      origin.throwIfDone();
    }
  }

  static boolean anyDone(Context... rivals) {
    return List.of(rivals).stream().anyMatch(rival -> rival.isDone());
  }

  Context apply(Context ctx) {
    Context current = ctx;
    for (Function<Context, Context> step : steps) {
      current = step.apply(current);
    }
    return current;
  }
}
