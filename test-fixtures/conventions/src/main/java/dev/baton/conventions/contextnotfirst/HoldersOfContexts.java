package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Only a context itself has its place at the front. */
class HoldersOfContexts {

  int countDone(String name, List<Context> contexts) {
    return (int) contexts.stream().filter(Context::isDone).count();
  }

  boolean isDone(String name, Optional<Context> parent, Context[] others) {
    return parent.map(Context::isDone).orElse(others.length == 0);
  }

  boolean isDone(String name, Supplier<Context> source) {
    return source.get().isDone();
  }
}
