package dev.baton.checker.flow;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.CompilationTestHelper;
import org.junit.jupiter.api.Test;

/** A table of small bodies, and whether {@code x} may be null in them where it says here. */
final class NullSuspectsTest {

  /** Puts something into {@code x} that may be null. */
  private static final String MAYBE = "x = b ? open() : null; ";

  private static final ImmutableList<Row> ROWS =
      ImmutableList.of(
          sound("nothing is said", "here();"),
          sound("said of another", "y = null; if (y == null) here();"),
          sound("said afterwards", "here(); x = null;"),
          // Values.
          suspect("null", "x = null; here();"),
          suspect("null in the declaration", "{ Object z = x; } Object w = null; x = w; here();"),
          sound("a value", "x = open(); here();"),
          sound("a value after a null", "x = null; x = open(); here();"),
          suspect("a null after a value", "x = open(); x = null; here();"),
          suspect("null in parentheses", "x = (null); here();"),
          suspect("null in a cast", "x = (Object) null; here();"),
          sound("a value in a cast", MAYBE + "x = (Object) (open()); here();"),
          suspect("null through an assignment", "x = y = null; here();"),
          sound("a value through an assignment", MAYBE + "x = y = open(); here();"),
          suspect("null as the second of a choice", MAYBE + "here();"),
          suspect("null as the first of a choice", "x = b ? null : open(); here();"),
          sound("a choice of values", MAYBE + "x = b ? open() : open(); here();"),
          suspect("another that is null", "y = null; x = y; here();"),
          sound("another of which nothing is said", MAYBE + "x = y; here();"),
          sound("a field", MAYBE + "f = null; x = f; here();"),
          suspect("another that is tested", "if (y != null) return; x = y; here();"),
          // Statements before.
          suspect("null on one branch", "if (b) x = null; here();"),
          suspect("null on the other branch", "if (b) call(); else x = null; here();"),
          suspect("a value on one branch", MAYBE + "if (b) x = open(); here();"),
          suspect("null in a try", "try { x = null; } finally { call(); } here();"),
          suspect("a value in a try", MAYBE + "try { x = open(); } finally { call(); } here();"),
          suspect("a value returns", "if (x != null) return; here();"),
          sound("null returns", MAYBE + "if (x == null) return; here();"),
          sound("null throws", MAYBE + "if (x == null) { throw new Error(); } here();"),
          suspect("null goes on", MAYBE + "if (x == null) call(); here();"),
          sound("the other branch returns", MAYBE + "if (x != null) call(); else return; here();"),
          suspect("a value returns on the other", "if (x == null) call(); else return; here();"),
          sound("null is replaced", MAYBE + "if (x == null) x = open(); here();"),
          suspect("null is replaced by null", MAYBE + "if (x == null) x = y = null; here();"),
          suspect("a value is replaced", MAYBE + "if (x != null) x = open(); here();"),
          suspect(
              "null is replaced or not", MAYBE + "if (x == null) x = open(); else call(); here();"),
          sound("a while until a value", MAYBE + "while (x == null) call(); here();"),
          suspect("a while until null", "while (x != null) call(); here();"),
          sound("a do until a value", MAYBE + "do call(); while (x == null); here();"),
          suspect("a do until null", "do call(); while (x != null); here();"),
          sound("a for until a value", MAYBE + "for (; x == null; ) call(); here();"),
          suspect("a for until null", "for (; x != null; ) call(); here();"),
          suspect("a for without condition", MAYBE + "for (; ; ) if (b) break; here();"),
          suspect("in a group of a switch", "switch (n) { case 1: x = null; here(); default: }"),
          sound("a value in a group", MAYBE + "switch (n) { case 1: x = open(); here(); }"),
          suspect("before a switch", "x = null; switch (n) { case 1: call(); here(); }"),
          // Around.
          suspect("where it is null", "if (x == null) here();"),
          sound("where it is not", MAYBE + "if (x != null) here();"),
          suspect("on the other branch", "if (x != null) call(); else here();"),
          sound("in the condition itself", "if (here() && x == null) call();"),
          suspect("in a choice", "b = x == null ? here() : b;"),
          sound("in a choice of values", MAYBE + "b = x == null ? b : here();"),
          sound("in the condition of a choice", "b = here() ? x == null : b;"),
          suspect("after an and", "b = x == null && here();"),
          sound("after an and for a value", MAYBE + "b = x != null && here();"),
          sound("before an and", "b = here() && x == null;"),
          suspect("after an or", "b = x != null || here();"),
          sound("after an or for a value", MAYBE + "b = x == null || here();"),
          sound("after an operator that asks both", "b = x == null & here();"),
          sound("after an operator that asks both again", "b = x != null | here();"),
          suspect("in a while for null", "while (x == null) here();"),
          sound("in a while for a value", MAYBE + "while (x != null) here();"),
          sound("in the condition of a while", "while (here() && x == null) call();"),
          suspect("in a for for null", "for (; x == null; ) here();"),
          sound("in a for for a value", MAYBE + "for (; x != null; ) here();"),
          sound("in a do for null", "do here(); while (x == null);"),
          suspect("in a do for a value", MAYBE + "do here(); while (x != null);"),
          suspect("a while before the next round", "while (b) { here(); x = null; }"),
          suspect("a do before the next round", "do { here(); x = null; } while (b);"),
          suspect("a for before the next round", "for (; b; ) { here(); x = null; }"),
          suspect("a for that sets null", "for (; b; x = null) { here(); }"),
          suspect("a for each before the next", "for (Object z : all) { here(); x = null; }"),
          sound("a round that sets a value", "while (b) { x = open(); here(); x = null; }"),
          sound("a round that sets values", MAYBE + "x = y; while (b) { here(); x = open(); }"),
          sound("a block before it", "{ here(); x = null; }"),
          sound("in a try before it", "try { here(); x = null; } finally { call(); }"),
          suspect("in a finally", "try { call(); x = null; } finally { here(); }"),
          suspect("in a catch", "try { x = null; call(); } catch (Error e) { here(); }"),
          suspect("in a lambda", "Runnable r = x == null ? () -> here() : null;"),
          // Words for it.
          suspect("null the other way round", "if (null == x) here();"),
          suspect("not a value", "if (!(x != null)) here();"),
          suspect("isNull", "if (java.util.Objects.isNull(x)) here();"),
          sound("nonNull", MAYBE + "if (java.util.Objects.nonNull(x)) here();"),
          suspect("not nonNull", "if (!java.util.Objects.nonNull(x)) here();"),
          sound("isNull of another", "if (java.util.Objects.isNull(y)) here();"),
          sound("an own isNull", "if (isNull(x)) here();"),
          suspect("one of two", "if (b && x == null) here();"),
          suspect("the first of two", "if (x == null && b) here();"),
          sound("perhaps", "if (x == null || b) here();"),
          suspect("neither of two", "if (x != null || b) call(); else here();"));

  @Test
  void answers() {
    CompilationTestHelper helper = CompilationTestHelper.newInstance(Suspicion.class, getClass());
    for (Row row : ROWS) {
      helper.addSourceLines(row.type() + ".java", inFrame(row));
    }
    helper.doTest();
  }

  private record Row(String name, boolean isSuspect, String body) {

    String type() {
      return TypeNames.ofRow(name);
    }
  }

  private static Row suspect(String name, String body) {
    return new Row(name, true, body);
  }

  private static Row sound(String name, String body) {
    return new Row(name, false, body);
  }

  private static String inFrame(Row row) {
    return """
        class %s {
          boolean b; int n; Object f; Object[] all;
          static Object open() { return ""; }
          static boolean here() { return true; }
          static boolean isNull(Object value) { return true; }
          static void call() {}
          void method(Object x, Object y) {
            %s
            %s
          }
        }
        """
        .formatted(
            row.type(),
            row.isSuspect() ? "// BUG: Diagnostic contains: x may be null here" : "",
            row.body());
  }
}
