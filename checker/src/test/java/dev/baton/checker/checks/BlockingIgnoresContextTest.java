package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BlockingIgnoresContextTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(BlockingIgnoresContext.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(BlockingIgnoresContext.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "class Plain {",
            "  void run() throws InterruptedException { Thread.sleep(1); wait(); }",
            "}")
        .doTest();
  }

  private void members(String... lines) {
    List<String> file = new ArrayList<>();
    file.add("import dev.baton.context.*;");
    file.add("import dev.baton.context.concurrent.*;");
    file.add("import java.time.Duration;");
    file.add("import java.util.*;");
    file.add("import java.util.concurrent.*;");
    file.add("abstract class Blocking {");
    file.addAll(List.of(lines));
    file.add("}");
    compilation.addSourceLines("Blocking.java", file.toArray(new String[0])).doTest();
  }

  @Test
  void staticBoundaryAndNamesOfUnused() {
    members(
        "void run(Context ignoredCtx, Context unused) throws Exception { Thread.sleep(1); }",
        "Object local(Context ctx) {",
        "  record Pause(int length) {",
        "    void run() throws InterruptedException { Thread.sleep(length); }",
        "  }",
        "  return new Pause(ctx.isDone() ? 1 : 2);",
        "}");
  }

  @Test
  void codeThatIsStopped() {
    members(
        "void run(Context ctx, CountDownLatch latch, Executor executor, CountDownLatch end)",
        "    throws Exception {",
        "  Interrupts.run(ctx, () -> { Runnable r = () -> { }; latch.await(); });",
        "  ctx.afterFunc(executor, () -> {",
        "    try { latch.await(); } catch (InterruptedException e) { throw new Error(e); }",
        "  });",
        "  // BUG: Diagnostic contains: `CountDownLatch.await` keeps blocking when `ctx` is done",
        "  runAll(end::await);",
        "}",
        "abstract void runAll(InterruptibleRunnable work);");
  }

  @Test
  void timeOutsOfOthers() {
    members(
        "long remaining() { return 1; }",
        "void run(Context ctx) throws Exception {",
        "  // BUG: Diagnostic contains: `Thread.sleep` keeps blocking",
        "  Thread.sleep(remaining());",
        "}");
  }

  @Test
  void guardsOfFutures() {
    members(
        "void run(Context ctx, CompletableFuture<String> one, CompletableFuture<String> two) {",
        "  boolean both = one.isDone() && one.join().isEmpty();",
        "  if (ctx.isDone() || !one.isDone()) {",
        "    // BUG: Diagnostic contains: write `ctx.await(one)` instead",
        "    one.join();",
        "  } else {",
        "    one.join();",
        "    // BUG: Diagnostic contains: write `ctx.await(two)` instead",
        "    two.join();",
        "  }",
        "  if (two.isDone()) {",
        "    print(both);",
        "  }",
        "  // BUG: Diagnostic contains: write `ctx.await(two)` instead",
        "  two.join();",
        "  while (!two.isDone()) {",
        "    Thread.onSpinWait();",
        "  }",
        "  two.join();",
        "}",
        "void loop(Context ctx, List<CompletableFuture<String>> all) {",
        "  for (CompletableFuture<String> each : all) {",
        "    if (!each.isDone()) {",
        "      continue;",
        "    }",
        "    each.join();",
        "  }",
        "}",
        "abstract void print(Object what);");
  }

  @Test
  void waitsBeforeAndAfter() {
    members(
        "String run(Context ctx, CompletableFuture<String> a, CompletableFuture<String> b)",
        "    throws Exception {",
        "  // BUG: Diagnostic contains: write `ctx.await(a)` instead",
        "  String early = a.join();",
        "  ctx.await(a);",
        "  // BUG: Diagnostic contains: write `ctx.await(b)` instead",
        "  return early + a.join() + b.join();",
        "}");
  }

  @Test
  void cleanUpIsWhatStandsInTheFinallyItself() {
    members(
        "Runnable run(Context ctx, CountDownLatch latch) throws Exception {",
        "  try {",
        "    // BUG: Diagnostic contains: `CountDownLatch.await` keeps blocking",
        "    latch.await();",
        "    return null;",
        "  } finally {",
        "    latch.await();",
        "    later(() -> {",
        "      // BUG: Diagnostic contains: `CountDownLatch.await` keeps blocking",
        "      latch.await();",
        "    });",
        "  }",
        "}",
        "abstract void later(InterruptibleRunnable work);");
  }

  @Test
  void nearestContextAndNamesOfObjects() {
    members(
        "abstract Semaphore permits();",
        "void run(Context ctx) throws Exception {",
        "  try (CancellableContext timed = ctx.withTimeout(Duration.ZERO)) {",
        "    // BUG: Diagnostic contains: when `timed` is done; write `timed.awaitDone(d)` instead",
        "    Thread.sleep(Duration.ofMillis(1).toMillis());",
        "    // BUG: Diagnostic contains: write `Interrupts.run(timed, semaphore::acquire)` instead",
        "    permits().acquire(2);",
        "  }",
        "}");
  }

  @Test
  void methodsThatAFlagNames() {
    String[] source = {
      "package acme;",
      "import dev.baton.context.Context;",
      "class Client {",
      "  void call(int n) {}",
      "  void enter() {}",
      "  static class Sub extends Client {}",
      "  void run(Context ctx, Sub sub) {",
      "    // BUG: Diagnostic contains: `Client.call` keeps blocking when `ctx` is done; write `Interrupts",
      "    sub.call(1);",
      "    // BUG: Diagnostic contains: `Client.enter` keeps blocking when `ctx` is done",
      "    enter();",
      "  }",
      "}"
    };
    compilation
        .setArgs("-XepOpt:BlockingIgnoresContext:Methods=acme.Client.call,acme.Client#enter")
        .addSourceLines("acme/Client.java", source)
        .doTest();
  }

  @Test
  void methodsThatNoFlagNames() {
    compilation
        .addSourceLines(
            "acme/Client.java",
            "package acme;",
            "class Client {",
            "  void call() {}",
            "  void run(dev.baton.context.Context ctx) { call(); }",
            "}")
        .doTest();
  }

  @Test
  void contextsOfOthersHaveNoSuchMethods() {
    compilation
        .setArgs("-XepOpt:Baton:ContextTypes=acme.Ctx")
        .addSourceLines(
            "acme/Ctx.java",
            "package acme;",
            "public class Ctx { void run(dev.baton.context.Key<Ctx> key) {} }")
        .addSourceLines(
            "acme/Handler.java",
            "package acme;",
            "class Handler {",
            "  void run(Ctx ctx) throws InterruptedException { Thread.sleep(1); }",
            "}")
        .doTest();
  }

  @Test
  void suppressedInEachPlace() {
    members(
        "@SuppressWarnings(\"BlockingIgnoresContext\")",
        "void method(Context ctx) throws Exception { Thread.sleep(1); }",
        "String local(Context ctx, Future<String> future) throws Exception {",
        "  @SuppressWarnings(\"Baton\")",
        "  String result = future.get();",
        "  return result;",
        "}");
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            "@javax.annotation.processing.Generated(\"by a test\")",
            "class Stub {",
            "  void run(dev.baton.context.Context ctx) throws Exception { Thread.sleep(1); }",
            "}")
        .doTest();
  }
}
