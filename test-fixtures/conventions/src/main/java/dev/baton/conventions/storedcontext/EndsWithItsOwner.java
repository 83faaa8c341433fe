package dev.baton.conventions.storedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whoever holds contexts in order to cancel them has to keep them. */
class EndsWithItsOwner implements AutoCloseable {

  protected final CancellableContext serverCtx;
  private final Map<String, CancellableContext> bySession = new ConcurrentHashMap<>();

  EndsWithItsOwner(Context ctx) {
    serverCtx = ctx.withCancel();
  }

  Context open(String session) {
    return bySession.computeIfAbsent(session, id -> serverCtx.withCancel());
  }

  void end(String session) {
    CancellableContext ctx = bySession.remove(session);
    if (ctx != null) {
      ctx.close();
    }
  }

  @Override
  public void close() {
    bySession.values().forEach(CancellableContext::close);
    serverCtx.close();
  }

  /** A subscription in a record: its component is what ends it. */
  record Subscription(String topic, CancellableContext ctx) implements AutoCloseable {
    @Override
    public void close() {
      ctx.close();
    }
  }
}
