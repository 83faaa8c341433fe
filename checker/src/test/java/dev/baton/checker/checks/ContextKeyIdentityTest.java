package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class ContextKeyIdentityTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(ContextKeyIdentity.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(ContextKeyIdentity.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "class Plain {",
            "  private final String key = String.valueOf(1);",
            "  String key(java.util.Map<String, String> map) { return map.get(key); }",
            "}")
        .doTest();
  }

  @Test
  void anotherTypeOfTheSameName() {
    compilation
        .addSourceLines(
            "Locks.java",
            "import dev.baton.context.Context;",
            "class Locks {",
            "  static class Key<T> { static <T> Key<T> of(String name) { return new Key<>(); } }",
            "  private final Key<String> door = Key.of(\"door\");",
            "  void value(Key<String> key) {}",
            "  void open(Context ctx) { value(Key.of(\"door\")); }",
            "}")
        .doTest();
  }

  @Test
  void methodsThatOnlyShareTheName() {
    compilation
        .addSourceLines(
            "Store.java",
            "import dev.baton.context.*;",
            "abstract class Store {",
            "  abstract String value(Key<String> key);",
            "  abstract Context withValue(Context ctx, Key<String> key, String value);",
            "  Context copy(Context ctx) {",
            "    return withValue(ctx, Key.of(\"id\"), value(Key.of(\"id\")));",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void keyThatIsOnlyLookedAt() {
    compilation
        .addSourceLines(
            "Names.java",
            "import dev.baton.context.Key;",
            "class Names {",
            "  String name() {",
            "    Key<String> key = Key.of(\"id\");",
            "    Key<String> other = Key.of(\"id\");",
            "    return key == other ? key.name() : \"\" + key + Key.of(\"x\").name();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void oneOfTwoKeysIsPassedIn() {
    compilation
        .addSourceLines(
            "Holder.java",
            "import dev.baton.context.*;",
            "class Holder {",
            "  private final Key<String> key;",
            "  Holder(Key<String> key) { this.key = key == null ? Key.of(\"own\") : key; }",
            "  String get(Context ctx) { return ctx.value(key); }",
            "}")
        .doTest();
  }

  @Test
  void eachArmIsMadeHere() {
    compilation
        .addSourceLines(
            "Holder.java",
            "import dev.baton.context.*;",
            "class Holder {",
            "  // BUG: Diagnostic contains: key `key` is another one in each object",
            "  private final Key<String> key;",
            "  Holder(boolean first) {",
            "    key = (first ? (Key<String>) Key.<String>of(\"a\") : Key.of(\"b\"));",
            "  }",
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
            "  @SuppressWarnings(\"ContextKeyIdentity\")",
            "  private final Key<String> field = Key.of(\"field\");",
            "  @SuppressWarnings(\"Baton\")",
            "  String method(Context ctx) { return ctx.value(Key.of(\"method\")); }",
            "  Context local(Context ctx) {",
            "    @SuppressWarnings(\"ContextKeyIdentity\")",
            "    Key<String> key = Key.of(\"local\");",
            "    return ctx.withValue(key, \"\");",
            "  }",
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
            "  private final Key<String> user = Key.of(\"user\");",
            "  String user(Context ctx) { return ctx.value(user) + ctx.value(Key.of(\"user\")); }",
            "}")
        .doTest();
  }

  @Test
  void grpcWhenItIsSwitchedOn() {
    compilation
        .setArgs("-XepOpt:Baton:Models=grpc")
        .addSourceLines(
            "Grpc.java",
            "import io.grpc.Context;",
            "class Grpc {",
            "  private static final Context.Key<String> USER = Context.key(\"user\");",
            "  // BUG: Diagnostic contains: key `tenant` is another one in each object",
            "  private final Context.Key<String> tenant = Context.keyWithDefault(\"tenant\", \"\");",
            "  String all() {",
            "    // BUG: Diagnostic contains: key `local` is made here and only looks a value up",
            "    Context.Key<String> local = Context.key(\"local\");",
            "    // BUG: Diagnostic contains: this key is made for one look-up",
            "    return USER.get() + tenant.get(Context.current()) + local.get()"
                + " + Context.key(\"x\").get();",
            "  }",
            "  Context put(Context context) {",
            "    Context.Key<String> both = Context.key(\"both\");",
            "    both.get(context);",
            "    return context",
            "        .withValues(USER, \"\", both, \"\")",
            "        // BUG: Diagnostic contains: this key is made for one value",
            "        .withValue(Context.key(\"y\"), \"\");",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void grpcIsOffByDefault() {
    compilation
        .addSourceLines(
            "Grpc.java",
            "import io.grpc.Context;",
            "class Grpc {",
            "  private final Context.Key<String> user = Context.key(\"user\");",
            "  String user() { return user.get(); }",
            "}")
        .doTest();
  }
}
