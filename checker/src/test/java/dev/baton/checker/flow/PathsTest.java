package dev.baton.checker.flow;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.CompilationTestHelper;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table of small bodies, and by which way what they open leaves them unsettled. */
final class PathsTest {

  private static final String SETTLED = "";

  private static final String MARK = "// BUG: Diagnostic matches: ";

  private static final ImmutableList<Row> ROWS =
      ImmutableList.of(
          row("settled in a straight line", SETTLED, "var x = open(); settle(x); return null;"),
          row(
              "settled on both branches",
              SETTLED,
              "var x = open(); if (b) settle(x); else { settle(x); } return null;"),
          row(
              "settled on the way that returns",
              SETTLED,
              "var x = open(); if (b) { settle(x); return 1; } settle(x); return null;"),
          row(
              "settled by a finally, whatever the way",
              SETTLED,
              "var x = open(); try { if (b) return 1; risky(); } finally { settle(x); } return 2;"),
          row(
              "settled by the outer finally",
              SETTLED,
              "var x = open(); try { try { risky(); } finally { call(); } } finally { settle(x); }"
                  + " return 2;"),
          row(
              "a finally that returns swallows what is thrown",
              SETTLED,
              "var x = open(); try { risky(); } finally { settle(x); return 3; }"),
          row(
              "settled in every handler and after",
              SETTLED,
              "var x = open(); try { risky(); } catch (Checked e) { settle(x); throw e; }"
                  + " settle(x); return null;"),
          row(
              "nothing comes of a call that throws nothing",
              SETTLED,
              "try { var x = open(); quiet(); settle(x); } catch (RuntimeException e) { return 1; }"
                  + " return null;"),
          row(
              "settled through another name",
              SETTLED,
              "var x = open(); Object y = x; settle(y); return null;"),
          row(
              "settled through one of a choice",
              SETTLED,
              "var x = open(); var y = b ? x : null; settle(y); return null;"),
          row(
              "settled as what an assignment yields",
              SETTLED,
              "Object x; Object y = x = open(); settle(y); return null;"),
          row(
              "settled where it is not null",
              SETTLED,
              "Object x = b ? open() : null; if (x != null) settle(x); return null;"),
          row(
              "not owed where it is null",
              SETTLED,
              "Object x = null; try { x = open(); call(); }"
                  + " finally { if (!(x == null)) { settle(x); } } return null;"),
          row(
              "the guard of a conjunction",
              SETTLED,
              "var x = open(); if (b && x == null) return 1; settle(x); return null;"),
          row(
              "the guard of a disjunction",
              SETTLED,
              "var x = open(); if (x == null || !b) { if (x != null) settle(x); return 1; }"
                  + " settle(x); return null;"),
          row(
              "the guard of a loop",
              SETTLED,
              "Object x = open(); while (x != null) { settle(x); x = null; } return null;"),
          row("what never returns", SETTLED, "var x = open(); if (b) exit(); settle(x); return 1;"),
          row("a loop without an end", SETTLED, "var x = open(); while (true) { call(); }"),
          row("a for without a condition", SETTLED, "var x = open(); for (;;) { call(); }"),
          row(
              "a loop that only its break ends",
              SETTLED,
              "var x = open(); while (true) { if (b) { settle(x); break; } } return null;"),
          row(
              "settled in each round",
              SETTLED,
              "for (Object o : all) { var x = open(); if (b) { settle(x); continue; } settle(x); }"
                  + " return null;"),
          row(
              "handed from round to round",
              SETTLED,
              "Object x = open(); for (Object o : all) { var y = open(); settle(x); x = y; }"
                  + " settle(x); return null;"),
          row(
              "a break out of a block",
              SETTLED,
              "var x = open(); out: { if (b) break out; call(); } settle(x); return null;"),
          row(
              "every constant of an enum",
              SETTLED,
              "var x = open(); switch (side) { case LEFT: settle(x); break; case RIGHT: settle(x); }"
                  + " return null;"),
          row(
              "every arm of a switch expression",
              SETTLED,
              "var x = open(); return switch (n) { case 1 -> { settle(x); yield 1; }"
                  + " default -> { settle(x); yield 2; } };"),
          row(
              "falling through",
              SETTLED,
              "var x = open(); switch (n) { case 1: call(); default: settle(x); } return null;"),
          row(
              "an exception thrown on that another handler gets",
              SETTLED,
              "var x = open(); try { try { risky(); } catch (Exception e) { throw e; } }"
                  + " catch (Checked | RuntimeException e) { call(); } settle(x); return null;"),
          row(
              "an unchecked exception that nobody here catches",
              SETTLED,
              "var x = open(); call(); settle(x); return null;"),
          row(
              "an unchecked exception that another type of handler would catch",
              SETTLED,
              "var x = open(); try { call(); settle(x); risky(); } catch (Checked e) { return 1; }"
                  + " return null;"),
          row(
              "a handler that is never reached",
              SETTLED,
              "var x = open(); try { risky(); } catch (Checked e) { settle(x); return 2; }"
                  + " catch (Exception e) { settle(x); return 1; } settle(x); return null;"),
          row(
              "settled through what returns its argument",
              SETTLED,
              "var x = open(); Object y = same(same(x)); settle(y); return null;"),
          row(
              "settled as what returned it was opened by",
              SETTLED,
              "var x = same(open()); settle(x); return null;"),
          row(
              "every test compared with a constant",
              SETTLED,
              "var x = open(); if ((x == null) == true) return 1; if (false != (x != null)) settle(x); return null;"),
          row("a constant condition", SETTLED, "var x = open(); if (true) settle(x); return null;"),
          row(
              "bodies of lambdas are not entered",
              SETTLED,
              "Runnable r = () -> { var x = open(); }; return r;"),
          row(
              "bodies of classes are not entered",
              SETTLED,
              "return new Object() { Object x = open(); };"),
          row(
              "a loop without a second round",
              SETTLED,
              "var x = open(); do { if (b) continue; if (n == 1) break; call(); } while (false);"
                  + " settle(x); return null;"),
          row("last", "leaving the body does not count", SETTLED, "var x = open(); return null;"),
          row(
              "last",
              "a break of the last body out of its loop",
              SETTLED,
              "while (b) { var x = open(); if (n == 1) break; settle(x); } return null;"),
          row(
              "strict",
              "every call may throw, but what settles has settled",
              SETTLED,
              "var x = open(); try { call(); } finally { settle(x); } return null;"),
          row(
              "settled under the flag it was opened under",
              SETTLED,
              "Object x = null; boolean own = b; if (own) x = open(); call();"
                  + " if (own) settle(x); return null;"),
          row(
              "settled unless the flag tells success",
              SETTLED,
              "boolean ok = false; var x = open(); try { risky(); settle(x); ok = true; }"
                  + " finally { if (!ok) settle(x); } return null;"),
          row(
              "settled under its flag after many others",
              SETTLED,
              "boolean own = b; var x = own ? open() : null; "
                  + IntStream.range(0, 20)
                      .mapToObj(i -> "boolean b%1$d = n > %1$d; if (b%1$d) call();".formatted(i))
                      .collect(joining(" "))
                  + " if (own) settle(x); return null;"),
          row(
              "owed with one flag or the other",
              SETTLED,
              "boolean own = b; boolean ok = n > 1; var x = open(); if (own) { if (ok) settle(x); }"
                  + " if (!own) settle(x); else if (!ok) settle(x); return null;"),
          row(
              "owed with one flag of two",
              "the `return` on line 11",
              "boolean own = b; boolean ok = n > 1; var x = open(); if (own) { if (ok) settle(x); }"
                  + " if (!own) settle(x); else if (ok) settle(x);\nreturn null;"),
          row(
              "settled through a pattern",
              SETTLED,
              "Object x = open(); if (x instanceof String y) { settle(y); return 1; } settle(x);"
                  + " return null;"),
          row(
              "settled through the pattern of a guard",
              SETTLED,
              "Object x = open(); if (!(x instanceof String y)) { settle(x); return 1; } settle(y);"
                  + " return null;"),
          row(
              "the other side of a pattern",
              "the `return` on line 11",
              "Object x = open(); if (x instanceof String y) { settle(y); return 1; }\n"
                  + "return null;"),
          row(
              "a pattern that tests another",
              "the `return` on line 11",
              "var x = open(); Object z = n; if (z instanceof String y) { settle(y); }\n"
                  + "return null;"),
          row(
              "opened by a condition",
              "the `return` on line 11",
              "if (open() == null) call();\nreturn null;"),
          row(
              "settled through parentheses and a cast",
              SETTLED,
              "Object x = open(); Object y = (x); Object z = (Object) y; settle(z); return null;"),
          row(
              "settled by the first operand",
              SETTLED,
              "var x = open(); boolean r = settle(x) || b; return r;"),
          row(
              "settled by the second operand alone",
              "the `return` on line 11",
              "var x = open(); boolean r = b && settle(x);\nreturn r;"),
          row(
              "settled by what is negated",
              SETTLED,
              "var x = open(); boolean r = !settle(x); return r;"),
          row(
              "settled by every round of a do",
              SETTLED,
              "var x = open(); do { settle(x); } while (b); return null;"),
          row(
              "settled by the condition of a do",
              SETTLED,
              "var x = open(); do { if (b) continue; call(); } while (settle(x)); return null;"),
          row(
              "overwritten by the next round of a do",
              "it is overwritten on line 10",
              "Object x = null; do { x = open(); } while (b); settle(x); return null;"),
          row(
              "a flag that a compound assignment of the round before has changed",
              "the next round of the loop",
              "boolean first = true; while (b) { var x = open(); if (first) settle(x);"
                  + " first &= n > 1; } return null;"),
          row(
              "a flag that a compound assignment has changed in between",
              "the `return` on line 11",
              "boolean own = b; var x = open(); if (own) settle(x); own |= n > 1;"
                  + " if (!own) settle(x);\nreturn null;"),
          row(
              "a flag that a compound assignment has changed within its test",
              "the `return` on line 11",
              "boolean own = b; if (own) { own &= n > 1; var x = open(); if (own) settle(x); }\n"
                  + "return null;"),
          row(
              "what an inner handler gets is not thrown on by the outer",
              SETTLED,
              "var x = open(); try { try { try { risky(); } catch (Checked e) { call(); } }"
                  + " catch (Exception e) { throw e; } } catch (RuntimeException e) { call(); }"
                  + " settle(x); return null;"),
          row(
              "thrown on past the handler of an inner try",
              "the `throw` on line 11",
              "var x = open(); try { try { try { risky(); } catch (RuntimeException e) { call(); } }"
                  + " catch (Exception e) {\nthrow e; } } catch (RuntimeException e) { call(); }"
                  + " settle(x); return null;"),
          row(
              "thrown on after it was thrown here",
              "the `throw` on line 11",
              "var x = open(); try { try { if (b) throw new Checked(); } catch (Exception e) {\n"
                  + "throw e; } } catch (RuntimeException e) { call(); } settle(x); return null;"),
          row(
              "owed whatever the flag",
              "the `return` on line 11",
              "boolean own = b; var x = open(); if (own) call(); else n = 2;\nreturn null;"),
          row(
              "owed with two flags that are equal",
              "the `return` on line 11",
              "boolean own = b; boolean ok = n > 1; var x = open(); if (own) { if (!ok) settle(x); }"
                  + " else if (ok) settle(x); if (own) settle(x);\nreturn null;"),
          row(
              "a break past what settles",
              "the `return` on line 11",
              "var x = open(); out: { if (b) break out; settle(x); }\nreturn null;"),
          row(
              "a flag that was assigned within its test",
              "the `return` on line 11",
              "boolean own = b; if (own) { own = n > 1; var x = open(); if (own) settle(x); }\n"
                  + "return null;"),
          row(
              "an unchecked exception that the callee declares",
              SETTLED,
              "var x = open(); refuse(); settle(x); return null;"),
          row(
              "each exception goes to its own handler",
              SETTLED,
              "var x = open(); try { risky(); settle(x); read(); } catch (Checked e) { settle(x); }"
                  + " catch (java.io.IOException e) { return 1; } return null;"),
          row(
              "thrown on after another took its place",
              "the `throw` on line 11",
              "var x = open(); try { try { call(); } catch (Exception e) { e = new Checked();\n"
                  + "throw e; } } catch (RuntimeException e) { call(); } settle(x); return null;"),
          row(
              "settled through the other of a choice",
              SETTLED,
              "var x = open(); var y = b ? null : x; settle(y); return null;"),
          row(
              "settled through what a switch chooses",
              SETTLED,
              "var x = open(); var y = switch (n) { case 1 -> x; default -> { yield x; } };"
                  + " settle(y); return null;"),
          row(
              "what returns its argument settles nothing",
              "the `return` on line 11",
              "var x = open(); same(x);\nreturn null;"),
          row(
              "the yield that leaves a loop",
              "the `yield` on line 11",
              "return switch (n) { default -> { for (;;) { var x = open();\n"
                  + "if (b) yield 1; settle(x); } } };"),
          row(
              "the exception of the last call of a chain",
              "the exception of `call()` on line 12",
              "var x = open(); java.util.Optional.of((java.util.concurrent.Callable<Object>) () -> x)\n"
                  + ".get()\n.call(); settle(x); return null;"),
          row(
              "the exception of an initializer of an anonymous class",
              "the exception of `new Object()` on line 11",
              "var x = open();\nnew Object() { { risky(); } }; settle(x); return null;"),
          row(
              "a test compared with a constant",
              "the `return` on line 11",
              "var x = open(); if ((x == null) == false) call(); else settle(x);\nreturn 1;"),
          row("the return", "the `return` on line 11", "var x = open();\nreturn null;"),
          row(
              "one of two returns",
              "the `return` on line 11",
              "var x = open();\nif (b) return 1;\nsettle(x); return null;"),
          row(
              "the throw",
              "the `throw` on line 11",
              "var x = open();\nif (b) throw new IllegalStateException(); settle(x); return 1;"),
          row(
              "a checked exception of the callee",
              "the exception of `risky()` on line 11",
              "var x = open();\nrisky(); settle(x); return null;"),
          row(
              "a checked exception that a handler only may catch",
              "the exception of `call()` on line 12",
              "var x = open(); java.util.concurrent.Callable<Object> c = null;\n"
                  + "try {\nc.call(); } catch (RuntimeException e) { call(); } settle(x); return 1;"),
          row(
              "the exception of a constructor",
              "the exception of `new FileInputStream()` on line 11",
              "var x = open();\nnew java.io.FileInputStream(\"\"); settle(x); return null;"),
          row(
              "the exception of closing",
              "the exception of closing `s` on line 11",
              "var x = open(); java.io.InputStream in = null;\ntry (var s = in) { call(); }"
                  + " settle(x); return null;"),
          row(
              "an exception out of the scope of the variable",
              "the exception of `risky()` on line 11",
              "try { var x = open();\nrisky(); settle(x); } catch (Checked e) { call(); } return 1;"),
          row(
              "an unchecked exception into a handler",
              "the `return` on line 11",
              "var x = open(); try { call(); settle(x); } catch (RuntimeException e) {\nreturn 1; }"
                  + " return null;"),
          row(
              "closing a resource on the way of a jump",
              "the exception of closing `r` on line 10",
              "var x = open(); AutoCloseable r = null; while (b) { try (r) { break; } }"
                  + " settle(x); return null;"),
          row(
              "thrown on by a handler",
              "the `throw` on line 11",
              "var x = open(); try { call(); } catch (RuntimeException e) {\nthrow e; }"
                  + " settle(x); return null;"),
          row(
              "a finally that throws first",
              "the exception of `risky()` on line 11",
              "var x = open(); try { call(); } finally {\nrisky(); settle(x); } return null;"),
          row(
              "the end of a round",
              "the next round of the loop",
              "for (Object o : all) { var x = open(); call(); } return null;"),
          row(
              "the continue",
              "the `continue` on line 11",
              "while (b) { var x = open();\nif (n == 1) continue; settle(x); } return null;"),
          row(
              "a continue of the outer loop",
              "the `continue` on line 11",
              "out: while (b) { for (;;) { var x = open();\nif (n == 1) continue out; settle(x); } }"
                  + " return null;"),
          row(
              "a break out of its scope",
              "the `break` on line 11",
              "while (b) { var x = open();\nif (n == 1) break; settle(x); } return null;"),
          row(
              "last",
              "a round of the last body",
              "the next round",
              "while (b) { var x = open(); } return null;"),
          row(
              "last",
              "a break of the last body into a round of the outer loop",
              "the `break` on line 11",
              "while (b) { for (;;) { var x = open();\nif (n == 1) break; settle(x); } }"
                  + " return null;"),
          row(
              "the end after a loop without a second round",
              "the `return` on line 11",
              "do { var x = open(); if (b) continue; settle(x); } while (false);\nreturn null;"),
          row(
              "overwritten",
              "it is overwritten on line 11",
              "Object x = open();\nx = open(); settle(x); return null;"),
          row(
              "overwritten in the next round",
              "it is overwritten on line 10",
              "Object x = null; while (b) { x = open(); } if (x != null) settle(x); return null;"),
          row(
              "overwritten by null",
              "it is overwritten on line 11",
              "Object x = open();\nx = null; return null;"),
          row(
              "only one of two names is overwritten, the other is never settled",
              "the `return` on line 11",
              "Object x = open(); Object y = x; x = null;\nreturn y;"),
          row(
              "the missing default",
              "the `return` on line 11",
              "var x = open(); switch (n) { case 1: settle(x); break; case 2: settle(x); }\n"
                  + "return null;"),
          row(
              "the missing constant",
              "the `return` on line 11",
              "var x = open(); switch (side) { case LEFT: settle(x); break; }\nreturn null;"),
          row(
              "one arm of a switch expression",
              "the `return` on line 11",
              "var x = open();\nreturn switch (n) { case 1 -> { settle(x); yield 1; }"
                  + " default -> 2; };"),
          row(
              "what an inner switch yields is not what the outer does",
              "the `return` on line 11",
              "var x = open(); Object y = switch (n) { case 1 -> { var z = switch (n) { default -> x; };"
                  + " yield null; } default -> null; }; settle(y);\nreturn null;"),
          row(
              "after the else of a guard",
              "the `return` on line 11",
              "var x = open(); if (b || x == null) { call(); } else { settle(x); }\nreturn null;"),
          row(
              "an assertion proves nothing",
              "the `return` on line 11",
              "var x = open(); assert x == null;\nreturn null;"),
          row(
              "a flag that the round before has changed",
              "the next round of the loop",
              "boolean first = true; while (b) { var x = open(); if (first) settle(x);"
                  + " first = false; } return null;"),
          row(
              "a flag that was assigned in between",
              "the `return` on line 11",
              "boolean own = b; var x = open(); if (own) settle(x); own = n > 1;"
                  + " if (!own) settle(x);\nreturn null;"),
          row(
              "opened by a finally",
              "the exception of `risky()` on line 10",
              "try { risky(); exit(); } finally { Object x = open(); } return null;"),
          row(
              "strict",
              "an exception of any call",
              "the exception of `call()` on line 11",
              "var x = open();\ncall(); settle(x); return null;"));

  @Test
  void answers() {
    CompilationTestHelper helper = CompilationTestHelper.newInstance(Debtors.class, getClass());
    for (Row row : ROWS) {
      String mark = row.answer().equals(SETTLED) ? "" : MARK + row.type();
      helper.addSourceLines(row.type() + ".java", inFrame(row, mark));
      if (!mark.isEmpty()) {
        helper.expectErrorMessage(row.type(), message -> message.contains(row.answer()));
      }
    }
    helper.doTest();
  }

  /**
   * A row of the table.
   *
   * @param name what it shows
   * @param method the name of the method, which {@link Debtors} looks at
   * @param answer words of the way out, or {@link #SETTLED}
   */
  private record Row(String name, String method, String answer, String body) {

    String type() {
      return TypeNames.ofRow(name);
    }
  }

  private static Row row(String name, String answer, String body) {
    return row("method", name, answer, body);
  }

  private static Row row(String method, String name, String answer, String body) {
    return new Row(name, method, answer, body);
  }

  /** The body begins in line 10, and what it opens first it opens there. */
  private static String inFrame(Row row, String mark) {
    return """
        class %s {
          static class Checked extends Exception {}
          enum Side { LEFT, RIGHT }
          boolean b; int n; Side side; Object[] all;
          static Object open() { return ""; }
          static boolean settle(Object debt) { return true; } static <T> T same(T t) { return t; }
          static void exit() {} static void quiet() {} static void call() {} static void risky() throws Checked {}
          static void read() throws java.io.IOException {} static void refuse() throws Error {}
          Object %s() throws Exception { %s
        %s
          }
        }
        """
        .formatted(row.type(), row.method(), mark, row.body());
  }
}
