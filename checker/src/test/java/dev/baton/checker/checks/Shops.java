package dev.baton.checker.checks;

import com.google.errorprone.bugpatterns.BugChecker;
import dev.baton.checker.FixTester;
import java.nio.file.Path;

/** Classes around the members that a fix is about, with a few more for them to call. */
final class Shops {

  private static final String FRAME =
      """
      import dev.baton.context.CancellableContext;
      import dev.baton.context.Context;
      import dev.baton.context.Key;
      import dev.baton.context.annotation.MustCancel;
      import java.io.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import java.util.function.*;

      abstract class Shop {
        private static final Duration SECOND = Duration.ofSeconds(1);
        private static final Key<String> NAME = Key.of("name");

        abstract boolean isOpen();

        abstract String load(Context ctx, String id);

        abstract byte[] read(Context ctx) throws IOException;

        abstract Future<String> fetch(Context ctx, String id);

        abstract InputStream stream(Context ctx);

        static void use(Context ctx) {}

        static void print(Object text) {}

      """;

  private final FixTester tester;

  Shops(Class<? extends BugChecker> check, Path folder) {
    this.tester = FixTester.of(check, folder);
  }

  /** Members that the fix changes; the name tells situations apart. */
  Shops changes(String name, String before, String after) {
    tester.changes(name + "/Shop.java", file(name, before), file(name, after));
    return this;
  }

  /** Members with a finding for which there is no fix. */
  Shops leaves(String name, String members) {
    tester.leaves(name + "/Shop.java", file(name, members));
    return this;
  }

  void test() {
    tester.test();
  }

  private static String file(String name, String members) {
    return "package " + name + ";\n\n" + FRAME + members + "}\n";
  }
}
