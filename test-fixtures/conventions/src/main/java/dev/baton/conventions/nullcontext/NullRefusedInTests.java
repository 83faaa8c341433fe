package dev.baton.conventions.nullcontext;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.fail;

import dev.baton.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tests that want to see null refused, and tests that are careless. */
final class NullRefusedInTests {

  @Test
  void refusesNull() {
    assertThrows(NullPointerException.class, () -> find(null, "a"));
    assertThrowsExactly(
        NullPointerException.class,
        () -> {
          String id = "b";
          find(null, id);
        });
  }

  @Test
  void refusesNullStepByStep() {
    Executable act = () -> find(null, "f");

    assertThrows(NullPointerException.class, act);
  }

  @Test
  void refusesNullByHelper() {
    assertRefused("ctx", () -> find(null, "g"));
    // BUG: Diagnostic contains: `find` is given null for its context; pass the caller's
    assertTaken("ctx", () -> find(null, "h"));
  }

  private static void assertRefused(String name, Executable call) {
    NullPointerException thrown = assertThrows(NullPointerException.class, call);
    assertEquals(name, thrown.getMessage());
  }

  private static void assertTaken(String name, Executable call) {
    assertDoesNotThrow(call, name);
  }

  @Test
  void refusesNullInTheOldWay() {
    try {
      find(null, "c");
      fail("null was taken");
    } catch (NullPointerException expected) {
      assertDoesNotThrow(() -> find(Context.background(), "d"));
    }
  }

  @Test
  void refusesEmptyId() {
    // BUG: Diagnostic contains: `find` is given null for its context; pass the caller's
    assertThrows(IllegalArgumentException.class, () -> find(null, ""));
  }

  @Test
  void finds() {
    // BUG: Diagnostic contains: `find` is given null for its context; pass the caller's
    assertDoesNotThrow(() -> find(null, "e"));
  }

  private static String find(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }
}
