package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.List;

/** Assigned in a loop, and derived from something else. */
abstract class FromAnotherContext {

  private static final Key<String> USER = Key.of("user");

  abstract void load(Context ctx);

  abstract Context choose(List<String> names);

  void replaced(Context ctx, List<String> users) {
    Context last = ctx;
    for (String user : users) {
      load(last);
      last = ctx.withValue(USER, user);
    }
  }

  void chosen(Context ctx, List<List<String>> names) {
    for (List<String> some : names) {
      ctx = some.isEmpty() ? ctx : choose(some);
      load(ctx);
    }
  }

  void each(List<Context> all) {
    for (Context ctx : all) {
      ctx = ctx.withValue(USER, "ann");
      load(ctx);
    }
  }

  void cells(Context ctx, Context[] perUser, List<String> users) {
    for (int i = 0; i < perUser.length; i++) {
      perUser[i] = ctx.withValue(USER, users.get(i));
    }
  }
}
