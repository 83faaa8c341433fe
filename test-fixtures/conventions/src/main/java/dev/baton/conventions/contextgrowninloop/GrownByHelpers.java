package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.List;

/** Whatever takes a context and returns one may have derived it. */
abstract class GrownByHelpers {

  private static final Key<String> USER = Key.of("user");

  static Context withUser(Context ctx, String user) {
    return ctx.withValue(USER, user);
  }

  abstract Context traced(Context ctx);

  abstract void load(Context ctx);

  void accessor(Context ctx, List<String> users) {
    for (String user : users) {
      // BUG: Diagnostic contains: `ctx` is derived from itself on every round of the loop on line
      // 21
      ctx = withUser(ctx, user);
      load(ctx);
    }
  }

  void arms(Context ctx, List<String> users) {
    for (String user : users) {
      // BUG: Diagnostic contains: `ctx` is derived from itself
      ctx = user.isEmpty() ? ctx : traced(ctx.withValue(USER, user));
      load(ctx);
    }
  }

  void cell(Context ctx, List<String> users) {
    Context[] last = {ctx};
    for (String user : users) {
      // BUG: Diagnostic contains: `last[0]` is derived from itself
      last[0] = last[0].withValue(USER, user);
      load(last[0]);
    }
  }

  void sameHelper(Context ctx, GrownByHelpers[] helpers, List<GrownByHelpers> others, int first) {
    for (int i = 0; i < helpers.length; i++) {
      // BUG: Diagnostic contains: `ctx` is derived from itself
      ctx = helpers[first].traced(ctx);
    }
    for (int i = 0; i < others.size(); i++) {
      // BUG: Diagnostic contains: `ctx` is derived from itself
      ctx = others.get(0).traced(ctx);
    }
  }
}
