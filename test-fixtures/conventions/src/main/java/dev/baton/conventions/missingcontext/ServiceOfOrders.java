package dev.baton.conventions.missingcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.RequiresContext;
import java.util.List;
import java.util.Optional;

/** A layer between the handlers and the database, some of which forgot the request. */
@RequiresContext
public class ServiceOfOrders {

  private static final int LIMIT = 100;

  private final List<String> ids = List.of("a", "b");

  public Optional<String> find(Context ctx, String id) {
    ctx.throwIfDone();
    return ids.stream().filter(id::equals).findFirst();
  }

  // BUG: Diagnostic contains: `all` takes no context, which `@RequiresContext` on `ServiceOfOrders`
  public List<String> all() {
    return List.copyOf(ids);
  }

  // BUG: Diagnostic contains: make a context `ctx` its first parameter
  public static int count(String... ids) {
    return ids.length;
  }

  // BUG: Diagnostic contains: `limit` takes no context
  public int limit() {
    return LIMIT + 1;
  }

  // BUG: Diagnostic contains: `isOpen` takes no context
  public boolean isOpen() {
    return true;
  }
}
