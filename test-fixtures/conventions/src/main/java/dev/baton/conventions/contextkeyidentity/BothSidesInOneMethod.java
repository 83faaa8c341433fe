package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.List;

/** A walk that marks its way, and asks for the mark below: the key is nobody else's business. */
final class BothSidesInOneMethod {

  boolean visit(Context ctx, List<String> names) {
    Key<Boolean> seen = Key.of("seen", false);
    Context marked = ctx;
    for (String name : names) {
      if (Boolean.TRUE.equals(marked.value(seen))) {
        return true;
      }
      marked = name.isEmpty() ? marked.withValue(seen, true) : marked;
    }
    return false;
  }

  Runnable probe(Context ctx) {
    Key<String> probe = Key.of("probe");
    Context child = ctx.withValue(probe, "set");
    return () -> System.out.println(child.value((probe)));
  }
}
