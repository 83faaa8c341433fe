package dev.baton.checker.checks;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.errorprone.CompilationTestHelper;
import com.sun.tools.javac.main.Main.Result;
import dev.baton.checker.Fixtures;
import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

public final class LostCancelTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(LostCancel.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(LostCancel.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "import java.io.*;",
            "class Plain {",
            "  private AutoCloseable kept;",
            "  InputStream openFile() throws IOException { return new FileInputStream(\"x\"); }",
            "  void run() throws IOException { openFile(); var in = openFile(); kept = in; }",
            "}")
        .doTest();
  }

  @Test
  void anotherTypeOfTheSameName() {
    compilation
        .addSourceLines(
            "Mixed.java",
            "class Mixed {",
            "  dev.baton.context.Context other;",
            "  interface CancellableContext { CancellableContext withCancel(); void cancel(); }",
            "  void run(CancellableContext ctx) { ctx.withCancel(); var c = ctx.withCancel(); }",
            "}")
        .doTest();
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Generated.java",
            "import dev.baton.context.*;",
            "@interface Generated {}",
            "@Generated",
            "class Emitted {",
            "  private CancellableContext field;",
            "  void run(Context ctx) { ctx.withCancel(); var c = ctx.withCancel(); }",
            "}")
        .doTest();
  }

  @Test
  void suppressedInEachPlace() {
    compilation
        .addSourceLines(
            "Suppressed.java",
            "import dev.baton.context.*;",
            "import java.util.function.Supplier;",
            "class Suppressed {",
            "  @SuppressWarnings(\"LostCancel\") private CancellableContext field;",
            "  @SuppressWarnings(\"Baton\") Supplier<Context> children = () -> first().withCancel();",
            "  @SuppressWarnings(\"Baton\") void method(Context ctx) { ctx.withCancel(); }",
            "  void local(Context ctx) {",
            "    @SuppressWarnings(\"LostCancel\") var one = ctx.withCancel();",
            "    @SuppressWarnings(\"Baton\") Context two = ctx.withCancel();",
            "    @SuppressWarnings(\"LostCancel\") CancellableContext three;",
            "    three = ctx.withCancel();",
            "    // BUG: Diagnostic contains: `four` is not cancelled",
            "    @SuppressWarnings(\"NullContext\") var four = ctx.withCancel();",
            "  }",
            "  void parameter(Context ctx, @SuppressWarnings(\"Baton\") CancellableContext five) {",
            "    five = ctx.withCancel();",
            "  }",
            "  @SuppressWarnings(\"LostCancel\") static class Nested {",
            "    void run(Context ctx) { ctx.withCancel(); }",
            "  }",
            "  static Context first() { return Context.background(); }",
            "}")
        .doTest();
  }

  @Test
  void eachBodyIsAUnitOfItsOwn() {
    compilation
        .addSourceLines(
            "Bodies.java",
            "import dev.baton.context.*;",
            "class Bodies {",
            "  Bodies(Context ctx) {",
            "    // BUG: Diagnostic contains: the end of the constructor on line 6",
            "    var one = ctx.withCancel();",
            "  }",
            "  {",
            "    // BUG: Diagnostic contains: the end of the initializer on line 10",
            "    var two = Context.background().withCancel();",
            "  }",
            "  static {",
            "    // BUG: Diagnostic contains: the end of the initializer on line 14",
            "    var three = Context.background().withCancel();",
            "  }",
            "  Runnable task = () -> {",
            "    // BUG: Diagnostic contains: the end of the lambda on line 18",
            "    var four = Context.background().withCancel();",
            "  };",
            "  void outer(Context ctx) {",
            "    var five = ctx.withCancel();",
            "    Runnable inner = () -> {",
            "      // BUG: Diagnostic contains: the end of the lambda on line 25",
            "      var six = five.withCancel();",
            "      if (six.isDone()) { return; }",
            "    };",
            "    five.cancel();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void namesThatTellWhetherSomethingIsCreated() {
    compilation
        .addSourceLines(
            "Names.java",
            "import dev.baton.context.*;",
            "import dev.baton.context.annotation.MustCancel;",
            "abstract class Names {",
            "  abstract CancellableContext child();",
            "  abstract CancellableContext withdraw();",
            "  abstract CancellableContext newcomer();",
            "  abstract CancellableContext with();",
            "  abstract CancellableContext openURL();",
            "  abstract CancellableContext acquire2();",
            "  @MustCancel abstract CancellableContext leased();",
            "  void run() {",
            "    child();",
            "    withdraw();",
            "    newcomer();",
            "    // BUG: Diagnostic contains: `with` creates is dropped",
            "    with();",
            "    // BUG: Diagnostic contains: `openURL` creates is dropped",
            "    openURL();",
            "    // BUG: Diagnostic contains: `acquire2` creates is dropped",
            "    acquire2();",
            "    // BUG: Diagnostic contains: `leased` creates is dropped",
            "    leased();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void mustCancelOnOtherTypes() {
    compilation
        .addSourceLines(
            "Leases.java",
            "import dev.baton.context.*;",
            "abstract class Leases {",
            "  Context known;",
            "  @interface MustCancel {}",
            "  interface Lease { void cancel(); void renew(); }",
            "  @MustCancel abstract Lease lease();",
            "  @MustCancel abstract AutoCloseable scope();",
            "  // BUG: Diagnostic contains: `name` returns `String`, which can neither",
            "  @MustCancel abstract String name();",
            "  // BUG: Diagnostic contains: `nothing` returns `void`, which can neither",
            "  @MustCancel abstract void nothing();",
            "  void run() {",
            "    // BUG: Diagnostic contains: `lease` creates is dropped",
            "    lease();",
            "    // BUG: Diagnostic contains: `one` is not cancelled on every path",
            "    var one = lease();",
            "    one.renew();",
            "    var two = lease();",
            "    two.cancel();",
            "    // BUG: Diagnostic contains: `three` is not cancelled on every path",
            "    AutoCloseable three = scope();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void slotsByTheirTypeAtThisUse() {
    compilation
        .addSourceLines(
            "Slots.java",
            "import dev.baton.context.*;",
            "import java.util.*;",
            "import java.util.function.*;",
            "class Slots {",
            "  static <T> T id(T value) { return value; }",
            "  void plain(Context... contexts) {}",
            "  void owners(CancellableContext... contexts) {}",
            "  void run(Context ctx, Consumer<? super CancellableContext> sink,",
            "      Consumer<? super Context> user, List<Context> contexts, Map<String, Object> all) {",
            "    sink.accept(ctx.withCancel());",
            "    id(ctx.withCancel());",
            "    owners(ctx.withCancel(), ctx.withCancel());",
            "    all.put(\"one\", ctx.withCancel());",
            "    CancellableContext[] cells = {ctx.withCancel()};",
            "    Object any = ctx.withCancel();",
            "    // BUG: Diagnostic contains: is passed to `accept`",
            "    user.accept(ctx.withCancel());",
            "    // BUG: Diagnostic contains: is passed to `id`",
            "    plain(Slots.<Context>id(ctx.withCancel()));",
            "    // BUG: Diagnostic contains: is passed to `plain`",
            "    plain(ctx, ctx.withCancel());",
            "    // BUG: Diagnostic contains: is passed to `println`",
            "    System.out.println(ctx.withCancel());",
            "    // BUG: Diagnostic contains: is passed to `format`",
            "    String.format(\"%s\", ctx.withCancel());",
            "    // BUG: Diagnostic contains: is passed to `equals`",
            "    ctx.equals(ctx.withCancel());",
            "    // BUG: Diagnostic contains: is kept in an array of `Context`",
            "    Context[] borrowed = {ctx.withCancel()};",
            "    // BUG: Diagnostic contains: is kept in a plain `Context`",
            "    borrowed[0] = ctx.withCancel();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void exitsOfMain() {
    compilation
        .addSourceLines(
            "Main.java",
            "import dev.baton.context.*;",
            "class Main {",
            "  public static void main(String[] args) throws Exception {",
            "    var one = Context.background().withCancel();",
            "    if (args.length == 0) { return; }",
            "    // BUG: Diagnostic contains: creates is dropped",
            "    var unused = Context.background().withCancel();",
            "    for (String arg : args) {",
            "      // BUG: Diagnostic contains: the next round of the loop begins without it",
            "      var two = one.withCancel();",
            "    }",
            "    // BUG: Diagnostic contains: it is overwritten on line 14",
            "    var three = one.withCancel();",
            "    three = one.withTimeout(java.time.Duration.ZERO);",
            "    // BUG: Diagnostic contains: the end of the lambda",
            "    Runnable task = () -> { var four = one.withCancel(); };",
            "    while (true) {",
            "      var five = one.withCancel();",
            "      if (five.isDone()) { break; }",
            "      var six = five.withCancel();",
            "      if (ctxIsDone(six)) { break; }",
            "      five.cancel();",
            "      six.cancel();",
            "    }",
            "  }",
            "  private static boolean ctxIsDone(Context ctx) { return ctx.isDone(); }",
            "}")
        .doTest();
  }

  @Test
  void strict() {
    compilation
        .setArgs("-XepOpt:LostCancel:Strict=true")
        .addSourceLines(
            "Strict.java",
            "import dev.baton.context.*;",
            "class Strict {",
            "  void run(Context ctx) {",
            "    // BUG: Diagnostic contains: the exception of `throwIfDone()` on line 6",
            "    var one = ctx.withCancel();",
            "    one.throwIfDone();",
            "    one.cancel();",
            "    try (var two = ctx.withCancel()) { two.throwIfDone(); }",
            "    var three = ctx.withCancel();",
            "    try { three.throwIfDone(); } finally { three.cancel(); }",
            "    var four = ctx.withCancel();",
            "    var five = four.withCancel();",
            "    try { five.throwIfDone(); }",
            "    finally { if (!five.isDone()) { five.cancel(); } five.close(); four.cancel(); }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void grpc() {
    compilation
        .setArgs("-XepOpt:Baton:Models=grpc")
        .addSourceLines(
            "Grpc.java",
            "import io.grpc.Context;",
            "import io.grpc.Context.CancellableContext;",
            "import io.grpc.Deadline;",
            "import java.util.concurrent.*;",
            "class Grpc {",
            "  private static final Context.Key<String> KEY = Context.key(\"key\");",
            "  void run(Runnable work, ScheduledExecutorService timer) {",
            "    // BUG: Diagnostic contains: `withCancellation` creates serves only to call `run`",
            "    Context.current().withCancellation().run(work);",
            "    // BUG: Diagnostic contains: is kept in `plain`, a plain `Context`",
            "    Context plain = Context.current().withDeadlineAfter(1, TimeUnit.DAYS, timer);",
            "    // BUG: Diagnostic contains: `one` is not cancelled on every path",
            "    CancellableContext one = Context.current().withCancellation();",
            "    one.detach(one.attach());",
            "    one.wrap(work).run();",
            "    one.fixedContextExecutor(timer).execute(work);",
            "    one.addListener(done -> work.run(), timer);",
            "    one.fork().withValue(KEY, \"value\").run(work);",
            "    CancellableContext two = Context.current().withCancellation();",
            "    two.run(work);",
            "    two.cancel(null);",
            "    CancellableContext three = Context.current().withDeadline(Deadline.after(1,",
            "        TimeUnit.SECONDS), timer);",
            "    Context before = three.attach();",
            "    try { work.run(); } finally { three.detachAndCancel(before, null); }",
            "    try (var four = Context.current().withCancellation()) { four.run(work); }",
            "    CancellableContext five = Context.current().withCancellation();",
            "    five.addListener(done -> five.close(), timer);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void grpcIsSilentUnlessItIsSwitchedOn() {
    compilation
        .addSourceLines(
            "Grpc.java",
            "import io.grpc.Context;",
            "class Grpc {",
            "  dev.baton.context.Context known;",
            "  void run() { Context.current().withCancellation(); }",
            "}")
        .doTest();
  }

  /** A type that the class path lacks hides what the code does, and nothing may fail. */
  @Test
  void typesThatAreMissing() {
    compilation
        .addSourceLines(
            "Missing.java",
            "import dev.baton.context.*;",
            "import dev.baton.checker.checks.LostCancelTest.Library;",
            "class Missing {",
            "  void run(Context ctx, Library library) {",
            "    // BUG: Diagnostic contains: `one` is not cancelled on every path",
            "    var one = ctx.withCancel();",
            "    library.use(one);",
            "    var two = ctx.withCancel();",
            "    library.take(two);",
            "    library.child(two);",
            "  }",
            "}")
        .withClasspath(Library.class, LostCancelTest.class, Context.class, CancellableContext.class)
        .doTest();
  }

  /** Compiled against a type that its users do not have. */
  public abstract static class Library {
    /** What the users do not have. */
    public @interface Gone {}

    /** Creates nothing, as far as they can see. */
    @Gone
    public abstract CancellableContext child(Context ctx);

    /** Only uses the context. */
    public abstract void use(Context ctx);

    /** Takes it over. */
    public abstract void take(CancellableContext context);
  }

  @Test
  void codeThatDoesNotCompile() {
    compilation
        .addSourceLines(
            "Broken.java",
            "import dev.baton.context.*;",
            "class Broken {",
            "  void run(Context ctx) {",
            "    // BUG: Diagnostic contains: cannot find symbol",
            "    var one = ctx.withCancel(); missing(one);",
            "    // BUG: Diagnostic contains: undefined label",
            "    while (true) { var two = ctx.withCancel(); continue nowhere; }",
            "  }",
            "}")
        .expectResult(Result.ERROR)
        .matchAllDiagnostics()
        .doTest();
  }

  @Test
  void patternsOfJava21() {
    assumeTrue(Runtime.version().feature() >= 21);
    compilation
        .addSourceLines(
            "Patterns.java",
            "import dev.baton.context.*;",
            "class Patterns {",
            "  sealed interface Step permits Load, Save {}",
            "  record Load(int rows) implements Step {}",
            "  record Save(Step of, int rows) implements Step {}",
            "  void run(Context ctx, Step step) {",
            "    var one = ctx.withCancel();",
            "    switch (step) {",
            "      case Load(int rows) when rows > 0 -> one.cancel();",
            "      case Load load -> one.close();",
            "      case Save(Load(var rows), int more) -> one.cancel();",
            "      case Save save -> one.cancel();",
            "    }",
            "    // BUG: Diagnostic contains: `two` is not cancelled on every path",
            "    var two = ctx.withCancel();",
            "    switch (step) {",
            "      case Load load -> two.close();",
            "      case Save save -> {}",
            "    }",
            "    AutoCloseable three = ctx.withCancel();",
            "    switch (three) {",
            "      case CancellableContext context -> context.cancel();",
            "      default -> {}",
            "    }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void guardsOfJava21() {
    assumeTrue(Runtime.version().feature() >= 21);
    compilation
        .addSourceLines(
            "Guards.java",
            "import dev.baton.context.*;",
            "class Guards {",
            "  sealed interface Step permits Load, Save {}",
            "  record Load(int rows) implements Step {}",
            "  record Save(int rows) implements Step {}",
            "  void run(Context ctx, Step step, boolean own) {",
            "    var one = ctx.withCancel();",
            "    switch (step) {",
            "      case Load load when one.isDone() -> {}",
            "      case Load load -> one.cancel();",
            "      case Save save -> one.close();",
            "    }",
            "    CancellableContext two = own ? ctx.withCancel() : null;",
            "    int rows = switch (step) {",
            "      case Load load when two == null: yield load.rows();",
            "      case Load load: two.cancel();",
            "      default: if (two != null) { two.cancel(); } yield 0;",
            "    };",
            "    // BUG: Diagnostic contains: `three` is not cancelled on every path",
            "    var three = ctx.withCancel();",
            "    switch (step) {",
            "      case Load load when load.rows() > 0 -> {}",
            "      case Load load -> three.cancel();",
            "      case Save save -> three.close();",
            "    }",
            "    // BUG: Diagnostic contains: `four` is not cancelled on every path",
            "    var four = ctx.withCancel();",
            "    switch (step) {",
            "      case Load load when four.cancel() -> {}",
            "      case Load load -> {}",
            "      case Save save -> {}",
            "    }",
            "    if (ctx.withCancel() instanceof CancellableContext five) { five.cancel(); }",
            "    var six = ctx.withCancel();",
            "    if (!(six instanceof AutoCloseable seven)) { return; }",
            "    six.cancel();",
            "    var eight = ctx.withCancel();",
            "    if (eight.err() instanceof ContextError error) { return; }",
            "    eight.cancel();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void unnamedVariablesAndFlexibleConstructorsOfJava25() {
    assumeTrue(Runtime.version().feature() >= 25);
    compilation
        .addSourceLines(
            "Recent.java",
            "import dev.baton.context.*;",
            "class Recent {",
            "  Recent(CancellableContext lifetime) {}",
            "  static class Started extends Recent {",
            "    Started(Context ctx) {",
            "      var child = ctx.withCancel();",
            "      super(child);",
            "    }",
            "  }",
            "  static class Forgetful extends Recent {",
            "    Forgetful(Context ctx) {",
            "      // BUG: Diagnostic contains: `child` is not cancelled on every path",
            "      var child = ctx.withCancel();",
            "      super(null);",
            "    }",
            "  }",
            "  void run(Context ctx) {",
            "    // BUG: Diagnostic contains: `withCancel` creates is dropped",
            "    var _ = ctx.withCancel();",
            "    try (var _ = ctx.withCancel()) { ctx.throwIfDone(); }",
            "  }",
            "  void main() {",
            "    var lifetime = Context.background().withCancel();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  @Timeout(300)
  void deeplyNestedLoops() {
    compilation
        .addSourceLines(
            "Rounds.java",
            "import dev.baton.context.*;",
            "class Rounds {",
            "  void run(Context ctx, boolean more) {",
            "    // BUG: Diagnostic contains: the end of the method on line",
            "    var lost = ctx.withCancel();",
            "while (more) { if (lost.isDone()) break; ".repeat(22),
            "    try (var inner = lost.withCancel()) { inner.isDone(); }",
            "}".repeat(22),
            "  }",
            "}")
        .doTest();
  }

  @Test
  @Timeout(300)
  void deeplyNestedFinallies() {
    compilation
        .setArgs("--should-stop=ifNoError=FLOW") // javac itself copies each finally to each way in
        .addSourceLines(
            "CleanUps.java",
            "import dev.baton.context.*;",
            "class CleanUps {",
            "  void run(Context ctx) throws Exception {",
            "    var kept = ctx.withCancel();",
            "try { if (kept.equals(ctx)) return; Thread.sleep(1); } finally { ".repeat(22),
            "    kept.cancel();",
            "}".repeat(22),
            "  }",
            "}")
        .doTest();
  }

  @Test
  @Tag("slow")
  @Timeout(300)
  void manyContextsThatMayBeLostByException() {
    compilation
        .addSourceLines(
            "Many.java",
            "import dev.baton.context.*;",
            "class Many {",
            "  void run(Context ctx) {",
            "    try {",
            IntStream.range(0, 250)
                .mapToObj(
                    i ->
                        "// BUG: Diagnostic contains: `c"
                            + i
                            + "`\nvar c"
                            + i
                            + " = ctx.withCancel(); c"
                            + i
                            + ".throwIfDone();")
                .collect(joining("\n")),
            IntStream.range(0, 250).mapToObj(i -> "c" + i + ".cancel();").collect(joining("\n")),
            "    } catch (RuntimeException e) {",
            "      throw e;",
            "    }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void assertionsMayBeSwitchedOff() {
    compilation
        .addSourceLines(
            "Assertions.java",
            "import dev.baton.context.*;",
            "class Assertions {",
            "  void run(Context ctx) {",
            "    var one = ctx.withCancel();",
            "    assert !one.isDone() : one;",
            "    one.cancel();",
            "    // BUG: Diagnostic contains: `two` is not cancelled on every path",
            "    var two = ctx.withCancel();",
            "    assert two.cancel();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void armsThatHandOn() {
    compilation
        .addSourceLines(
            "Arms.java",
            "import dev.baton.context.*;",
            "class Arms {",
            "  AutoCloseable kept;",
            "  Object both(Context ctx, boolean more) {",
            "    var one = ctx.withCancel();",
            "    return more ? (AutoCloseable) one : (one);",
            "  }",
            "  Object guarded(Context ctx) {",
            "    var two = ctx.withCancel();",
            "    return two.isDone() ? ctx : two;",
            "  }",
            "  Object one(Context ctx, boolean more) {",
            "    // BUG: Diagnostic contains: the `return` on line 15 leaves without it",
            "    var three = ctx.withCancel();",
            "    return more ? three : null;",
            "  }",
            "  void rule(Context ctx, int kind) {",
            "    // BUG: Diagnostic contains: the end of the method on line 20",
            "    var four = ctx.withCancel();",
            "    kept = switch (kind) { case 1 -> four; default -> () -> {}; }; }",
            "  void yielded(Context ctx, int kind) {",
            "    // BUG: Diagnostic contains: the end of the method on line 24",
            "    var five = ctx.withCancel();",
            "    kept = switch (kind) { case 1: yield five; default: yield () -> {}; }; }",
            "  void receiver(Context ctx, CancellableContext other, boolean more) {",
            "    // BUG: Diagnostic contains: the end of the method on line 28",
            "    var six = ctx.withCancel();",
            "    (more ? six : other).cancel(); }",
            "}")
        .doTest();
  }

  @Test
  void underTheNameOfPlainContext() {
    compilation
        .addSourceLines(
            "Plain.java",
            "import dev.baton.context.*;",
            "class Plain {",
            "  void cancelled(Context ctx) {",
            "    var one = ctx.withCancel();",
            "    Context plain = one;",
            "    ((CancellableContext) plain).cancel();",
            "  }",
            "  Context returned(Context ctx) {",
            "    // BUG: Diagnostic contains: the `return` on line 11 leaves without it",
            "    var two = ctx.withCancel();",
            "    Context plain = two; return plain;",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void compactConstructors() {
    compilation
        .addSourceLines(
            "Compact.java",
            "import dev.baton.context.*;",
            "class Compact {",
            "  record Owner(CancellableContext ctx) {",
            "    Owner { ctx = ctx.isDone() ? ctx : ctx.withCancel(); }",
            "  }",
            "  record Plain(Context ctx) {",
            "    // BUG: Diagnostic contains: is kept in `ctx`, a plain `Context`",
            "    Plain { ctx = ctx.withCancel(); }",
            "  }",
            "  record Local(CancellableContext ctx) {",
            "    // BUG: Diagnostic contains: `own` is not cancelled on every path",
            "    Local { var own = ctx.withCancel(); }",
            "  }",
            "  record Late(CancellableContext ctx) {",
            "    Late(CancellableContext ctx) {",
            "      this.ctx = ctx;",
            "      // BUG: Diagnostic contains: `ctx` is not cancelled on every path",
            "      ctx = ctx.withCancel();",
            "    }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void guardsThatNeedNoPattern() {
    compilation
        .addSourceLines(
            "Tests.java",
            "import dev.baton.context.*;",
            "import java.util.Objects;",
            "class Tests {",
            "  void forNull(Context ctx, boolean b) {",
            "    var one = b ? ctx.withCancel() : null;",
            "    if (Objects.isNull(one)) { return; }",
            "    one.cancel();",
            "    var two = b ? ctx.withCancel() : null;",
            "    if (Objects.nonNull(two)) { two.cancel(); }",
            "    // BUG: Diagnostic contains: `three` is not cancelled",
            "    var three = b ? ctx.withCancel() : null;",
            "    if (Objects.nonNull(three)) { return; }",
            "    // BUG: Diagnostic contains: `four` is not cancelled",
            "    var four = b ? ctx.withCancel() : null;",
            "    if (Objects.isNull(four)) { four.cancel(); }",
            "    // BUG: Diagnostic contains: `five` is not cancelled",
            "    var five = ctx.withCancel();",
            "    if (Objects.equals(five, ctx)) { return; }",
            "    five.cancel();",
            "    var six = b ? ctx.withCancel() : null;",
            "    if (!(six instanceof CancellableContext)) { return; }",
            "    six.cancel();",
            "  }",
            "  void forErrors(Context ctx, ContextError other) {",
            "    var one = ctx.withCancel();",
            "    if (one.err() != null) { return; }",
            "    one.cancel();",
            "    var two = ctx.withCancel();",
            "    if (ContextError.CANCELLED == two.err()) { return; }",
            "    two.cancel();",
            "    // BUG: Diagnostic contains: `three` is not cancelled",
            "    var three = ctx.withCancel();",
            "    if (three.err() == null) { return; }",
            "    three.cancel();",
            "    // BUG: Diagnostic contains: `four` is not cancelled",
            "    var four = ctx.withCancel();",
            "    if (four.err() == other) { return; }",
            "    four.cancel();",
            "    // BUG: Diagnostic contains: `five` is not cancelled",
            "    var five = ctx.withCancel();",
            "    if (five.err() != ContextError.CANCELLED) { return; }",
            "    five.cancel();",
            "    var six = ctx.withCancel();",
            "    if (six.cause() instanceof RuntimeException) { return; }",
            "    six.cancel();",
            "    // BUG: Diagnostic contains: `seven` is not cancelled",
            "    var seven = ctx.withCancel();",
            "    if (!(seven.cause() instanceof RuntimeException)) { return; }",
            "    seven.cancel();",
            "    // BUG: Diagnostic contains: `eight` is not cancelled",
            "    var eight = ctx.withCancel();",
            "    if (eight.hashCode() > 3) { return; }",
            "    eight.cancel();",
            "  }",
            "  void named(Context ctx) { var unused = ctx.withCancel(); unused.cancel(); }",
            "}")
        .doTest();
  }

  @Test
  void methodsThatAreNoMain() {
    compilation
        .addSourceLines(
            "Mains.java",
            "import dev.baton.context.*;",
            "class Mains {",
            "  static class OfNothing { static void main() { var c = Context.todo().withCancel(); } }",
            "  static class OfNumbers {",
            "    // BUG: Diagnostic contains: `c` is not cancelled",
            "    static void main(int[] args) { var c = Context.todo().withCancel(); }",
            "  }",
            "  static class OfTwo {",
            "    // BUG: Diagnostic contains: `c` is not cancelled",
            "    static void main(String[] args, int n) { var c = Context.todo().withCancel(); }",
            "  }",
            "  static class Hidden {",
            "    // BUG: Diagnostic contains: `c` is not cancelled",
            "    private static void main(String[] args) { var c = Context.todo().withCancel(); }",
            "  }",
            "  static class WithResult {",
            "    // BUG: Diagnostic contains: `c` is not cancelled",
            "    static int main(String[] args) { var c = Context.todo().withCancel(); return 1; }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void calleesOfFamiliarNames() {
    compilation
        .addSourceLines(
            "Callees.java",
            "import dev.baton.context.*;",
            "class Callees {",
            "  interface Log { void debug(Object o); }",
            "  interface AuditLogger { void info(Object o); }",
            "  interface Store { void put(Object o); }",
            "  static void fail() {} static void exit(int code) {}",
            "  void ends(Context ctx, boolean b) {",
            "    // BUG: Diagnostic contains: `one` is not cancelled",
            "    var one = ctx.withCancel();",
            "    if (b) { fail(); return; }",
            "    one.cancel();",
            "    // BUG: Diagnostic contains: `two` is not cancelled",
            "    var two = ctx.withCancel();",
            "    if (b) { exit(1); return; }",
            "    two.cancel();",
            "  }",
            "  void looksAt(Context ctx, Log log, AuditLogger audit, Store store) {",
            "    // BUG: Diagnostic contains: `one` is not cancelled",
            "    var one = ctx.withCancel(); log.debug(one);",
            "    // BUG: Diagnostic contains: `two` is not cancelled",
            "    var two = ctx.withCancel(); audit.info(two);",
            "    var three = ctx.withCancel(); store.put(three);",
            "    // BUG: Diagnostic contains: `four` is not cancelled",
            "    var four = ctx.withCancel(); four.equals(ctx); ctx.equals(four);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void referencesThatYieldOwners() {
    compilation
        .addSourceLines(
            "References.java",
            "import dev.baton.context.*;",
            "import java.util.concurrent.Callable;",
            "import java.util.function.*;",
            "class References {",
            "  Supplier<CancellableContext> owners(Context ctx) { return ctx::withCancel; }",
            "  Callable<? extends AutoCloseable> resources(Context ctx) { return ctx::withCancel; }",
            "  // BUG: Diagnostic contains: `withCancel`",
            "  Supplier<Context> contexts(Context ctx) { return ctx::withCancel; }",
            "  // BUG: Diagnostic contains: `withCancel`",
            "  Runnable nothing(Context ctx) { return ctx::withCancel; }",
            "}")
        .doTest();
  }

  @Test
  void privateFields() {
    compilation
        .addSourceLines(
            "Fields.java",
            "import dev.baton.context.*;",
            "import java.util.*;",
            "class Fields {",
            "  private CancellableContext returned, narrowed, inList, asObject, inResource;",
            "  private Object any;",
            "  CancellableContext seenByOthers;",
            "  // BUG: Diagnostic contains: field `checked` is never cancelled",
            "  private CancellableContext checked = Objects.requireNonNull(null);",
            "  // BUG: Diagnostic contains: field `renewed` is never cancelled",
            "  private CancellableContext renewed;",
            "  CancellableContext start(Context ctx) {",
            "    Objects.requireNonNull(checked);",
            "    renewed = ctx.withCancel();",
            "    return returned = ctx.withCancel();",
            "  }",
            "  void stop() {",
            "    if ((Context) narrowed instanceof CancellableContext ctx) { ctx.close(); }",
            "    for (var ctx : List.of(inList)) { ctx.cancel(); }",
            "    any = asObject;",
            "    try (CancellableContext ctx = (inResource)) { ctx.throwIfDone(); }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void argumentsOfAnonymousClasses() {
    compilation
        .addSourceLines(
            "Anonymous.java",
            "import dev.baton.context.*;",
            "class Anonymous {",
            "  class Plain { Plain(Context ctx, Object... more) {} }",
            "  class Owner { Owner(CancellableContext ctx, int retries) {} }",
            "  void run(Context ctx, Anonymous outer) {",
            "    outer.new Owner(ctx.withCancel(), 1) {};",
            "    // BUG: Diagnostic contains: is passed to `new Plain`",
            "    outer.new Plain(ctx.withCancel()) {};",
            "    // BUG: Diagnostic contains: is passed to `new Plain`",
            "    new Plain(ctx.withCancel(), 3) {};",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void passedToAnotherConstructor() {
    compilation
        .addSourceLines(
            "Client.java",
            "import dev.baton.context.*;",
            "class Client {",
            "  Client(Context ctx) {",
            "    // BUG: Diagnostic contains: is passed to `this`",
            "    this(ctx.withCancel(), 3);",
            "  }",
            "  Client(Context ctx, int retries) {}",
            "}")
        .doTest();
  }

  @Test
  void whatTestFrameworksKeep() {
    compilation
        .addSourceLines(
            "Kept.java",
            "import dev.baton.context.*;",
            "import java.util.stream.Stream;",
            "import org.junit.jupiter.api.*;",
            "import org.junit.jupiter.api.extension.ExtensionContext;",
            "import org.junit.jupiter.params.provider.Arguments;",
            "class Kept {",
            "  @AutoClose private final CancellableContext closed = Context.background().withCancel();",
            "  void store(Context ctx, ExtensionContext.Store store) { store.put(\"ctx\", ctx.withCancel()); }",
            "  Stream<Arguments> cases(Context ctx) { return Stream.of(Arguments.of(ctx.withCancel(), 1)); }",
            "  Named<?> named(Context ctx) { return Named.of(\"live\", ctx.withCancel()); }",
            "  void asserted(Context ctx) {",
            "    // BUG: Diagnostic contains: is passed to `assertNotNull`",
            "    Assertions.assertNotNull(ctx.withCancel());",
            "    // BUG: Diagnostic contains: is passed to `assumeNotNull`",
            "    org.junit.Assume.assumeNotNull(ctx.withCancel());",
            "    // BUG: Diagnostic contains: is passed to `assertThat`",
            "    com.google.common.truth.Truth.assertThat(ctx.withCancel());",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void codeThatIsToThrowOrToldToMocks() {
    compilation
        .addSourceLines(
            "org/mockito/MockedStatic.java",
            "package org.mockito;",
            "public interface MockedStatic {",
            "  interface Verification { void apply() throws Throwable; }",
            "  Object when(Verification code);",
            "  void verify(Verification code);",
            "  void closeOnDemand(Verification code);",
            "}")
        .addSourceLines(
            "org/assertj/core/api/Assertions.java",
            "package org.assertj.core.api;",
            "public class Assertions {",
            "  public interface Code { void call() throws Throwable; }",
            "  public static Throwable catchException(Code code) { return null; }",
            "  public static Throwable catchNullPointerException(Code code) { return null; }",
            "}")
        .addSourceLines(
            "Expected.java",
            "import static org.assertj.core.api.Assertions.*;",
            "import static org.junit.jupiter.api.Assertions.*;",
            "import dev.baton.context.*;",
            "class Expected {",
            "  void run(Context ctx, org.mockito.MockedStatic mock) {",
            "    mock.when(() -> ctx.withCancel());",
            "    mock.verify(() -> ctx.withTimeout(null));",
            "    mock.verify(ctx::withCancel);",
            "    catchException(() -> ctx.withTimeout(null));",
            "    catchNullPointerException(() -> { ctx.withTimeout(null); });",
            "    assertThrows(IllegalStateException.class, ctx::withCancel);",
            "    // BUG: Diagnostic contains: `withCancel` creates is dropped",
            "    mock.closeOnDemand(() -> ctx.withCancel());",
            "    // BUG: Diagnostic contains: `withCancel` creates are lost",
            "    assertAll(ctx::withCancel);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void fieldsThatOthersFill() {
    compilation
        .addSourceLines(
            "Filled.java",
            "import dev.baton.context.*;",
            "import java.lang.invoke.*;",
            "import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;",
            "class Filled {",
            "  @interface Mock {}",
            "  private static final AtomicReferenceFieldUpdater<Filled, CancellableContext> UPDATER =",
            "      AtomicReferenceFieldUpdater.newUpdater(Filled.class, CancellableContext.class, \"updated\");",
            "  private static final VarHandle HANDLE = handle();",
            "  private volatile CancellableContext updated, handled;",
            "  @Mock private CancellableContext injected;",
            "  // BUG: Diagnostic contains: field `set` is never cancelled",
            "  private volatile CancellableContext set;",
            "  Filled(Context ctx) {",
            "    updated = ctx.withCancel();",
            "    handled = ctx.withCancel();",
            "    this.set = ctx.withCancel();",
            "  }",
            "  static VarHandle handle() {",
            "    try {",
            "      return MethodHandles.lookup()",
            "          .findVarHandle(Filled.class, \"handled\", CancellableContext.class);",
            "    } catch (ReflectiveOperationException e) { throw new AssertionError(\"set\", e); }",
            "  }",
            "  void use() { injected.throwIfDone(); }",
            "}")
        .doTest();
  }

  @Test
  void arraysStoreOrCompare() {
    compilation
        .addSourceLines(
            "Arrays.java",
            "import dev.baton.context.*;",
            "class Arrays {",
            "  void run(Context ctx, CancellableContext[] cells) {",
            "    java.util.Arrays.fill(cells, ctx.withCancel());",
            "    // BUG: Diagnostic contains: is passed to `binarySearch`",
            "    java.util.Arrays.binarySearch(cells, ctx.withCancel());",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void calleesThatOnlyLookAtThings() {
    compilation
        .addSourceLines(
            "Quiet.java",
            "import com.google.common.base.*;",
            "import dev.baton.context.*;",
            "class Quiet {",
            "  void run(Context ctx) {",
            "    // BUG: Diagnostic contains: `one` is not cancelled",
            "    var one = ctx.withCancel();",
            "    Preconditions.checkState(!one.isDone(), \"%s\", one);",
            "    // BUG: Diagnostic contains: `two` is not cancelled",
            "    var two = ctx.withCancel();",
            "    MoreObjects.toStringHelper(\"x\").add(\"two\", two);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void printedInJava25() {
    assumeTrue(Runtime.version().feature() >= 25);
    compilation
        .addSourceLines(
            "Printed.java",
            "import dev.baton.context.*;",
            "class Printed {",
            "  void run(Context ctx) {",
            "    // BUG: Diagnostic contains: `one` is not cancelled",
            "    var one = ctx.withCancel();",
            "    IO.println(one);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void switchesWithoutDefaultOfJava21() {
    assumeTrue(Runtime.version().feature() >= 21);
    compilation
        .addSourceLines(
            "Chosen.java",
            "import dev.baton.context.*;",
            "class Chosen {",
            "  sealed interface Speed permits Mode {}",
            "  enum Mode implements Speed { FAST, SLOW }",
            "  void all(Context ctx, Speed speed) {",
            "    var one = ctx.withCancel();",
            "    switch (speed) {",
            "      case Mode.FAST -> one.cancel();",
            "      case Mode.SLOW -> one.close();",
            "    }",
            "  }",
            "  void some(Context ctx, Integer speed) {",
            "    // BUG: Diagnostic contains: `two` is not cancelled on every path",
            "    var two = ctx.withCancel();",
            "    switch (speed) {",
            "      case 1 -> two.cancel();",
            "      case 2 -> two.close();",
            "    }",
            "  }",
            "  void live(Context ctx) {",
            "    var three = ctx.withCancel();",
            "    switch (three.err()) {",
            "      case CANCELLED, DEADLINE_EXCEEDED -> {}",
            "      case null -> three.cancel();",
            "    }",
            "  }",
            "  void liveOrNot(Context ctx) {",
            "    // BUG: Diagnostic contains: `four` is not cancelled on every path",
            "    var four = ctx.withCancel();",
            "    switch (four.err()) {",
            "      case CANCELLED -> {}",
            "      case null, default -> {}",
            "    }",
            "  }",
            "  void liveAlone(Context ctx) {",
            "    // BUG: Diagnostic contains: `five` is not cancelled on every path",
            "    var five = ctx.withCancel();",
            "    switch (five.err()) {",
            "      case null -> {}",
            "      default -> five.cancel();",
            "    }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void remedies() {
    compilation
        .addSourceLines(
            "Remedies.java",
            "import dev.baton.context.*;",
            "import java.util.concurrent.*;",
            "import java.util.function.*;",
            "class Remedies {",
            "  Context field;",
            "  Context named(Context ctx) {",
            "    // BUG: Diagnostic contains: without it; return it as `CancellableContext`",
            "    var one = ctx.withCancel();",
            "    return one;",
            "  }",
            "  Supplier<Context> ofLambda(Context ctx) {",
            "    return () -> {",
            "      // BUG: Diagnostic contains: without it; return it as `CancellableContext`",
            "      var two = ctx.withCancel();",
            "      return (Context) two;",
            "    };",
            "  }",
            "  CancellableContext sometimes(Context ctx, boolean more) {",
            "    // BUG: Diagnostic contains: without it; use try-with-resources",
            "    var three = ctx.withCancel();",
            "    return more ? three : null;",
            "  }",
            "  CompletableFuture<?> async(Context ctx, Function<Context, CompletableFuture<?>> work) {",
            "    // BUG: Diagnostic contains: as in `whenComplete`",
            "    var four = ctx.withCancel();",
            "    return work.apply(four);",
            "  }",
            "  void task(Context ctx, Executor executor) {",
            "    // BUG: Diagnostic contains: outlives the block, cancel it when that ends",
            "    var five = ctx.withCancel();",
            "    executor.execute(() -> five.throwIfDone());",
            "  }",
            "  void reference(Context ctx, Executor executor) {",
            "    // BUG: Diagnostic contains: outlives the block, cancel it when that ends",
            "    var six = ctx.withCancel();",
            "    executor.execute(six::throwIfDone);",
            "  }",
            "  void kept(Context ctx) {",
            "    // BUG: Diagnostic contains: so nothing can cancel it; declare the field as",
            "    this.field = ctx.withCancel();",
            "    // BUG: Diagnostic contains: so nothing can cancel it; use try-with-resources",
            "    Context local = ctx.withCancel();",
            "  }",
            "  void nothing(Context ctx) {",
            "    // BUG: Diagnostic contains: is dropped, so nothing can cancel it; use try-with-resources",
            "    Runnable none = () -> ctx.withCancel();",
            "    // BUG: Diagnostic contains: is lost as the result of a lambda, so nothing can cancel it; return",
            "    Supplier<Context> some = () -> ctx.withCancel();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void operatorsAndCells() {
    compilation
        .addSourceLines(
            "Operands.java",
            "import dev.baton.context.*;",
            "class Operands {",
            "  void run(Context ctx) {",
            "    // BUG: Diagnostic contains: is kept in an array of `Context`",
            "    Context[] cells = {ctx.withCancel()};",
            "    // BUG: Diagnostic contains: is cast to a plain `Context`",
            "    var cast = (Context) ctx.withCancel();",
            "    // BUG: Diagnostic contains: only becomes text",
            "    String text = \"x\" + ctx.withCancel();",
            "    // BUG: Diagnostic contains: is only compared",
            "    boolean same = ctx.withCancel() == ctx;",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void renamedInOtherCode() {
    compilation
        .addSourceLines(
            "Renamed.java",
            "import dev.baton.context.*;",
            "import java.util.concurrent.Executor;",
            "class Renamed {",
            "  void used(Context ctx, Executor executor) {",
            "    // BUG: Diagnostic contains: `one` is not cancelled",
            "    var one = ctx.withCancel();",
            "    executor.execute(() -> { var mine = one; mine.throwIfDone(); });",
            "    // BUG: Diagnostic contains: `two` is not cancelled",
            "    var two = ctx.withCancel();",
            "    new Object() { void run() { CancellableContext mine = two; mine.throwIfDone(); } }.run();",
            "  }",
            "  void cancelled(Context ctx, Executor executor) {",
            "    var three = ctx.withCancel();",
            "    executor.execute(() -> { var mine = three; AutoCloseable again = mine; own(again); });",
            "    var four = ctx.withCancel();",
            "    executor.execute(() -> {",
            "      CancellableContext mine = null;",
            "      while (true) { if (mine != null) { mine.cancel(); } mine = four; }",
            "    });",
            "  }",
            "  void own(AutoCloseable owner) {}",
            "}")
        .doTest();
  }

  @Test
  void givenBackByNullChecks() {
    compilation
        .addSourceLines(
            "Checked.java",
            "import com.google.common.base.Preconditions;",
            "import dev.baton.context.*;",
            "import java.util.Objects;",
            "class Checked {",
            "  CancellableContext openOne(Context ctx) {",
            "    return Objects.requireNonNull(ctx.withCancel(), \"one\");",
            "  }",
            "  void lost(Context ctx) {",
            "    // BUG: Diagnostic contains: `one` is not cancelled",
            "    var one = Objects.requireNonNull(openOne(ctx), \"one\");",
            "    // BUG: Diagnostic contains: `two` is not cancelled",
            "    var two = ctx.withCancel();",
            "    Objects.requireNonNull(two);",
            "    // BUG: Diagnostic contains: `openOne` creates is dropped",
            "    Preconditions.checkNotNull(openOne(ctx));",
            "  }",
            "  void cancelled(Context ctx) {",
            "    var three = ctx.withCancel();",
            "    var four = Objects.requireNonNull(three);",
            "    four.cancel();",
            "    Objects.requireNonNull(ctx.withCancel()).cancel();",
            "    var five = ctx.withCancel();",
            "    Objects.requireNonNull(five).close();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void failuresThatAreOnlyNoted() {
    compilation
        .addSourceLines(
            "org/assertj/core/api/AbstractSoftAssertions.java",
            "package org.assertj.core.api;",
            "public class AbstractSoftAssertions { public void fail(String message) {} }")
        .addSourceLines(
            "org/testng/asserts/Assertion.java",
            "package org.testng.asserts;",
            "public class Assertion { public void fail(String message) {} }")
        .addSourceLines(
            "Noted.java",
            "import dev.baton.context.*;",
            "class Noted {",
            "  void run(Context ctx, org.assertj.core.api.AbstractSoftAssertions softly,",
            "      org.testng.asserts.Assertion soft) {",
            "    // BUG: Diagnostic contains: the `return` on line 7",
            "    var one = ctx.withCancel();",
            "    if (one.isDone()) { one.cancel(); } else if (ctx.isDone()) { softly.fail(\"done\"); return; }",
            "    one.cancel();",
            "    // BUG: Diagnostic contains: the end of the method",
            "    var two = ctx.withCancel();",
            "    soft.fail(\"at the end\");",
            "  }",
            "}")
        .doTest();
  }
}
