package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.Context;
import java.util.ArrayList;
import java.util.List;

/** Methods that begin alike, and derive nothing. */
final class NamesakesOfDeriving {

  private final List<String> users = new ArrayList<>();

  NamesakesOfDeriving withUser(Context ctx, String user) {
    ctx.throwIfDone();
    users.add(user);
    return this;
  }

  Context withdraw(Context ctx, String user) {
    users.remove(user);
    return ctx;
  }

  void run(Context ctx) {
    withUser(ctx, "ann");
    withdraw(ctx, "ann");
  }
}
