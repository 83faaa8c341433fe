package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.util.Map;

/** The interface decides on the order: it is reported there, and not again where it is followed. */
interface InterfaceAndItsImplementation {

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `load`; move it first
  String load(String id, Context ctx);

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `loadOrEmpty`; move it first
  default String loadOrEmpty(String id, Context ctx) {
    return ctx.isDone() ? "" : load(id, ctx);
  }

  /** Keeps its rows in memory. */
  final class InMemory implements InterfaceAndItsImplementation {
    private final Map<String, String> rows;

    InMemory(Map<String, String> rows) {
      this.rows = rows;
    }

    @Override
    public String load(String id, Context ctx) {
      ctx.throwIfDone();
      return rows.get(id);
    }

    // No @Override, and an override all the same.
    public String loadOrEmpty(String id, Context ctx) {
      return rows.getOrDefault(id, "");
    }
  }
}
