package dev.baton.conventions.detachedcontext;

import dev.baton.context.Context;
import java.util.Objects;
import java.util.Optional;

/** A root in the place of a context that somebody left out, and comparisons with one. */
abstract class InsteadOfNone {

  abstract String load(Context ctx, String id);

  String find(Context ctx, String id) {
    return load(ctx == null ? Context.background() : ctx, id);
  }

  String findNot(Context ctx, Context parent, String id) {
    return load(parent != null ? parent : Context.todo(), id + ctx);
  }

  String assign(Context given, Context parent) {
    Context ctx = given;
    if (ctx == null) {
      ctx = Context.background();
    }
    return load(ctx, String.valueOf(parent));
  }

  String early(Context ctx, String id) {
    if (ctx == null) {
      return load(Context.background(), id);
    }
    return load(ctx, id);
  }

  String objects(Context ctx, Context parent) {
    return load(Objects.requireNonNullElse(ctx, Context.background()), "a")
        + load(Objects.requireNonNullElseGet(parent, Context::background), "b")
        + load(Optional.ofNullable(parent).orElseGet(Context::todo), "c");
  }

  boolean isRoot(Context ctx) {
    return ctx == Context.background() || ctx.equals(Context.todo()) || Context.todo().equals(ctx);
  }
}
