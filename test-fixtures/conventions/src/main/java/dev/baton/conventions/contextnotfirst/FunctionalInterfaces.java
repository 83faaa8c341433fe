package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.util.function.BiFunction;

/** A lambda follows its interface; the interface, and a method that a reference names, do not. */
class FunctionalInterfaces {

  /** What a route does. */
  @FunctionalInterface
  interface Handler {
    // BUG: Diagnostic contains: context `ctx` is parameter 2 of `handle`; move it first
    String handle(String path, Context ctx);
  }

  Handler echo() {
    return (path, ctx) -> ctx.isDone() ? "" : path;
  }

  BiFunction<String, Context, String> asFunction() {
    return this::greet;
  }

  BiFunction<Context, String, String> byTheConvention() {
    return FunctionalInterfaces::lookup;
  }

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `greet`; move it first
  private String greet(String name, Context ctx) {
    return ctx.isDone() ? "" : "hello " + name;
  }

  private static String lookup(Context ctx, String name) {
    return ctx.isDone() ? "" : name;
  }
}
