package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import javax.annotation.processing.Generated;

/** What a generator writes is its author's to change, and not that of the code around it. */
final class GeneratedMessage {

  private GeneratedMessage() {}

  /** Collects what a call is made of. */
  @Generated("builders")
  static final class CallBuilder {
    private Context ctx;
    private String method;

    CallBuilder ctx(Context ctx) {
      this.ctx = ctx;
      return this;
    }

    CallBuilder method(String method) {
      this.method = method;
      return this;
    }

    String call() {
      ctx.throwIfDone();
      return method;
    }
  }
}
