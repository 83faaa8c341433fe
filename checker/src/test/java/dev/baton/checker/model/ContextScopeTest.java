package dev.baton.checker.model;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import org.junit.jupiter.api.Test;

final class ContextScopeTest {

  /** Says at each call of {@code here()} which contexts are in scope. */
  @BugPattern(summary = "the contexts in scope", severity = SeverityLevel.ERROR)
  public static final class Here extends BugChecker implements MethodInvocationTreeMatcher {

    private static final long serialVersionUID = 1L;

    private final transient Contexts contexts = Contexts.of(ErrorProneFlags.empty(), "NullContext");

    @Override
    public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
      if (!(tree.getMethodSelect() instanceof IdentifierTree name)
          || !name.getName().contentEquals("here")) {
        return Description.NO_MATCH;
      }
      String names =
          ContextScope.at(state, contexts).stream()
              .map(variable -> variable.getSimpleName().toString())
              .collect(joining(" "));
      return buildDescription(tree).setMessage("in scope: [" + names + "]").build();
    }
  }

  @Test
  void parametersAndLocalsNearestFirst() {
    run(
        "void m(Context ctx, String id, Context other) {",
        "  // BUG: Diagnostic contains: [ctx other]",
        "  here();",
        "  Context local = ctx;",
        "  // BUG: Diagnostic contains: [local ctx other]",
        "  here();",
        "  { Context inner = ctx; }",
        "  // BUG: Diagnostic contains: [local ctx other]",
        "  Context later = wrap(here());",
        "}");
  }

  @Test
  void notFieldsAndNotWhatIsCalledUnused() {
    run(
        "Context field;",
        "void m(Context unused, Context ignoredCtx, Context unusedToo) {",
        "  // BUG: Diagnostic contains: []",
        "  here();",
        "}",
        "// BUG: Diagnostic contains: []",
        "Object initialised = here();");
  }

  @Test
  void subtypesAndBoundedVariables() {
    run(
        "<C extends Context> void m(C bounded, CancellableContext owner, Object o) {",
        "  // BUG: Diagnostic contains: [bounded owner]",
        "  here();",
        "}");
  }

  @Test
  void loopsAndResources() {
    run(
        "void m(List<Context> all, Context ctx) throws Exception {",
        "  for (Context each : all) {",
        "    // BUG: Diagnostic contains: [each ctx]",
        "    here();",
        "  }",
        "  // BUG: Diagnostic contains: [i ctx]",
        "  for (Context i = ctx; i != null; here()) {}",
        "  // BUG: Diagnostic contains: [a ctx]",
        "  for (Context a = ctx, b = wrap(here()); ; ) { break; }",
        "  try (CancellableContext timed = ctx.withCancel();",
        "      // BUG: Diagnostic contains: [timed ctx]",
        "      AutoCloseable next = resource(here())) {",
        "    // BUG: Diagnostic contains: [timed ctx]",
        "    here();",
        "  } catch (RuntimeException e) {",
        "    // BUG: Diagnostic contains: [ctx]",
        "    here();",
        "  } finally {",
        "    // BUG: Diagnostic contains: [ctx]",
        "    here();",
        "  }",
        "}");
  }

  @Test
  void definitelyAssignedOnly() {
    run(
        "void m(Context ctx, boolean b, int k) {",
        "  Context both, one, tried, chosen, loop, cond;",
        "  // BUG: Diagnostic contains: [ctx]",
        "  here();",
        "  if (b) { both = ctx; one = ctx; } else { both = ctx; }",
        "  try { tried = ctx; } catch (RuntimeException e) { throw e; }",
        "  switch (k) {",
        "    case 1 -> chosen = ctx;",
        "    case 2 -> { chosen = ctx.withoutCancel(); }",
        "    default -> throw new IllegalStateException();",
        "  }",
        "  while (b) { loop = ctx; }",
        "  // BUG: Diagnostic contains: [chosen tried both ctx]",
        "  here();",
        "  if ((cond = ctx).isDone()) { return; }",
        "  one = ctx;",
        "}",
        "Context n(Context ctx) {",
        "  Context found;",
        "  if ((found = ctx) != null) {",
        "    // BUG: Diagnostic contains: [found ctx]",
        "    here();",
        "  }",
        "  return found;",
        "}");
  }

  @Test
  void definitelyAssignedAsTheCompilerHasIt() {
    run(
        "void m(int k, boolean b) {",
        "  Context broken, exited;",
        "  switch (k) {",
        "    case 1 -> { if (b) { break; } broken = Context.todo(); }",
        "    default -> broken = Context.todo();",
        "  }",
        "  if (b) { exited = Context.todo(); } else { System.exit(2); }",
        "  // BUG: Diagnostic contains: []",
        "  here();",
        "}",
        "void n(Object o) {",
        "  if (!(o instanceof Context ctx)) { System.exit(2); }",
        "  // BUG: Diagnostic contains: []",
        "  here();",
        "}");
  }

  @Test
  void capturedOnesThatDoNotChange() {
    run(
        "void m(Context ctx, Context moving) {",
        "  moving = ctx;",
        "  // BUG: Diagnostic contains: [ctx moving]",
        "  here();",
        "  // BUG: Diagnostic contains: [ctx]",
        "  Runnable r = () -> here();",
        "  // BUG: Diagnostic contains: [mine ctx]",
        "  Consumer<Context> c = mine -> here();",
        "  Function<Context, Runnable> f = outer -> () -> {",
        "    Context inner = outer;",
        "    // BUG: Diagnostic contains: [inner outer ctx]",
        "    here();",
        "  };",
        "}");
  }

  @Test
  void classesInsideOfMethods() {
    run(
        "void m(Context ctx) {",
        "  new Object() {",
        "    // BUG: Diagnostic contains: [ctx]",
        "    Object first = here();",
        "    // BUG: Diagnostic contains: [own ctx]",
        "    void call(Context own) { here(); }",
        "  };",
        "  new Object() {",
        "    Context ctx;",
        "    // BUG: Diagnostic contains: []",
        "    void hidden() { here(); }",
        "  };",
        "  class Local {",
        "    // BUG: Diagnostic contains: [ctx]",
        "    void call() { here(); }",
        "    // BUG: Diagnostic contains: []",
        "    static void across() { here(); }",
        "    class Inner {",
        "      // BUG: Diagnostic contains: [ctx]",
        "      void call() { here(); }",
        "    }",
        "  }",
        "  record Pair(String a) {",
        "    // BUG: Diagnostic contains: []",
        "    void call() { here(); }",
        "  }",
        "}",
        "static class Nested {",
        "  // BUG: Diagnostic contains: []",
        "  void call() { here(); }",
        "}");
  }

  @Test
  void patterns() {
    run(
        "void m(Object o, Object p) {",
        "  if (o instanceof Context yes && p instanceof Context too) {",
        "    // BUG: Diagnostic contains: [too yes]",
        "    here();",
        "  } else {",
        "    // BUG: Diagnostic contains: []",
        "    here();",
        "  }",
        "  // BUG: Diagnostic contains: [left]",
        "  boolean and = o instanceof Context left && here() != null;",
        "  // BUG: Diagnostic contains: []",
        "  boolean or = o instanceof Context left || here() != null;",
        "  // BUG: Diagnostic contains: [chosen]",
        "  Object c = !(o instanceof Context chosen) ? o : here();",
        "  while (!(p instanceof Context awaited)) { p = o; }",
        "  // BUG: Diagnostic contains: [awaited]",
        "  here();",
        "  if (!(o instanceof Context left)) { return; }",
        "  // BUG: Diagnostic contains: [left awaited]",
        "  here();",
        "}",
        "void n(Object o) {",
        "  while (!(o instanceof Context broken)) { if (o == null) break; }",
        "  // BUG: Diagnostic contains: []",
        "  here();",
        "}");
  }

  @Test
  void patternsOfLoopsAndAlternatives() {
    run(
        "void m(Object o, Object p) {",
        "  // BUG: Diagnostic contains: [left]",
        "  boolean or = !(o instanceof Context left) || here() != null;",
        "  // BUG: Diagnostic contains: []",
        "  boolean and = !(o instanceof Context left) && here() != null;",
        "  // BUG: Diagnostic contains: [each]",
        "  for (; o instanceof Context each; ) { here(); }",
        "  // BUG: Diagnostic contains: [each]",
        "  for (; o instanceof Context each; here()) {}",
        "  // BUG: Diagnostic contains: []",
        "  for (Object x = here(); o instanceof Context each; ) {}",
        "  for (;;) {",
        "    // BUG: Diagnostic contains: []",
        "    here();",
        "  }",
        "}");
  }

  @Test
  void groupsOfStatements() {
    run(
        "void m(int k, Context ctx) {",
        "  switch (k) {",
        "    case 1:",
        "      Context own = ctx;",
        "      // BUG: Diagnostic contains: [own ctx]",
        "      here();",
        "      break;",
        "    default:",
        "      // BUG: Diagnostic contains: [ctx]",
        "      here();",
        "  }",
        "}");
  }

  @Test
  void notSurelyAssigned() {
    run(
        "void m(Context ctx, boolean b, int k) {",
        "  Context late, caught, listed, last;",
        "  if (b && k > 1) {",
        "    // BUG: Diagnostic contains: [ctx]",
        "    here();",
        "  }",
        "  try { caught = ctx; } catch (RuntimeException e) { b = true; }",
        "  switch (k) { case 1 -> listed = ctx; }",
        "  if (b) { late = ctx; }",
        "  synchronized (this) { last = ctx; }",
        "  // BUG: Diagnostic contains: [last ctx]",
        "  here();",
        "}");
  }

  @Test
  void switchesOverPatterns() {
    assumeTrue(Runtime.version().feature() >= 22);
    run(
        "record Box(Context in, int size) {}",
        "void m(Object o) {",
        "  switch (o) {",
        "    // BUG: Diagnostic contains: [guarded]",
        "    case Context guarded when here() == null -> {}",
        "    // BUG: Diagnostic contains: [ctx]",
        "    case Context ctx -> here();",
        "    // BUG: Diagnostic contains: [in]",
        "    case Box(Context in, int size) when size > 1 -> here();",
        "    // BUG: Diagnostic contains: []",
        "    case Box(_, _) -> here();",
        "    // BUG: Diagnostic contains: []",
        "    default -> here();",
        "  }",
        "}");
  }

  private static void run(String... members) {
    CompilationTestHelper.newInstance(Here.class, ContextScopeTest.class)
        .addSourceLines(
            "Code.java",
            ImmutableList.<String>builder()
                .add("import dev.baton.context.*;", "import java.util.*;")
                .add("import java.util.function.*;", "class Code {")
                .add("static Object here() { return 1; }")
                .add("static Context wrap(Object o) { return Context.todo(); }")
                .add("static AutoCloseable resource(Object o) { return () -> {}; }")
                .add(members)
                .add("}")
                .build()
                .toArray(new String[0]))
        .doTest();
  }
}
