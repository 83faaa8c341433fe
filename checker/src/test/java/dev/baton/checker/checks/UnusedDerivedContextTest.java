package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class UnusedDerivedContextTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(UnusedDerivedContext.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(UnusedDerivedContext.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "class Plain {",
            "  Plain withName(String name) { return this; }",
            "  void run() { withName(\"a\"); Plain named = withName(\"b\"); }",
            "}")
        .doTest();
  }

  @Test
  void whatLostCancelReports() {
    compilation
        .addSourceLines(
            "Lost.java",
            "import dev.baton.context.*;",
            "import java.time.Duration;",
            "class Lost {",
            "  private static final Key<String> USER = Key.of(\"user\");",
            "  void dropped(Context ctx) { ctx.withTimeout(Duration.ZERO); }",
            "  void plain(Context ctx) { Context plain = ctx.withCancel(); }",
            "  void onSomePath(Context ctx, boolean early) {",
            "    var lost = ctx.withCancel();",
            "    if (early) { return; }",
            "    lost.cancel();",
            "  }",
            "  void unused(Context ctx) { var unused = ctx.withCancel(); }",
            "  void chain(Context ctx) { ctx.withTimeout(Duration.ZERO).withValue(USER, \"a\"); }",
            "  public static void main(String[] args) {",
            "    var unused = Context.background().withCancel();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void whatMainLeavesToTheEndOfTheProcess() {
    compilation
        .addSourceLines(
            "Main.java",
            "import dev.baton.context.*;",
            "class Main {",
            "  public static void main(String[] args) {",
            "    // BUG: Diagnostic contains: nothing uses `ctx`, so cancelling it stops nothing",
            "    var ctx = Context.background().withCancel();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void valuesThatGoElsewhere() {
    compilation
        .addSourceLines(
            "Elsewhere.java",
            "import dev.baton.context.*;",
            "import java.util.function.*;",
            "class Elsewhere {",
            "  private static final Key<String> USER = Key.of(\"user\");",
            "  Context field;",
            "  record Named(Context ctx) {",
            "    Named { ctx = ctx.withValue(USER, \"compact\"); }",
            "  }",
            "  void keep(Context ctx) { field = ctx.withValue(USER, \"field\"); }",
            "  void store(Context ctx, Context[] cells) { cells[0] = ctx.withoutCancel(); }",
            "  UnaryOperator<Context> function() { return c -> c.withValue(USER, \"lambda\"); }",
            "  boolean inCondition(Context ctx) {",
            "    Context last;",
            "    return (last = ctx.withoutCancel()).isDone();",
            "  }",
            "  CancellableContext open(Context ctx) {",
            "    var child = ctx.withCancel();",
            "    return child;",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void loopsThatBringItToTheNextRound() {
    compilation
        .addSourceLines(
            "Rounds.java",
            "import dev.baton.context.*;",
            "class Rounds {",
            "  private static final Key<Integer> ROUND = Key.of(\"round\");",
            "  void load(Context ctx) {}",
            "  void carried(Context ctx, Context base) {",
            "    for (int i = 0; i < 3; i++) {",
            "      load(ctx);",
            "      ctx = base.withValue(ROUND, i);",
            "    }",
            "  }",
            "  void carriedByTheLoopItself(Context base) {",
            "    for (Context c = base; !c.isDone(); c = base.withValue(ROUND, 1)) { load(c); }",
            "  }",
            "  void ofOneRound(Context base) {",
            "    for (int i = 0; i < 3; i++) {",
            "      Context c = base;",
            "      load(c);",
            "      // BUG: Diagnostic contains: nothing uses `c`, so its value has no effect",
            "      c = base.withValue(ROUND, i);",
            "    }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void namesOfWhatIsUsedInstead() {
    compilation
        .addSourceLines(
            "Names.java",
            "import dev.baton.context.*;",
            "import java.time.Duration;",
            "class Names {",
            "  Context request() { return Context.todo(); }",
            "  void run(Context ctx) {",
            "    // BUG: Diagnostic matches: local",
            "    try (var child = ctx.withCancelOn(request())) {}",
            "    // BUG: Diagnostic matches: call",
            "    try (var timed = request().withTimeout(Duration.ZERO)) {}",
            "    // BUG: Diagnostic matches: dropped",
            "    ctx.withTimeout(Duration.ZERO).close();",
            "    // BUG: Diagnostic matches: conditional",
            "    try (CancellableContext c = (ctx.withDeadline(java.time.Instant.MAX))) {}",
            "  }",
            "}")
        .expectErrorMessage("local", message -> message.contains(LOCAL))
        .expectErrorMessage("call", message -> message.contains(CALL))
        .expectErrorMessage("dropped", message -> message.contains(DROPPED))
        .expectErrorMessage("conditional", message -> message.contains("its deadline has no"))
        .doTest();
  }

  private static final String LOCAL =
      "nothing uses `child`, so cancelling it stops nothing; pass it on instead of `ctx`, or remove"
          + " it";
  private static final String CALL =
      "nothing uses `timed`, so its time-out has no effect; pass it on, or remove it";
  private static final String DROPPED =
      "nothing uses the context that `withTimeout` derives, so its time-out has no effect; keep it"
          + " and pass it on instead of `ctx`, or remove it";

  @Test
  void aliasesAsAutoCloseable() {
    compilation
        .addSourceLines(
            "Aliases.java",
            "import dev.baton.context.*;",
            "abstract class Aliases {",
            "  void run(Context ctx) throws Exception {",
            "    // BUG: Diagnostic contains: nothing uses `child`",
            "    AutoCloseable child = ctx.withCancel();",
            "    try { ctx.throwIfDone(); } finally { child.close(); }",
            "    // BUG: Diagnostic contains: nothing uses `other`",
            "    CancellableContext other = ctx.withCancel();",
            "    try (other) { ctx.throwIfDone(); }",
            "  }",
            "  void arms(Context ctx, boolean slow) {",
            "    // BUG: Diagnostic contains: nothing uses `either`",
            "    try (var either = slow ? (ctx.withCancel()) : open(ctx)) { ctx.throwIfDone(); }",
            "  }",
            "  abstract CancellableContext open(Context ctx);",
            "}")
        .doTest();
  }

  @Test
  void suppressedInEachPlace() {
    compilation
        .addSourceLines(
            "Suppressed.java",
            "import dev.baton.context.*;",
            "class Suppressed {",
            "  private static final Key<String> USER = Key.of(\"user\");",
            "  void local(Context ctx) {",
            "    @SuppressWarnings(\"UnusedDerivedContext\")",
            "    Context named = ctx.withValue(USER, \"a\");",
            "    @SuppressWarnings(\"Baton\")",
            "    Context later;",
            "    later = ctx.withValue(USER, \"b\");",
            "  }",
            "  @SuppressWarnings(\"UnusedDerivedContext\")",
            "  void method(Context ctx) { ctx.withValue(USER, \"c\"); }",
            "  @SuppressWarnings(\"Baton\")",
            "  class Type { void method(Context ctx) { ctx.withValue(USER, \"d\"); } }",
            "}")
        .doTest();
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            "import dev.baton.context.*;",
            "@javax.annotation.processing.Generated(\"by a test\")",
            "class Stub {",
            "  void run(Context ctx) { ctx.withoutCancel(); }",
            "}")
        .doTest();
  }

  @Test
  void contextsOfOthers() {
    compilation
        .setArgs("-XepOpt:Baton:ContextTypes=acme.Ctx")
        .addSourceLines(
            "acme/Ctx.java",
            "package acme;",
            "public interface Ctx {",
            "  Ctx withUser(String user);",
            "  Ctx parent();",
            "}")
        .addSourceLines(
            "acme/Handler.java",
            "package acme;",
            "class Handler {",
            "  void run(Ctx ctx) {",
            "    // BUG: Diagnostic contains: `withUser` derives, so its value has no effect",
            "    ctx.withUser(\"a\");",
            "    ctx.parent();",
            "  }",
            "}")
        .doTest();
  }

  private static final String[] GRPC = {
    "import io.grpc.Context;",
    "class Grpc {",
    "  private static final Context.Key<String> USER = Context.key(\"user\");",
    "  void run(Runnable work) {",
    "    // BUG: Diagnostic contains: nothing uses `named`, so its value has no effect",
    "    Context named = Context.current().withValue(USER, \"a\");",
    "    work.run();",
    "    Context.current().withValue(USER, \"b\").run(work);",
    "    // BUG: Diagnostic contains: nothing uses the context that `fork` derives",
    "    Context.current().fork();",
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
