package dev.baton.conventions.storedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Owners by the dozen: a registry that cancels what it holds, one way or another. */
class ContainersOfOwners {

  private final List<CancellableContext> running = new ArrayList<>();
  private final Map<String, CancellableContext> byId = new ConcurrentHashMap<>();
  private final Map<String, CancellableContext> replaced = new ConcurrentHashMap<>();
  private final AtomicReference<CancellableContext> latest = new AtomicReference<>();
  private final CancellableContext[] slots = new CancellableContext[4];
  private final Deque<CancellableContext> stack = new ArrayDeque<>();
  private final List<CancellableContext> snapshot = new ArrayList<>();

  // BUG: Diagnostic contains: outlive their requests; pass each as a parameter, or cancel them here
  private final List<CancellableContext> forgotten = new ArrayList<>();

  // BUG: Diagnostic contains: keeps contexts in field `children`
  private final Map<Context, CancellableContext> children = new ConcurrentHashMap<>();

  void start(Context ctx, String id) {
    running.add(ctx.withCancel());
    byId.put(id, ctx.withCancel());
    slots[0] = ctx.withCancel();
    stack.push(ctx.withCancel());
    snapshot.add(ctx.withCancel());
    forgotten.add(ctx.withCancel());
    children.put(ctx, ctx.withCancel());
    replaced.merge(
        id,
        ctx.withCancel(),
        (before, now) -> {
          before.cancel();
          return now;
        });
    CancellableContext previous = latest.getAndSet(ctx.withCancel());
    if (previous != null) {
      previous.cancel();
    }
  }

  boolean stop(String id) {
    CancellableContext ctx = byId.remove(id);
    return ctx != null && ctx.cancel();
  }

  void stopAll() {
    for (CancellableContext ctx : running) {
      ctx.close();
    }
    for (int i = 0; i < slots.length; i++) {
      slots[i].cancel();
    }
    while (!stack.isEmpty()) {
      stack.pop().close();
    }
    List.copyOf(snapshot).forEach(CancellableContext::close);
    children.values().forEach(CancellableContext::close);
  }

  long live() {
    return forgotten.stream().filter(ctx -> !ctx.isDone()).count();
  }
}
