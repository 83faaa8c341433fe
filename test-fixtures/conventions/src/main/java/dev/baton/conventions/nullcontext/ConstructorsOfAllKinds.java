package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.ContextCarrier;

/** Null for the context of a constructor, in whatever dress the call comes. */
final class ConstructorsOfAllKinds {

  static class Loader {
    Loader(Context ctx, String source) {
      ctx.throwIfDone();
    }

    Loader(String source) {
      // BUG: Diagnostic contains: `Loader` is given null for its context; pass the caller's
      this(null, source);
    }
  }

  static class CachingLoader extends Loader {
    CachingLoader(Context ctx) {
      // BUG: Diagnostic contains: `Loader` is given null for its context; pass `ctx`
      super(null, "cache");
    }
  }

  enum Warmth {
    COLD(Context.background()),
    // BUG: Diagnostic contains: `Warmth` is given null for its context; pass the caller's
    WARM(null),
    // BUG: Diagnostic contains: `Warmth` is given null for its context; pass the caller's
    HOT(null) {
      @Override
      boolean isReady() {
        return true;
      }
    };

    Warmth(Context ctx) {
      ctx.throwIfDone();
    }

    boolean isReady() {
      return false;
    }
  }

  @ContextCarrier("one object a call")
  record Call(Context ctx, String path) {}

  Call call(Context ctx, String path) {
    // BUG: Diagnostic contains: `Call` is given null for its context; pass `ctx`
    return new Call(null, path);
  }

  Loader anonymous(Context ctx) {
    // BUG: Diagnostic contains: `Loader` is given null for its context; pass `ctx`
    return new Loader(null, "disk") {};
  }
}
