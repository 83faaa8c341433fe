package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class ContextGrownInLoopTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(ContextGrownInLoop.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(ContextGrownInLoop.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "class Plain {",
            "  Plain next() { return this; }",
            "  void run(Plain plain) { while (true) { plain = plain.next(); } }",
            "}")
        .doTest();
  }

  private void members(String... lines) {
    String[] file = new String[lines.length + 8];
    file[0] = "import dev.baton.context.*;";
    file[1] = "import java.util.*;";
    file[2] = "import java.util.function.*;";
    file[3] = "abstract class Grown {";
    file[4] = "  private static final Key<String> K = Key.of(\"k\");";
    file[5] = "  abstract void load(Context ctx);";
    file[6] = "  abstract boolean more();";
    System.arraycopy(lines, 0, file, 7, lines.length);
    file[file.length - 1] = "}";
    compilation.addSourceLines("Grown.java", file).doTest();
  }

  @Test
  void steps() {
    compilation
        .setArgs("-XepOpt:Baton:ContextTypes=acme.Ctx")
        .addSourceLines(
            "acme/Ctx.java",
            "package acme;",
            "public interface Ctx { Ctx getParent(); Ctx withUser(String user); Ctx child(int n); }")
        .addSourceLines(
            "acme/Walk.java",
            "package acme;",
            "class Walk {",
            "  Ctx root(Ctx ctx) {",
            "    while (ctx.getParent() != null) { ctx = ctx.getParent(); }",
            "    return ctx;",
            "  }",
            "  void grow(Ctx ctx) {",
            "    // BUG: Diagnostic contains: `ctx` is derived from itself",
            "    for (int i = 0; i < 3; i++) { ctx = ctx.withUser(\"a\"); }",
            "    // BUG: Diagnostic contains: `ctx` is derived from itself",
            "    for (int i = 0; i < 3; i++) { ctx = ctx.child(i); }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void exitsThatAreUnconditional() {
    members(
        "void breaks(Context ctx) { while (more()) { ctx = ctx.withValue(K, \"1\"); break; } }",
        "void afterIf(Context ctx) {",
        "  while (more()) {",
        "    ctx = ctx.withValue(K, \"2\");",
        "    if (more()) { load(ctx); return; } else { throw new IllegalStateException(); }",
        "  }",
        "}",
        "void inTry(Context ctx) {",
        "  while (more()) {",
        "    try { ctx = ctx.withValue(K, \"3\"); break; } catch (RuntimeException e) { load(null); }",
        "  }",
        "}",
        "void exit(Context ctx) {",
        "  while (more()) { ctx = ctx.withValue(K, \"4\"); System.exit(1); }",
        "}",
        "void rule(Context ctx, int n) {",
        "  while (more()) {",
        "    switch (n) {",
        "      case 1 -> { ctx = ctx.withValue(K, \"5\"); return; }",
        "      default -> load(ctx);",
        "    }",
        "  }",
        "}");
  }

  @Test
  void exitsThatAreNot() {
    members(
        "void innerBreak(Context ctx, int n) {",
        "  while (more()) {",
        "    switch (n) {",
        "      case 1:",
        "        // BUG: Diagnostic contains: `ctx` is derived from itself",
        "        ctx = ctx.withValue(K, \"1\");",
        "        break;",
        "      default: return;",
        "    }",
        "  }",
        "}",
        "void outerContinue(Context ctx) {",
        "  outer:",
        "  while (more()) {",
        "    while (more()) {",
        "      // BUG: Diagnostic contains: on every round of the loop on line 21",
        "      ctx = ctx.withValue(K, \"2\");",
        "      continue outer;",
        "    }",
        "  }",
        "}",
        "void sometimes(Context ctx) {",
        "  for (;;) {",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = ctx.withValue(K, \"3\");",
        "    if (more()) { break; }",
        "  }",
        "}",
        "void inFinally(Context ctx) {",
        "  while (more()) {",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    try { load(ctx); } finally { ctx = ctx.withValue(K, \"4\"); }",
        "  }",
        "}",
        "void synchronizedBlock(Context ctx) {",
        "  while (more()) {",
        "    synchronized (this) {",
        "      // BUG: Diagnostic contains: `ctx` is derived from itself",
        "      ctx = ctx.withValue(K, \"5\");",
        "    }",
        "  }",
        "}",
        "void fallThrough(Context ctx, int n) {",
        "  while (more()) {",
        "    switch (n) {",
        "      case 1:",
        "        // BUG: Diagnostic contains: `ctx` is derived from itself",
        "        ctx = ctx.withValue(K, \"6\");",
        "      case 2: load(ctx);",
        "    }",
        "  }",
        "}",
        "void outerLoopOnly(Context ctx) {",
        "  // BUG: Diagnostic contains: on every round of the loop on line 62",
        "  while (more()) { while (more()) { ctx = ctx.withValue(K, \"7\"); break; } }",
        "}");
  }

  @Test
  void resets() {
    members(
        "abstract Context next();",
        "void inCondition(Context ctx) {",
        "  while ((ctx = next()) != null) { ctx = ctx.withValue(K, \"1\"); }",
        "}",
        "void inUpdate(Context base) {",
        "  for (Context c = base; more(); c = base) { c = c.withValue(K, \"2\"); load(c); }",
        "}",
        "void onOneWay(Context ctx, Context base) {",
        "  while (more()) {",
        "    if (more()) { ctx = base; }",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = ctx.withValue(K, \"3\");",
        "  }",
        "}",
        "void orLeft(Context ctx, Context base) {",
        "  while (more()) {",
        "    if (more()) { ctx = base; } else { return; }",
        "    ctx = ctx.withValue(K, \"4\");",
        "  }",
        "}",
        "void byItself(Context ctx) {",
        "  while (more()) {",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = ctx.withValue(K, \"5\");",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = ctx.withValue(K, \"6\");",
        "  }",
        "}",
        "void outsideInner(Context ctx, Context base) {",
        "  while (more()) {",
        "    ctx = base;",
        "    // BUG: Diagnostic contains: on every round of the loop on line 40",
        "    while (more()) { ctx = ctx.withValue(K, \"7\"); }",
        "  }",
        "}");
  }

  @Test
  void variables() {
    members(
        "static class Holder { @SuppressWarnings(\"unused\") Context held; Context[] cells; }",
        "Context[] fields;",
        "static Context shared;",
        "void ofOther(Holder one, Holder other) {",
        "  other.held = one.held.withValue(K, \"1\");",
        "  // BUG: Diagnostic contains: `one.held` is derived from itself at every call of `ofOther`",
        "  one.held = one.held.withValue(K, \"2\");",
        "  // BUG: Diagnostic contains: `one.cells[0]` is derived",
        "  one.cells[0] = one.cells[0].withValue(K, \"3\");",
        "  one.cells[1] = one.cells[0].withValue(K, \"4\");",
        "}",
        "void ofFields(int i) {",
        "  // BUG: Diagnostic contains: `fields[i]` is derived",
        "  fields[i] = fields[i].withValue(K, \"5\");",
        "  // BUG: Diagnostic contains: `Grown.shared` is derived",
        "  Grown.shared = shared.withValue(K, \"6\");",
        "}",
        "void ofNewObject(Context ctx) {",
        "  Holder holder = new Holder();",
        "  holder.held = ctx;",
        "  holder.held = holder.held.withValue(K, \"7\");",
        "}",
        "void cellOfOneCall(Context ctx) {",
        "  Context[] cell = {ctx};",
        "  cell[0] = cell[0].withValue(K, \"8\");",
        "}",
        "void cellsOfLoop(Context ctx) {",
        "  while (more()) {",
        "    Context[] cell = {ctx};",
        "    cell[0] = cell[0].withValue(K, \"9\");",
        "  }",
        "}");
  }

  @Test
  void shapesOfTheRightHandSide() {
    members(
        "abstract Context wrap(Context ctx, String name);",
        "void run(Context ctx, UnaryOperator<Context> f, List<UnaryOperator<Context>> all, int n) {",
        "  while (more()) {",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = (Context) (ctx).withValue(K, \"1\").withValue(K, \"2\");",
        "  }",
        "  while (more()) {",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = f.apply(ctx);",
        "  }",
        "  while (more()) {",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = switch (n) { case 1 -> ctx; default -> { yield wrap(ctx, \"3\"); } };",
        "  }",
        "  while (more()) {",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = Objects.requireNonNull(wrap(ctx, \"4\"));",
        "  }",
        "  for (UnaryOperator<Context> one : all) {",
        "    // BUG: Diagnostic contains: `ctx` is derived from itself",
        "    ctx = f.apply(ctx);",
        "  }",
        "}");
  }

  @Test
  void suppressedInEachPlace() {
    members(
        "@SuppressWarnings(\"ContextGrownInLoop\")",
        "void method(Context ctx) { while (more()) { ctx = ctx.withValue(K, \"1\"); } }",
        "void parameter(@SuppressWarnings(\"Baton\") Context ctx) {",
        "  while (more()) { ctx = ctx.withValue(K, \"2\"); }",
        "}",
        "@SuppressWarnings(\"ContextGrownInLoop\")",
        "Context field;",
        "void ofField() { field = field.withValue(K, \"3\"); }");
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            "import dev.baton.context.*;",
            "@javax.annotation.processing.Generated(\"by a test\")",
            "class Stub {",
            "  void run(Context ctx) { while (true) { ctx = ctx.withoutCancel(); } }",
            "}")
        .doTest();
  }

  private static final String[] GRPC = {
    "import io.grpc.Context;",
    "class Grpc {",
    "  private static final Context.Key<String> USER = Context.key(\"user\");",
    "  void run(Context ctx) {",
    "    while (true) {",
    "      // BUG: Diagnostic contains: `ctx` is derived from itself",
    "      ctx = ctx.withValue(USER, \"a\");",
    "    }",
    "  }",
    "}"
  };

  @Test
  void grpcWhenItIsSwitchedOn() {
    compilation.setArgs("-XepOpt:Baton:Models=grpc").addSourceLines("Grpc.java", GRPC).doTest();
  }

  @Test
  void grpcIsOffByDefault() {
    compilation.addSourceLines("Grpc.java", GRPC).expectNoDiagnostics().doTest();
  }
}
