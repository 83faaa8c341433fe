package dev.baton.conventions.storedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.List;
import java.util.concurrent.Callable;

/** A component is a field with an accessor: whoever gets the record gets the context. */
final class RecordComponents {

  private RecordComponents() {}

  // BUG: Diagnostic contains: `Request` keeps context `ctx` in a record component, where it
  record Request(Context ctx, String path) {}

  // BUG: Diagnostic contains: `Batch` keeps contexts in record component `all`
  record Batch(List<Context> all) {}

  // BUG: Diagnostic contains: pass it to each method as a parameter, or cancel it here
  record Lost(CancellableContext ctx) {}

  /** It ends with its context. */
  record Lease(CancellableContext ctx, String name) implements AutoCloseable {
    @Override
    public void close() {
      ctx.cancel();
    }
  }

  /** {@code Callable.call} has no place for a context. */
  record Query(Context ctx, String sql) implements Callable<String> {
    @Override
    public String call() {
      ctx.throwIfDone();
      return sql;
    }
  }
}
