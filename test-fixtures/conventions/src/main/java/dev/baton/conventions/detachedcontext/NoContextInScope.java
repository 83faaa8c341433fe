package dev.baton.conventions.detachedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;

/** Where contexts begin: there is none before them. */
final class NoContextInScope {

  private final CancellableContext lifetime = Context.background().withCancel();

  public static void main(String[] args) {
    try (CancellableContext ctx = Context.background().withTimeout(Duration.ofSeconds(9))) {
      System.out.println(ctx + args[0]);
    }
    Context later = Context.todo();
    System.out.println(later);
  }

  boolean isOver() {
    return lifetime.isDone() || isDone(Context.background());
  }

  static boolean isDone(Context ctx) {
    record Root(String name) {
      static Context get() {
        return Context.background();
      }
    }
    return ctx.isDone() && new Root("root").name().isEmpty() && Root.get() != null;
  }

  Context start(Context unused) {
    return Context.background();
  }

  void stop() {
    lifetime.close();
  }
}
