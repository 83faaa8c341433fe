package dev.baton.conventions.lostcancel;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.baton.context.Context;

/** A test that fails is over; a call that is to throw creates nothing. */
final class FailEndsTest {
  void testCancel() {
    var child = Context.background().withCancel();
    if (child.isDone()) {
      fail("done too early");
    }
    if (child.deadline().isPresent()) {
      fail("has a deadline");
    }
    child.cancel();
  }

  void testNull() {
    Context ctx = Context.background();
    assertThrows(NullPointerException.class, () -> ctx.withTimeout(null));
  }
}
