package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import javax.annotation.processing.Generated;

/** Who runs the generator cannot move its parameters. */
@Generated("stubs of users.idl")
final class GeneratedStub {

  private GeneratedStub() {}

  static String find(String id, Context ctx) {
    ctx.throwIfDone();
    return new Call(id, ctx).answer;
  }

  /** The annotation is for all that is inside. */
  static final class Call {
    final String answer;

    Call(String id, Context ctx) {
      ctx.throwIfDone();
      this.answer = id;
    }
  }
}
