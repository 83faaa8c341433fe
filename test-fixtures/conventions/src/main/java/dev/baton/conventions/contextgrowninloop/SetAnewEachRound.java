package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.List;

/** The variable starts again from the same context. */
abstract class SetAnewEachRound {

  private static final Key<String> USER = Key.of("user");
  private static final Key<String> ROLE = Key.of("role");

  abstract void load(Context ctx);

  void before(Context ctx, List<String> users) {
    Context current;
    for (String user : users) {
      current = ctx;
      if (!user.isEmpty()) {
        current = current.withValue(USER, user);
      }
      load(current);
    }
  }

  void onBothWays(Context ctx, List<String> users) {
    Context current = ctx;
    for (String user : users) {
      if (user.isEmpty()) {
        current = ctx.withoutCancel();
      } else {
        current = ctx.withValue(USER, user);
      }
      current = current.withValue(ROLE, "guest");
      load(current);
    }
  }

  void restored(Context ctx, List<String> users) {
    Context outer = ctx;
    for (String user : users) {
      ctx = ctx.withValue(USER, user);
      try {
        load(ctx);
      } finally {
        ctx = outer;
      }
    }
  }
}
