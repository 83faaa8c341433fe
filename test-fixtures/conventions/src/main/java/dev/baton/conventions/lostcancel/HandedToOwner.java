package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Whoever gets an owner as an owner has the duty. */
final class HandedToOwner {
  private final Deque<CancellableContext> open = new ArrayDeque<>();

  static CancellableContext derive(Context ctx) {
    var child = ctx.withCancel();
    return child;
  }

  Session start(Context ctx) {
    return new Session(ctx.withCancel());
  }

  void push(Context ctx) {
    open.push(ctx.withCancel());
  }

  Optional<CancellableContext> maybe(Context ctx) {
    return ctx.isDone() ? Optional.empty() : Optional.of(ctx.withCancel());
  }

  void cancelAll() {
    for (CancellableContext context : open) {
      context.cancel();
    }
  }

  static final class Session implements AutoCloseable {
    private final CancellableContext lifetime;

    Session(CancellableContext lifetime) {
      this.lifetime = lifetime;
    }

    @Override
    public void close() {
      lifetime.cancel();
    }
  }
}
