package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class ContextValueMisuseTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(ContextValueMisuse.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(ContextValueMisuse.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "import java.util.*;",
            "class Plain {",
            "  static final Map<String, Thread> THREADS = Map.of();",
            "  static final List<Object> ALL = List.of(new Object());",
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
            "  private static final Key<Thread> OWNER = Key.of(\"owner\");",
            "  Object owner(Context ctx) { return OWNER; }",
            "}")
        .doTest();
  }

  @Test
  void typesOfOthersAreKnownByTheirNamesAlone() {
    compilation
        .addSourceLines(
            "com/acme/Keys.java",
            "package com.acme;",
            "import dev.baton.context.Key;",
            "class Keys {",
            "  static final Key<java.security.KeyFactory> KEYS = Key.of(\"keys\");",
            "  static final Key<dev.baton.checker.ShopClient> SHOP = Key.of(\"shop\");",
            "  // BUG: Diagnostic contains: key `SSL` carries `SSLSocketFactory`",
            "  static final Key<javax.net.ssl.SSLSocketFactory> SSL = Key.of(\"ssl\");",
            "}")
        .doTest();
  }

  @Test
  void ownTypesOfAnotherModule() {
    compilation
        .addSourceLines(
            "dev/baton/checker/Keys.java",
            "package dev.baton.checker;",
            "import dev.baton.context.Key;",
            "class Keys {",
            "  // BUG: Diagnostic contains: key `SHOP` carries `ShopClient`",
            "  static final Key<ShopClient> SHOP = Key.of(\"shop\");",
            "}")
        .doTest();
  }

  @Test
  void keysThatAreNoConstants() {
    compilation
        .addSourceLines(
            "Locals.java",
            "import dev.baton.context.*;",
            "class Locals {",
            "  Object m(Context ctx, java.sql.Connection connection) {",
            "    // BUG: Diagnostic contains: key `local` carries `Connection`",
            "    Key<java.sql.Connection> local = Key.of(\"local\");",
            "    // BUG: Diagnostic contains: this key carries `Thread`",
            "    Thread worker = ctx.value(Key.of(\"worker\"));",
            "    // BUG: Diagnostic contains: this key carries `Process`",
            "    return ctx.withValue(local, connection).value(Key.<Process>of(\"p\"));",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void typesThatTheFlagNames() {
    compilation
        .setArgs("-XepOpt:ContextValueMisuse:Types=java.util.UUID,acme.Basket")
        .addSourceLines(
            "acme/Basket.java",
            "package acme;",
            "import dev.baton.context.Key;",
            "interface Basket {",
            "  class Full implements Basket {}",
            "  // BUG: Diagnostic contains: key `ID` carries `UUID`",
            "  Key<java.util.UUID> ID = Key.of(\"id\");",
            "  // BUG: Diagnostic contains: key `FULL` carries `Full`",
            "  Key<Full> FULL = Key.of(\"full\");",
            "  Key<String> NAME = Key.of(\"name\");",
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
            "  @SuppressWarnings(\"ContextValueMisuse\")",
            "  static final Key<Thread> FIELD = Key.of(\"field\");",
            "  @SuppressWarnings(\"Baton\")",
            "  Object method(Context ctx) { return ctx.value(Key.<Thread>of(\"method\")); }",
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
            "  static final Key<Object> ANY = Key.of(\"any\");",
            "}")
        .doTest();
  }

  @Test
  void notKeysOfGrpc() {
    compilation
        .setArgs("-XepOpt:Baton:Models=grpc")
        .addSourceLines(
            "Grpc.java",
            "import io.grpc.Context;",
            "class Grpc {",
            "  static final Context.Key<Thread> WORKER = Context.key(\"worker\");",
            "}")
        .doTest();
  }
}
