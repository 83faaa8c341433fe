package dev.baton.context.jcstress;

import dev.baton.context.Context;
import org.jspecify.annotations.Nullable;

/** A cause that prints as its name, and is cheap to make as it has no stack trace. */
final class Cause extends Exception {
  private static final long serialVersionUID = 1L;

  private final String name;

  Cause(String name) {
    super(name, null, false, false);
    this.name = name;
  }

  /** The name of the cause of a context: "live" if there is none, "bare" if none was given. */
  static String of(Context ctx) {
    return name(ctx.cause());
  }

  static String name(@Nullable Throwable cause) {
    if (cause == null) {
      return "live";
    }
    return cause instanceof Cause given ? given.name : "bare";
  }
}
