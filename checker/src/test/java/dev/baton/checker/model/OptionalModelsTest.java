package dev.baton.checker.model;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.InvalidCommandLineOptionException;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.baton.checker.checks.ContextKeyIdentity;
import dev.baton.checker.checks.ContextNotFirst;
import dev.baton.checker.checks.ContextParameterName;
import dev.baton.checker.checks.ContextValueMisuse;
import dev.baton.checker.checks.DetachedContext;
import dev.baton.checker.checks.EscapedContext;
import dev.baton.checker.checks.LostCancel;
import dev.baton.checker.checks.PublicContextKey;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that come from other jars. */
final class OptionalModelsTest {

  private static final String SERVICE = "META-INF/services/" + ContextModelProvider.class.getName();

  @TempDir private Path folder;

  @Test
  void allChecksThatTheModelIsRichEnoughFor() {
    check("acme", ImmutableList.of(ContextNotFirst.class, LostCancel.class, PublicContextKey.class))
        .addSourceLines(
            "Caller.java",
            "package shop;",
            "import com.acme.*;",
            "public class Caller {",
            "  // BUG: Diagnostic contains: key `USER` is public",
            "  public static final CtxKey USER = CtxKey.named(\"user\");",
            "  // BUG: Diagnostic contains: is parameter 2 of",
            "  void late(String id, Ctx ctx) {",
            "    // BUG: Diagnostic contains: is not cancelled on every path",
            "    OwnedCtx own = ctx.fork();",
            "    if (id.isEmpty()) { return; }",
            "    own.stop();",
            "  }",
            "}")
        .doTest();
    check("acme", ImmutableList.of(DetachedContext.class, ContextKeyIdentity.class))
        .addSourceLines(
            "Other.java",
            "package shop;",
            "import com.acme.*;",
            "class Other {",
            "  Object read(Ctx ctx) {",
            "    // BUG: Diagnostic contains: `ctx`",
            "    Ctx other = Ctx.root();",
            "    // BUG: Diagnostic contains: key",
            "    return other.get(CtxKey.named(\"id\"));",
            "  }",
            "}")
        .doTest();
    check("acme", ImmutableList.of(ContextValueMisuse.class))
        .addSourceLines(
            "Keys.java",
            "package shop;",
            "import com.acme.*;",
            "class Keys { private static final CtxKey ID = CtxKey.named(\"id\"); }")
        .doTest();
    assertThat(new AcmeModel().model().checks())
        .containsAtLeast(
            EscapedContext.class.getSimpleName(),
            ContextValueMisuse.class.getSimpleName(),
            ContextParameterName.class.getSimpleName());
  }

  @Test
  void nothingUnlessItIsSwitchedOn() {
    check("grpc", ImmutableList.of(ContextNotFirst.class))
        .addSourceLines(
            "Caller.java",
            "package shop;",
            "class Caller { void late(String id, com.acme.Ctx ctx) {} }")
        .doTest();
  }

  @Test
  void twoOfOneName() throws IOException {
    assertThat(faultWith(AcmeModel.Second.class))
        .isEqualTo(
            AcmeModel.Second.class.getName()
                + " names its model grpc, which is the name of another one; give it a name of its"
                + " own");
  }

  @Test
  void oneThatCannotBeLoaded() throws IOException {
    assertThat(faultWith(AcmeModel.Broken.class)).contains("no model today");
    assertThat(faultWith(OptionalModelsTest.class)).contains("not a subtype");
  }

  private String faultWith(Class<?> provider) throws IOException {
    Path service = folder.resolve(SERVICE);
    Files.createDirectories(service.getParent());
    Files.writeString(service, provider.getName());
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      return assertThrows(
              InvalidCommandLineOptionException.class, () -> OptionalModels.byName(loader))
          .getMessage();
    }
  }

  private static CompilationTestHelper check(
      String model, ImmutableList<Class<? extends BugChecker>> checks) {
    return CompilationTestHelper.newInstance(
            ScannerSupplier.fromBugCheckerClasses(checks), OptionalModelsTest.class)
        .setArgs("-XepOpt:Baton:Models=" + model)
        .addSourceLines(
            "com/acme/Ctx.java",
            "package com.acme;",
            "public class Ctx {",
            "  public static Ctx root() { return new Ctx(); }",
            "  public OwnedCtx fork() { return new OwnedCtx(); }",
            "  public Ctx with(CtxKey key, Object value) { return this; }",
            "  public Object get(CtxKey key) { return null; }",
            "}")
        .addSourceLines(
            "com/acme/OwnedCtx.java",
            "package com.acme;",
            "public class OwnedCtx extends Ctx { public void stop() {} }")
        .addSourceLines(
            "com/acme/CtxKey.java",
            "package com.acme;",
            "public class CtxKey { static public CtxKey named(String name) { return null; } }");
  }
}
