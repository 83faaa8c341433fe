package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import javax.annotation.processing.Generated;

/** Written by a machine: its author cannot be told. */
@Generated("dev.baton.conventions.StubWriter")
final class GeneratedStub {

  Context ping() {
    find(null);
    return null;
  }

  private static void find(Context ctx) {
    System.out.println(ctx);
  }
}
