package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class DroppedContextTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(DroppedContext.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(DroppedContext.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "class Plain {",
            "  int twice(int n) { return n + n; }",
            "  int twice(String s, int n) { return twice(n); }",
            "}")
        .doTest();
  }

  @Test
  void methodsOfAContext() {
    compilation
        .addSourceLines(
            "acme/Call.java",
            "package acme;",
            "public interface Call { Call join(); Call join(Call other); }",
            "class User { void use(Call a, Call b) { a.join(); } }")
        .setArgs("-XepOpt:Baton:ContextTypes=acme.Call")
        .doTest();
  }

  @Test
  void overloadsThatThisCodeCannotCall() {
    compilation
        .addSourceLines(
            "acme/Store.java",
            "package acme;",
            "import dev.baton.context.Context;",
            "public class Store {",
            "  public Store() {}",
            "  protected Store(Context ctx) {}",
            "  public void hidden() {}",
            "  private void hidden(Context ctx) {}",
            "  public void inPackage() {}",
            "  void inPackage(Context ctx) {}",
            "  public void toHeirs() {}",
            "  protected void toHeirs(Context ctx) {}",
            "  static class Near {",
            "    void call(Context ctx, Store store) {",
            "      // BUG: Diagnostic contains: this call of `hidden` drops `ctx`",
            "      store.hidden();",
            "    }",
            "  }",
            "}",
            "class Neighbour {",
            "  void call(Context ctx, Store store) {",
            "    store.hidden();",
            "    // BUG: Diagnostic contains: this call of `inPackage` drops `ctx`",
            "    store.inPackage();",
            "  }",
            "}")
        .addSourceLines(
            "other/Heir.java",
            "package other;",
            "import dev.baton.context.Context;",
            "class Heir extends acme.Store {",
            "  // BUG: Diagnostic contains: this call of the constructor of `Store` drops `ctx`",
            "  Heir(Context ctx, int n) { super(); }",
            "  Heir() {}",
            "  Object call(Context ctx) {",
            "    inPackage();",
            "    // BUG: Diagnostic contains: this call of `toHeirs` drops `ctx`",
            "    toHeirs();",
            "    return new acme.Store();",
            "  }",
            "  static void foreign(Context ctx, acme.Store store) { store.inPackage(); }",
            "}")
        .doTest();
  }

  @Test
  void importedAndGenericTypes() {
    compilation
        .addSourceLines(
            "acme/Util.java",
            "package acme;",
            "import dev.baton.context.Context;",
            "public class Util<T> {",
            "  public static void log(String s) {}",
            "  public static void log(Context ctx, String s) {}",
            "  public void put(T value) {}",
            "  public void put(Context ctx, T value) {}",
            "}")
        .addSourceLines(
            "User.java",
            "import static acme.Util.log;",
            "import dev.baton.context.Context;",
            "class User<U extends acme.Util<String>> {",
            "  void m(Context ctx, U u, acme.Util<Integer> ints) {",
            "    // BUG: Diagnostic contains: this call of `log` drops `ctx`",
            "    log(\"x\");",
            "    // BUG: Diagnostic contains: this call of `put` drops `ctx`",
            "    u.put(\"x\");",
            "    // BUG: Diagnostic contains: this call of `put` drops `ctx`",
            "    ints.put(1);",
            "    // BUG: Diagnostic contains: this call of the constructor of `Anonymous` drops `ctx`",
            "    new Anonymous(1) {};",
            "  }",
            "  static class Anonymous {",
            "    Anonymous(int n) {}",
            "    Anonymous(Context ctx, int n) {}",
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
            "class Suppressed {",
            "  int find() { return 1; }",
            "  int find(Context ctx) { return 2; }",
            "  @SuppressWarnings(\"DroppedContext\")",
            "  int method(Context ctx) { return find(); }",
            "  void local(Context ctx) {",
            "    @SuppressWarnings(\"Baton\")",
            "    int found = find();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            "import dev.baton.context.Context;",
            "@javax.annotation.processing.Generated(\"by a test\")",
            "class Stub {",
            "  int find() { return 1; }",
            "  int find(Context ctx) { return 2; }",
            "  int method(Context ctx) { return find(); }",
            "}")
        .doTest();
  }

  @Test
  void explicitContextsOfOthersAndNotThoseOfGrpc() {
    compilation
        .setArgs("-XepOpt:Baton:Models=grpc", "-XepOpt:Baton:ContextTypes=acme.Call")
        .addSourceLines("acme/Call.java", "package acme;", "public interface Call {}")
        .addSourceLines(
            "acme/User.java",
            "package acme;",
            "class User {",
            "  void a() {}",
            "  void a(Call call) {}",
            "  void b() {}",
            "  void b(io.grpc.Context context) {}",
            "  void m(Call call, io.grpc.Context context) {",
            "    // BUG: Diagnostic contains: this call of `a` drops `call`",
            "    a();",
            "    b();",
            "  }",
            "}")
        .doTest();
  }
}
