package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;

/**
 * The one context of a program that serves nobody: there is no other request to confuse it with.
 */
final class SuppressedWithItsReason {

  @SuppressWarnings("StoredContext") // the program is one request, from its start to its end
  private static final Context PROGRAM = Context.background();

  private SuppressedWithItsReason() {}

  public static void main(String[] files) {
    for (String file : files) {
      compress(PROGRAM, file);
    }
  }

  private static void compress(Context ctx, String file) {
    ctx.throwIfDone();
  }
}
