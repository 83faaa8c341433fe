package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Types and methods of any value decide for themselves what null means to them. */
final class VariablesOfOtherTypes {

  boolean optional(Optional<Context> incoming) {
    Context ctx = incoming.orElse(null);
    return ctx == null || Optional.<Context>ofNullable(null).isPresent();
  }

  boolean reference(AtomicReference<Context> current) {
    return current.compareAndSet(null, Context.background())
        && current.getAndSet(null) == current.updateAndGet(last -> null);
  }

  void map(Map<String, Context> byName) {
    byName.put("idle", null);
    byName.computeIfAbsent("none", name -> null);
    byName.merge("main", Context.background(), (left, right) -> null);
  }

  CompletableFuture<Context> future() {
    Map<Thread, Context> none = new HashMap<>();
    none.put(Thread.currentThread(), Objects.requireNonNullElse(null, Context.todo()));
    CompletableFuture<Context> later = CompletableFuture.supplyAsync(() -> null);
    return later.isDone() ? later : CompletableFuture.completedFuture(null);
  }
}
