package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import dev.baton.context.concurrent.Interrupts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Locals, and what lambdas and anonymous classes capture, end with the call. */
class CapturedForOneCall {

  private final ExecutorService executor;

  CapturedForOneCall(ExecutorService executor) {
    this.executor = executor;
  }

  List<String> loadAll(Context ctx, List<String> ids) throws Exception {
    Map<String, Context> byId = new HashMap<>();
    List<Callable<String>> loads = new ArrayList<>();
    for (String id : ids) {
      byId.put(id, ctx);
      loads.add(() -> load(ctx, id));
    }
    Supplier<Context> last = () -> byId.get(ids.get(ids.size() - 1));
    loads.add(
        new Callable<>() {
          @Override
          public String call() {
            return load(last.get(), "last");
          }
        });
    List<String> rows = new ArrayList<>();
    for (Future<String> row : Interrupts.call(ctx, () -> executor.invokeAll(loads))) {
      rows.add(row.get());
    }
    return rows;
  }

  private static String load(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }
}
