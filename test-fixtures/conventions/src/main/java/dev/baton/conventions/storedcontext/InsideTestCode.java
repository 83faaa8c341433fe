package dev.baton.conventions.storedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test has one context a test method, and a field is where JUnit lets it put it. */
class InsideTestCode {

  private static final Context ROOT = Context.background();

  private CancellableContext ctx;
  private Context child;

  @BeforeEach
  void start() {
    ctx = ROOT.withCancel();
    child = ctx.withoutCancel();
  }

  @AfterEach
  void stop() {
    child.throwIfDone();
    ctx.close();
  }

  /** A helper of the test is test code too. */
  static class Recorder {
    Context last;
  }
}
