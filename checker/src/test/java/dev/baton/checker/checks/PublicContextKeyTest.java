package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class PublicContextKeyTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(PublicContextKey.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(PublicContextKey.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "public class Plain {",
            "  public static final String KEY = \"key\";",
            "  public static String key() { return KEY; }",
            "}")
        .doTest();
  }

  @Test
  void methodsOfRecordsThatAreNoAccessors() {
    compilation
        .addSourceLines(
            "Headers.java",
            "import dev.baton.context.Key;",
            "public record Headers(String name) {",
            "  private static final Key<String> USER = Key.of(\"user\");",
            "  // BUG: Diagnostic contains: `user` hands out a key",
            "  public Key<String> user() { return USER; }",
            "}")
        .doTest();
  }

  @Test
  void anotherTypeOfTheSameName() {
    compilation
        .addSourceLines(
            "Locks.java",
            "import dev.baton.context.Context;",
            "public class Locks {",
            "  public static class Key<T> {}",
            "  public static final Key<String> DOOR = new Key<>();",
            "  public static Key<String> door(Context ctx) { return DOOR; }",
            "}")
        .doTest();
  }

  @Test
  void packagesThatTheModuleExports() {
    compilation
        .setArgs("--add-reads", "acme=ALL-UNNAMED")
        .addSourceLines(
            "module-info.java",
            "module acme {",
            "  exports acme.api;",
            "  exports acme.friends to java.logging;",
            "}")
        .addSourceLines("acme/api/Keys.java", keysOf("acme.api", true))
        .addSourceLines("acme/friends/Keys.java", keysOf("acme.friends", true))
        .addSourceLines("acme/internal/Keys.java", keysOf("acme.internal", false))
        .doTest();
  }

  private static String[] keysOf(String packageName, boolean flagged) {
    return new String[] {
      "package " + packageName + ";",
      "import dev.baton.context.Key;",
      "public class Keys {",
      flagged ? "  // BUG: Diagnostic contains: key `USER` is public" : "",
      "  public static final Key<String> USER = Key.of(\"user\");",
      "}"
    };
  }

  @Test
  void classesThatOthersCannotExtend() {
    compilation
        .addSourceLines(
            "Outer.java",
            "import dev.baton.context.Key;",
            "public class Outer {",
            "  protected Outer() {}",
            "  public static class Hidden {",
            "    Hidden() {}",
            "    protected static final Key<String> FIRST = Key.of(\"first\");",
            "  }",
            "  public abstract static class Open {",
            "    // BUG: Diagnostic contains: key `SECOND` is protected",
            "    protected static final Key<String> SECOND = Key.of(\"second\");",
            "  }",
            "  protected class Inner {",
            "    // BUG: Diagnostic contains: `third` hands out a key",
            "    public Key<String> third() { return Open.SECOND; }",
            "  }",
            "  private static class Own {",
            "    public static final Key<String> FOURTH = Key.of(\"fourth\");",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void sealedClasses() {
    compilation
        .addSourceLines(
            "acme/Sealed.java",
            "package acme;",
            "import dev.baton.context.Key;",
            "public abstract sealed class Sealed {",
            "  protected static final Key<String> SHUT = Key.of(\"shut\");",
            "  protected abstract static sealed class Inner extends Sealed {",
            "    protected static final Key<String> TOO = Key.of(\"too\");",
            "  }",
            "  static final class One extends Inner {}",
            "  static non-sealed class Two extends Inner {}",
            "}")
        .addSourceLines(
            "acme/Ajar.java",
            "package acme;",
            "import dev.baton.context.Key;",
            "public abstract sealed class Ajar permits Ajar.Door {",
            "  // BUG: Diagnostic contains: key `KEY` is protected",
            "  protected static final Key<String> KEY = Key.of(\"key\");",
            "  public static non-sealed class Door extends Ajar {}",
            "}")
        .doTest();
  }

  @Test
  void suppressedInEachPlace() {
    compilation
        .addSourceLines(
            "Suppressed.java",
            "import dev.baton.context.Key;",
            "public class Suppressed {",
            "  @SuppressWarnings(\"PublicContextKey\")",
            "  public static final Key<String> FIELD = Key.of(\"field\");",
            "  @SuppressWarnings(\"Baton\")",
            "  public static Key<String> method() { return FIELD; }",
            "  public record Component(@SuppressWarnings(\"PublicContextKey\") Key<String> key) {}",
            "  @SuppressWarnings(\"PublicContextKey\")",
            "  public interface Type { Key<String> KEY = Key.of(\"type\"); }",
            "}")
        .doTest();
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            "import dev.baton.context.Key;",
            "@javax.annotation.processing.Generated(\"by a test\")",
            "public class Stub {",
            "  public static final Key<String> USER = Key.of(\"user\");",
            "}")
        .doTest();
  }

  private static final String[] GRPC_KEYS = {
    "import io.grpc.Context;",
    "public class Grpc {",
    "  // BUG: Diagnostic contains: key `USER` is public",
    "  public static final Context.Key<String> USER = Context.key(\"user\");",
    "  private static final Context.Key<String> TENANT = Context.key(\"tenant\");",
    "}"
  };

  @Test
  void grpcWhenItIsSwitchedOn() {
    compilation
        .setArgs("-XepOpt:Baton:Models=grpc")
        .addSourceLines("Grpc.java", GRPC_KEYS)
        .doTest();
  }

  @Test
  void grpcIsOffByDefault() {
    compilation.addSourceLines("Grpc.java", GRPC_KEYS).expectNoDiagnostics().doTest();
  }
}
