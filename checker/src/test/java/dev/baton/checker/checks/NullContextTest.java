package dev.baton.checker.checks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import dev.baton.context.Context;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public final class NullContextTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(NullContext.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(NullContext.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "class Plain {",
            "  static String find(String id) { return null; }",
            "  String all() { String id = null; return find(id) + find(null); }",
            "}")
        .doTest();
  }

  @Test
  void anotherTypeOfTheSameName() {
    compilation
        .addSourceLines(
            "Mixed.java",
            "import dev.baton.context.Context;",
            "class Mixed {",
            "  static class Ctx { interface Context {} }",
            "  static void find(Ctx.Context ctx, Context other) {}",
            "  void call() { find(null, Context.todo()); }",
            "}")
        .doTest();
  }

  /** What the class files of a library say about null. */
  public static final class Library {
    private Library() {}

    /** Takes null. */
    public static void log(@Nullable Context ctx, String message) {}

    /** Does not. */
    public static void find(Context ctx, String id) {}

    /** Takes nulls. */
    public static void merge(@Nullable Context... contexts) {}

    /** Takes what gives null. */
    public static void install(Supplier<@Nullable Context> contexts) {}

    /** Does not. */
    public static void require(Supplier<Context> contexts) {}

    /** Takes null. */
    public static final Consumer<@Nullable Context> FIELD = ctx -> {};

    /** Does not. */
    public static final Consumer<Context> OTHER = ctx -> {};

    /** Gives what takes null. */
    public static Consumer<@Nullable Context> consumer() {
      return FIELD;
    }

    /** Takes null. */
    public static <T, C extends @Nullable Context> void bound(T id, C ctx) {}

    /** Does not. */
    public static <T extends @Nullable Object, C extends Context> void unbound(T id, C ctx) {}
  }

  @Test
  void annotationsInClassFiles() {
    compilation
        .addSourceLines(
            "Caller.java",
            "import dev.baton.checker.checks.NullContextTest.Library;",
            "class Caller {",
            "  void accepted() {",
            "    Library.log(null, \"a\");",
            "    Library.merge(null, null);",
            "    Library.install(() -> null);",
            "    Library.FIELD.accept(null);",
            "    Library.consumer().accept(null);",
            "    Library.bound(1, null);",
            "  }",
            "  void flagged() {",
            "    // BUG: Diagnostic contains: `accept` is given null for its context",
            "    Library.OTHER.accept(null);",
            "    // BUG: Diagnostic contains: `unbound` is given null for its context",
            "    Library.unbound(1, null);",
            "    // BUG: Diagnostic contains: `find` is given null for its context; pass the caller's",
            "    Library.find(null, \"b\");",
            "    // BUG: Diagnostic contains: lambda returns null where it declares a context",
            "    Library.require(() -> null);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void bareNullForVarargsIsNullArray() {
    compilation
        .setArgs("-nowarn")
        .addSourceLines(
            "Varargs.java",
            "import dev.baton.context.Context;",
            "class Varargs {",
            "  static void await(Context... contexts) {}",
            "  void call() {",
            "    await(null);",
            "    // BUG: Diagnostic contains: `await` is given null for its context",
            "    await((Context) null);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void markedTypeArgumentsInSource() {
    compilation
        .addSourceLines(
            "Marked.java",
            "import dev.baton.context.Context;",
            "import java.util.function.*;",
            "import org.jspecify.annotations.Nullable;",
            "class Marked {",
            "  Function<@Nullable Context, String> names = c -> \"a\";",
            "  Supplier<@Nullable Context> contexts = () -> null;",
            "  void install(Supplier<@Nullable Context> given) { install(() -> null); }",
            "  <C extends @Nullable Context> void any(C ctx) { any(null); }",
            "  String call() { return names.apply(null); }",
            "}")
        .doTest();
  }

  @Test
  void callsOnMocks() {
    compilation
        .addSourceLines(
            "org/mockito/Mockito.java",
            "package org.mockito;",
            "public class Mockito {",
            "  public static <T> T verify(T mock) { return mock; }",
            "  public static <T> Mockito when(T call) { return new Mockito(); }",
            "  public void thenReturn(Object value) {}",
            "  public static Mockito doReturn(Object value) { return new Mockito(); }",
            "  public <T> T on(T mock) { return mock; }",
            "}")
        .addSourceLines(
            "org/mockito/MockedStatic.java",
            "package org.mockito;",
            "public interface MockedStatic {",
            "  void when(Runnable call);",
            "  void verify(Runnable call);",
            "}")
        .addSourceLines(
            "org/mockito/InOrder.java",
            "package org.mockito;",
            "public interface InOrder {",
            "  void verify(MockedStatic mock, Runnable call);",
            "}")
        .addSourceLines(
            "MockingTest.java",
            "import static org.mockito.Mockito.*;",
            "import dev.baton.context.Context;",
            "abstract class MockingTest {",
            "  static class Repo {",
            "    Repo(Context ctx) {}",
            "    String find(Context ctx) { return \"a\"; }",
            "  }",
            "  void test(Repo repo) {",
            "    verify(repo).find(null);",
            "    when(repo.find(null)).thenReturn(\"b\");",
            "    // BUG: Diagnostic contains: `Repo` is given null for its context",
            "    verify(new Repo(null)).find(Context.todo());",
            "    // BUG: Diagnostic contains: `find` is given null for its context",
            "    when(\"c\").thenReturn(repo.find(null));",
            "  }",
            "  static String load(Context ctx) { return \"a\"; }",
            "  void statics(org.mockito.MockedStatic all, org.mockito.InOrder order) {",
            "    all.when(() -> load(null));",
            "    all.verify(() -> load(null));",
            "    order.verify(all, () -> load(null));",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void otherWaysToExpectNullPointerExceptions() {
    compilation
        .addSourceLines(
            "Chain.java",
            "interface Chain {",
            "  interface Code { void run() throws Exception; }",
            "  static Chain assertThatThrownBy(Code code) { throw new AssertionError(); }",
            "  static Chain assertThatNullPointerException() { throw new AssertionError(); }",
            "  static Chain assertThatExceptionOfType(Class<?> t) { throw new AssertionError(); }",
            "  static Throwable catchThrowable(Code code) { return new Throwable(); }",
            "  Chain isThrownBy(Code code);",
            "  Chain isInstanceOf(Class<?> type);",
            "}")
        .addSourceLines(
            "ExpectingTest.java",
            "import dev.baton.context.Context;",
            "abstract class ExpectingTest implements Chain {",
            "  @interface Old { Class<?>[] expected(); }",
            "  abstract void find(Context ctx);",
            "  abstract void expect(Class<?> type);",
            "  void chains() {",
            "    Chain.assertThatThrownBy(() -> find(null))",
            "        .isInstanceOf(NullPointerException.class);",
            "    Chain.assertThatNullPointerException().isThrownBy(() -> find(null));",
            "    Chain.assertThatExceptionOfType(NullPointerException.class)",
            "        .isThrownBy(() -> find(null));",
            "    Throwable thrown = Chain.catchThrowable(() -> find(null));",
            "    // BUG: Diagnostic contains: `find` is given null",
            "    Chain.assertThatThrownBy(() -> find(null)).isInstanceOf(Error.class);",
            "  }",
            "  void refused(Code code) { Chain.assertThatThrownBy(code)",
            "      .isInstanceOf(NullPointerException.class); }",
            "  void refusedToo(String id, Code code) { refused(code); }",
            "  void allRefused(Code... codes) { for (Code code : codes) { refused(code); } }",
            "  void fails(Class<?> type, Code code) { Chain.assertThatExceptionOfType(type)",
            "      .isThrownBy(code); }",
            "  void runs(Code code) throws Exception { code.run(); runs(code); }",
            "  void helpers() throws Exception {",
            "    refusedToo(\"a\", () -> find(null));",
            "    allRefused(() -> find(null), () -> find(null));",
            "    fails(NullPointerException.class, () -> find(null));",
            "    Code later = () -> find(null);",
            "    refused(later);",
            "    // BUG: Diagnostic contains: `find` is given null",
            "    fails(Error.class, () -> find(null));",
            "    // BUG: Diagnostic contains: `find` is given null",
            "    runs(() -> find(null));",
            "  }",
            "  @Old(expected = NullPointerException.class)",
            "  void junit4() { find(null); }",
            "  @Old(expected = IllegalStateException.class)",
            "  // BUG: Diagnostic contains: `find` is given null",
            "  void junit4Other() { find(null); }",
            "  void rule() {",
            "    // BUG: Diagnostic contains: `find` is given null",
            "    find(null);",
            "    expect(NullPointerException.class);",
            "    find(null);",
            "  }",
            "  void cases(int number) {",
            "    switch (number) {",
            "      case 1:",
            "        // BUG: Diagnostic contains: `find` is given null",
            "        Code other = () -> find(null);",
            "        Code code = () -> find(null);",
            "        Chain.assertThatThrownBy(code).isInstanceOf(NullPointerException.class);",
            "        other.hashCode();",
            "    }",
            "  }",
            "  void tries() {",
            "    try { find(null); throw new AssertionError(\"a\"); }",
            "    catch (IllegalStateException | NullPointerException e) {}",
            "    // BUG: Diagnostic contains: `find` is given null",
            "    try { find(null); throw new AssertionError(\"b\"); } catch (ClassCastException e) {}",
            "    // BUG: Diagnostic contains: `find` is given null",
            "    try { find(null); } catch (NullPointerException e) {}",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void suppressedInEachPlace() {
    compilation
        .addSourceLines(
            "Suppressed.java",
            "import dev.baton.context.Context;",
            "import java.util.function.Supplier;",
            "class Suppressed {",
            "  static String find(Context ctx) { return \"a\"; }",
            "  @SuppressWarnings(\"NullContext\") String field = find(null);",
            "  @SuppressWarnings(\"Baton\") Supplier<Context> none = () -> null;",
            "  @SuppressWarnings(\"NullContext\") Context method() { return null; }",
            "  void local() { @SuppressWarnings(\"NullContext\") String id = find(null); }",
            "  void variable() {",
            "    @SuppressWarnings(\"NullContext\") Context ctx = null;",
            "    find(ctx);",
            "    if (ctx == null) { find(ctx); }",
            "  }",
            "  void parameter(@SuppressWarnings(\"Baton\") Context ctx) {",
            "    if (ctx == null) { find(ctx); }",
            "  }",
            "  @SuppressWarnings(\"Baton\") static class Nested { String id = find(null); }",
            "}")
        .doTest();
  }

  @Test
  void localsOfOneMethodAreReportedOnce() {
    compilation
        .addSourceLines(
            "Locals.java",
            "import dev.baton.context.Context;",
            "class Locals {",
            "  static void find(Context ctx) {}",
            "  void call() {",
            "    Context first = null;",
            "    Context second = (null);",
            "    new Object() {",
            "      void inner() {",
            "        Context third = null;",
            "        // BUG: Diagnostic contains: `third`, which is null here",
            "        find(third);",
            "      }",
            "    };",
            "    // BUG: Diagnostic contains: `first`, which is null here",
            "    find(first);",
            "    // BUG: Diagnostic contains: `second`, which is null here",
            "    find(second);",
            "  }",
            "}")
        .doTest();
  }

  /**
   * Of a generic call with null among its arguments, Error Prone's analysis says that it is null.
   */
  @Test
  void resultsOfGenericCallsMayBeAnything() {
    compilation
        .addSourceLines(
            "Generic.java",
            "import dev.baton.context.Context;",
            "import java.util.*;",
            "class Generic {",
            "  static void find(Context ctx) {}",
            "  void call(Optional<Context> incoming, Map<String, Context> byName) {",
            "    Context ctx = incoming.orElse(null);",
            "    find(ctx);",
            "    Context copy = ctx;",
            "    find(copy);",
            "    Context named = byName.getOrDefault(\"a\", null);",
            "    find(named);",
            "    if (named == null && (named = incoming.get()) != null) { find(named); }",
            "    if (ctx == null) {",
            "      // BUG: Diagnostic contains: `ctx`, which is null here",
            "      find(ctx);",
            "    }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void remedyIsNotItselfNull() {
    compilation
        .addSourceLines(
            "Remedy.java",
            "import dev.baton.context.CancellableContext;",
            "import dev.baton.context.Context;",
            "class Remedy {",
            "  static String find(Context ctx) { return \"a\"; }",
            "  static void own(CancellableContext ctx) {}",
            "  String call(Context ctx) {",
            "    if (ctx == null) {",
            "      // BUG: Diagnostic contains: pass the caller's, or `Context.todo()` until there is",
            "      return find(null);",
            "    }",
            "    Context none = null;",
            "    // BUG: Diagnostic contains: its context; pass `ctx`",
            "    return find(null);",
            "  }",
            "  void owner(Context ctx) {",
            "    // BUG: Diagnostic matches: fits",
            "    own(null);",
            "  }",
            "}")
        .expectErrorMessage("fits", message -> message.endsWith("pass the caller's"))
        .doTest();
  }

  /** What is said last of a context tells whether it may stand in the place of null. */
  @Test
  void remedyByWhatIsSaidLast() {
    compilation
        .addSourceLines(
            "Last.java",
            "import dev.baton.context.Context;",
            "import java.util.List;",
            "abstract class Last {",
            "  static String find(Context ctx) { return \"a\"; }",
            "  abstract Context next();",
            "  String exits(Context a, Context b, Context c, Context d, boolean quick) {",
            "    if (a != null) { return find(a); }",
            "    if (b == null) { try { find(c); } finally { find(d); } } else { return \"b\"; }",
            "    if (d == null) { throw new IllegalStateException(); }",
            "    if (quick) { return \"c\"; }",
            "    // BUG: Diagnostic contains: pass `c`",
            "    return find(null);",
            "  }",
            "  String shown(Context a, Context b) {",
            "    if (a == null) { return \"a\"; }",
            "    if (b == null || a.isDone()) {",
            "      // BUG: Diagnostic contains: pass `a`",
            "      return find(null);",
            "    }",
            "    // BUG: Diagnostic contains: pass the caller's",
            "    return a == null ? b == null ? find(null) : \"b\" : \"c\";",
            "  }",
            "  void assigned(Context ctx, boolean quick) {",
            "    ctx = null;",
            "    // BUG: Diagnostic contains: pass the caller's",
            "    new Object() { String id = find(null); };",
            "    // BUG: Diagnostic contains: pass the caller's",
            "    find(null);",
            "    ctx = next();",
            "    // BUG: Diagnostic contains: pass `ctx`",
            "    find(null);",
            "    if (quick) { ctx = quick ? null : ctx; }",
            "    // BUG: Diagnostic contains: pass the caller's",
            "    find(null);",
            "    if (ctx == null) { ctx = next(); }",
            "    // BUG: Diagnostic contains: pass `ctx`",
            "    find(null);",
            "  }",
            "  void loops(Context ctx, Context last, List<Context> all) {",
            "    for (Context each : all) {",
            "      // BUG: Diagnostic contains: pass `each`",
            "      find(null);",
            "      last = null;",
            "    }",
            "    while (ctx == null) { ctx = next(); }",
            "    // BUG: Diagnostic contains: pass `ctx`",
            "    find(null);",
            "    while (ctx != null) { ctx = next(); }",
            "    // BUG: Diagnostic contains: pass the caller's",
            "    find(null);",
            "  }",
            "  void rounds(Context last, int n) {",
            "    for (int i = 0; i < n; i++) {",
            "      // BUG: Diagnostic contains: pass the caller's",
            "      find(null);",
            "      last = null;",
            "    }",
            "  }",
            "  boolean operands(Context ctx) {",
            "    // BUG: Diagnostic contains: pass the caller's",
            "    boolean none = ctx == null && find(null).isEmpty();",
            "    // BUG: Diagnostic contains: pass `ctx`",
            "    return none || ctx == null || find(null).isEmpty();",
            "  }",
            "  void tries(Context ctx) {",
            "    try { ctx = null; ctx = next(); }",
            "    // BUG: Diagnostic contains: pass the caller's",
            "    catch (RuntimeException e) { find(null); }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void localsWhoseOnlyValueIsNull() {
    compilation
        .addSourceLines(
            "Only.java",
            "import dev.baton.context.Context;",
            "class Only {",
            "  static void find(Context ctx) {}",
            "  void call(boolean b) {",
            "    Context other;",
            "    other = b ? null : Context.todo();",
            "    find(other);",
            "    Context ctx;",
            "    ctx = b ? null : null;",
            "    // BUG: Diagnostic contains: `ctx`, which is null here",
            "    find(ctx);",
            "    // BUG: Diagnostic contains: `ctx`, which is null here",
            "    Runnable later = () -> find(ctx);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void contextTypesOfOthers() {
    compilation
        .setArgs("-XepOpt:Baton:ContextTypes=com.acme.Ctx")
        .addSourceLines(
            "com/acme/Ctx.java",
            "package com.acme;",
            "public class Ctx {",
            "  Ctx parent() { return null; }",
            "  static Ctx child(Ctx parent) { return child(null); }",
            "}")
        .addSourceLines(
            "com/acme/Service.java",
            "package com.acme;",
            "class Service {",
            "  static void find(Ctx ctx) {}",
            "  // BUG: Diagnostic matches: noRoot",
            "  void call() { find(null); }",
            "}")
        .expectErrorMessage("noRoot", message -> message.endsWith("pass the caller's"))
        .doTest();
  }

  private static final String[] DETACHES_NULL = {
    "class Grpc {",
    "  void call(io.grpc.Context ctx) {",
    "    io.grpc.Context previous = ctx.attach();",
    "    // BUG: Diagnostic contains: `detach` is given null for its context; pass `previous`",
    "    ctx.detach(null);",
    "  }",
    "}"
  };

  @Test
  void grpcWhenItIsSwitchedOn() {
    compilation
        .setArgs("-XepOpt:Baton:Models=grpc")
        .addSourceLines("Grpc.java", DETACHES_NULL)
        .doTest();
  }

  @Test
  void grpcIsOffByDefault() {
    compilation.addSourceLines("Grpc.java", DETACHES_NULL).expectNoDiagnostics().doTest();
  }

  @Test
  void patternsAndUnnamedVariables() {
    assumeTrue(Runtime.version().feature() >= 22);
    compilation
        .addSourceLines(
            "Patterns.java",
            "import dev.baton.context.Context;",
            "class Patterns {",
            "  sealed interface Shape permits Circle, Square {}",
            "  record Circle(Context inner, int r) implements Shape {}",
            "  record Square(int a) implements Shape {}",
            "  static void find(Context ctx) {}",
            "  void call(Shape shape, Context ctx) {",
            "    switch (shape) {",
            "      case Circle(Context in, var r) when r > 3 -> {",
            "        // BUG: Diagnostic contains: `find` is given null for its context; pass `in`",
            "        find(null);",
            "      }",
            "      case Circle(_, int q) -> find(ctx);",
            "      // BUG: Diagnostic contains: `find` is given null for its context; pass `ctx`",
            "      case Square _ -> find(null);",
            "    }",
            "    Context made = null;",
            "    switch (shape) {",
            "      case Circle(Context d, _) -> made = d;",
            "      case Square _ -> made = ctx;",
            "    }",
            "    find(made);",
            "    Context none = null;",
            "    find(switch (shape) {",
            "      // BUG: Diagnostic contains: `find` is given `none`, which is null here",
            "      case Circle _ -> none;",
            "      // BUG: Diagnostic contains: `find` is given null for its context; pass `ctx`",
            "      case Square _ -> null;",
            "    });",
            "  }",
            "  int guards(Shape shape, Context ctx) {",
            "    switch (shape) {",
            "      // BUG: Diagnostic contains: `find` is given `ctx`, which is null here",
            "      case Circle(_, int q) when q > 3 && ctx == null -> find(ctx);",
            "      case Circle(_, int q) when ctx != null -> find(ctx);",
            "      case Circle(_, int q) when ctx == null || q > 1 -> find(ctx);",
            "      default -> find(ctx);",
            "    }",
            "    return switch (shape) {",
            "      case Square _ when java.util.Objects.isNull(ctx):",
            "        // BUG: Diagnostic contains: `find` is given `ctx`, which is null here",
            "        find(ctx);",
            "        yield 1;",
            "      default: yield 2;",
            "    };",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void labelsOfSwitches() {
    assumeTrue(Runtime.version().feature() >= 21);
    compilation
        .addSourceLines(
            "Labels.java",
            "import dev.baton.context.*;",
            "class Labels {",
            "  static String find(Context ctx) { return \"a\"; }",
            "  String call(Context ctx) {",
            "    return switch ((ctx)) {",
            "      // BUG: Diagnostic contains: `ctx`, which is null here",
            "      case null -> find(ctx);",
            "      case CancellableContext owner -> find(owner);",
            "      case Context c when c.isDone() -> find(c);",
            "      // BUG: Diagnostic contains: pass `ctx`",
            "      default -> find(null);",
            "    };",
            "  }",
            "  void statement(Context ctx, Context other) {",
            "    switch (ctx) {",
            "      case null: { ctx = other; find(ctx); break; }",
            "      default: find(ctx);",
            "    }",
            "    switch (ctx) {",
            "      // BUG: Diagnostic contains: pass `other`",
            "      case null -> find(null);",
            "      default -> {}",
            "    }",
            "  }",
            "  void withDefault(Context ctx) {",
            "    switch (ctx) {",
            "      case CancellableContext owner -> find(owner);",
            "      case null, default -> find(ctx);",
            "    }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void nothingFitsAFunctionOfAnUnknownContext() {
    compilation
        .addSourceLines(
            "Functions.java",
            "import dev.baton.context.*;",
            "import java.util.function.Function;",
            "class Functions {",
            "  void call(Function<? extends Context, String> read, Function<?, String> any,",
            "      Function<? super CancellableContext, String> end) {",
            "    read.apply(null);",
            "    any.apply(null);",
            "    // BUG: Diagnostic contains: `apply` is given null for its context",
            "    end.apply(null);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void constructorsWithCodeBeforeTheCallOfAnother() {
    assumeTrue(Runtime.version().feature() >= 25);
    compilation
        .addSourceLines(
            "Flexible.java",
            "import dev.baton.context.Context;",
            "class Flexible {",
            "  Flexible(Context ctx, int size) {}",
            "  Flexible(Context parent) {",
            "    Context own = null;",
            "    // BUG: Diagnostic contains: `Flexible` is given `own`, which is null here",
            "    this(own, 1);",
            "  }",
            "}")
        .doTest();
  }
}
