package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

final class EscapedContextTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(EscapedContext.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(EscapedContext.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "import java.io.*;",
            "import java.util.concurrent.Executor;",
            "class Plain {",
            "  void run(Executor executor, InputStream in) throws IOException {",
            "    try (in) { executor.execute(() -> print(in)); }",
            "  }",
            "  void print(Object what) {}",
            "}")
        .doTest();
  }

  private void members(String... lines) {
    List<String> file = new ArrayList<>();
    file.add("import dev.baton.context.*;");
    file.add("import java.util.*;");
    file.add("import java.util.concurrent.*;");
    file.add("abstract class Escaping {");
    file.add("  abstract String load(Context ctx);");
    file.add("  abstract void keep(Future<String> future);");
    file.addAll(List.of(lines));
    file.add("}");
    compilation.addSourceLines("Escaping.java", file.toArray(new String[0])).doTest();
  }

  @Test
  void usesOfTheFuture() {
    members(
        "Future<String> field;",
        "void passed(Context ctx, ExecutorService ex) {",
        "  try (var c = ctx.withCancel()) { keep(ex.submit(() -> load(c))); }",
        "}",
        "void stored(Context ctx, ExecutorService ex) {",
        "  // BUG: Diagnostic contains: `c` goes to work that `submit` runs",
        "  try (var c = ctx.withCancel()) { field = ex.submit(() -> load(c)); }",
        "}",
        "void outside(Context ctx, ExecutorService ex) throws Exception {",
        "  Future<String> later;",
        "  // BUG: Diagnostic contains: `c` goes to work that `submit` runs",
        "  try (var c = ctx.withCancel()) { later = ex.submit(() -> load(c)); }",
        "  later.get();",
        "}",
        "List<Future<String>> collected(Context ctx, ExecutorService ex, List<String> ids) {",
        "  try (var c = ctx.withCancel()) {",
        "    return ids.stream().map(id -> ex.submit(() -> load(c))).toList();",
        "  }",
        "}",
        "void forEach(Context ctx, ExecutorService ex, List<String> ids) {",
        "  try (var c = ctx.withCancel()) {",
        "    // BUG: Diagnostic contains: `c` goes to work that `execute` runs",
        "    ids.forEach(id -> ex.execute(() -> load(c)));",
        "  }",
        "}",
        "void dropped(Context ctx) {",
        "  try (var c = ctx.withCancel()) {",
        "    // BUG: Diagnostic contains: `c` goes to work that `runAsync` runs",
        "    CompletableFuture.runAsync(() -> load(c)).thenRun(() -> load(ctx));",
        "  }",
        "}",
        "String joined(Context ctx) {",
        "  try (var c = ctx.withCancel()) {",
        "    return CompletableFuture.supplyAsync(() -> load(c)).thenApply(String::trim).join();",
        "  }",
        "}",
        "CompletableFuture<String> endedByStage(Context ctx) {",
        "  CancellableContext c = ctx.withCancel();",
        "  boolean isStarted = false;",
        "  try {",
        "    return CompletableFuture.supplyAsync(() -> load(c))",
        "        .whenComplete((row, failure) -> c.close());",
        "  } finally {",
        "    if (!isStarted) { c.cancel(); }",
        "  }",
        "}");
  }

  @Test
  void waitsThatCount() {
    members(
        "void after(Context ctx, ExecutorService ex) throws Exception {",
        "  try (var c = ctx.withCancel()) {",
        "    ex.execute(() -> load(c));",
        "    ex.shutdown();",
        "    ex.awaitTermination(1, TimeUnit.SECONDS);",
        "  }",
        "}",
        "void inFinally(Context ctx, ExecutorService ex, CountDownLatch ended) throws Exception {",
        "  CancellableContext c = ctx.withCancel();",
        "  try { ex.execute(() -> load(c)); } finally { ended.await(); c.cancel(); }",
        "}",
        "void before(Context ctx, ExecutorService ex, CountDownLatch ready) throws Exception {",
        "  try (var c = ctx.withCancel()) {",
        "    ready.await();",
        "    // BUG: Diagnostic contains: `c` goes to work that `execute` runs",
        "    ex.execute(() -> load(c));",
        "  }",
        "}",
        "void namesakes(Context ctx, ExecutorService ex, Map<String, String> map) {",
        "  try (var c = ctx.withCancel()) {",
        "    // BUG: Diagnostic contains: `c` goes to work that `execute` runs",
        "    ex.execute(() -> load(c));",
        "    map.put(map.get(\"a\"), String.join(\",\", map.keySet()));",
        "  }",
        "}");
  }

  @Test
  void placesOfTheSink() {
    members(
        "void inCatch(Context ctx, Executor ex) {",
        "  CancellableContext c = ctx.withCancel();",
        "  try {",
        "    load(c);",
        "  } catch (RuntimeException e) {",
        "    // BUG: Diagnostic contains: `c` goes to work that `execute` runs",
        "    ex.execute(() -> load(c));",
        "  } finally {",
        "    c.close();",
        "  }",
        "}",
        "void afterTheBlock(Context ctx, Executor ex) {",
        "  CancellableContext c = ctx.withCancel();",
        "  try (c) { load(c); } finally { ex.execute(() -> load(ctx)); }",
        "}",
        "void nested(Context ctx, Executor ex) {",
        "  try (var outer = ctx.withCancel()) {",
        "    try (var inner = outer.withCancel()) {",
        "      // BUG: Diagnostic contains: `inner` goes to work that `execute` runs",
        "      ex.execute(() -> load(inner));",
        "      // BUG: Diagnostic contains: `outer` goes to work that `execute` runs",
        "      ex.execute(() -> load(outer));",
        "    }",
        "  }",
        "}",
        "void openEnd(Context ctx, Executor ex) {",
        "  CancellableContext c = ctx.withCancel();",
        "  ex.execute(() -> { load(c); c.close(); });",
        "}");
  }

  @Test
  void shapesOfWork() {
    members(
        "static class Job implements Runnable { Job(Context ctx) {} public void run() {} }",
        "static class Worker extends Thread { Worker(Context ctx) {} }",
        "abstract Runnable job(Context ctx);",
        "abstract String name(Context ctx);",
        "abstract Runnable print(String name);",
        "void run(Context ctx, Executor ex) {",
        "  try (var c = ctx.withCancel()) {",
        "    // BUG: Diagnostic contains: `c` goes to work that `execute` runs",
        "    ex.execute(new Job(c));",
        "    // BUG: Diagnostic contains: `c` goes to work that `execute` runs",
        "    ex.execute(job(c));",
        "    // BUG: Diagnostic contains: `c` goes to work that `execute` runs",
        "    ex.execute(c::isDone);",
        "    // BUG: Diagnostic contains: `c` goes to work that `new Thread` runs",
        "    new Worker(c).start();",
        "    // BUG: Diagnostic contains: `c` goes to work that `new Thread` runs",
        "    new Thread() { @Override public void run() { load(c); } }.start();",
        "    // BUG: Diagnostic contains: `c` goes to work that `execute` runs",
        "    ex.execute(new Runnable() { @Override public void run() { load(c); } });",
        "    ex.execute(print(name(c)));",
        "    new Thread(print(name(c)), name(c)).start();",
        "  }",
        "}");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreads() {
    members(
        "void run(Context ctx) {",
        "  try (var c = ctx.withCancel()) {",
        "    // BUG: Diagnostic contains: `c` goes to work that `startVirtualThread` runs",
        "    Thread.startVirtualThread(() -> load(c));",
        "    // BUG: Diagnostic contains: `c` goes to work that `start` runs",
        "    Thread.ofVirtual().name(\"a\").start(() -> load(c));",
        "  }",
        "}",
        "void closes(Context ctx) {",
        "  try (var c = ctx.withCancel(); var ex = Executors.newVirtualThreadPerTaskExecutor()) {",
        "    ex.submit(() -> load(c));",
        "  }",
        "}");
  }

  @Test
  void suppressedInEachPlace() {
    members(
        "@SuppressWarnings(\"EscapedContext\")",
        "void method(Context ctx, Executor ex) {",
        "  try (var c = ctx.withCancel()) { ex.execute(() -> load(c)); }",
        "}",
        "void local(Context ctx, Executor ex) {",
        "  try (@SuppressWarnings(\"Baton\") var c = ctx.withCancel()) {",
        "    ex.execute(() -> load(c));",
        "  }",
        "}");
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            "import dev.baton.context.*;",
            "import java.util.concurrent.Executor;",
            "@javax.annotation.processing.Generated(\"by a test\")",
            "class Stub {",
            "  void run(Context ctx, Executor ex) {",
            "    try (var c = ctx.withCancel()) { ex.execute(() -> c.throwIfDone()); }",
            "  }",
            "}")
        .doTest();
  }
}
