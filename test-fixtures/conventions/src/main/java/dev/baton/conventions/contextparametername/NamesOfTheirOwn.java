package dev.baton.conventions.contextparametername;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** Whoever reads it has to find out what each of them is. */
final class NamesOfTheirOwn {

  private final String prefix;

  // BUG: Diagnostic contains: context `c` of the constructor of `NamesOfTheirOwn`
  NamesOfTheirOwn(Context c, String prefix) {
    this.prefix = c.isDone() ? "" : prefix;
  }

  // BUG: Diagnostic contains: context `request` of `find` has a name of its own; call it `ctx`
  String find(Context request, String id) {
    return load(request, prefix + id);
  }

  // BUG: Diagnostic contains: context `timed` of `load`
  private static <C extends Context> String load(C timed, String id) {
    return timed.isDone() ? "" : id;
  }

  // BUG: Diagnostic contains: context `lifetime` of `stop`
  static void stop(CancellableContext lifetime) {
    lifetime.close();
  }
}
