package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.Iterator;
import java.util.List;

/** What the loop is left with does not grow: no round comes after it. */
abstract class LastRound {

  private static final Key<String> USER = Key.of("user");

  abstract String load(Context ctx);

  String untilFound(Context ctx, List<String> users) {
    for (String user : users) {
      if (!user.isBlank()) {
        ctx = ctx.withValue(USER, user);
        break;
      }
    }
    return load(ctx);
  }

  String returned(Context ctx, Iterator<String> users) {
    while (users.hasNext()) {
      String user = users.next();
      if (user.startsWith("a")) {
        ctx = ctx.withValue(USER, user);
        return load(ctx);
      }
    }
    return load(ctx);
  }

  String thrown(Context ctx, List<String> users) {
    for (String user : users) {
      ctx = ctx.withValue(USER, user);
      throw new IllegalStateException(load(ctx));
    }
    return load(ctx);
  }

  String leftByLabel(Context ctx, List<List<String>> groups) {
    search:
    for (List<String> users : groups) {
      for (String user : users) {
        if (user.length() > 3) {
          ctx = ctx.withValue(USER, user);
          break search;
        }
      }
    }
    return load(ctx);
  }

  String leftFromSwitch(Context ctx, List<String> users) {
    for (String user : users) {
      switch (user) {
        case "ann":
          ctx = ctx.withValue(USER, user);
          return load(ctx);
        default:
          break;
      }
    }
    return load(ctx);
  }
}
