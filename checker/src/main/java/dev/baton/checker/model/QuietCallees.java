package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;

/** Methods that take any object and only look at it: they log, print, format, compare or assert. */
final class QuietCallees {

  private static final ImmutableSet<String> TYPES =
      ImmutableSet.of(
          "com.google.common.base.MoreObjects.ToStringHelper",
          "com.google.common.base.Preconditions",
          "com.google.common.base.Strings",
          "com.google.common.base.Verify",
          "java.io.Console",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.lang.IO",
          "java.lang.String",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.lang.System",
          "java.text.Format",
          "java.text.MessageFormat",
          "java.util.Formatter",
          "java.util.Objects");

  private static final ImmutableSet<String> COMPARING_METHODS =
      ImmutableSet.of(
          "binarySearch",
          "compare",
          "compareTo",
          "contains",
          "containsKey",
          "containsValue",
          "equals",
          "get",
          "getOrDefault",
          "hash",
          "hashCode",
          "indexOf",
          "lastIndexOf",
          "remove",
          "toString");

  private static final ImmutableSet<String> LOGGING_PACKAGES =
      ImmutableSet.of(
          "android.util.Log",
          "ch.qos.logback.",
          "com.google.common.flogger.",
          "io.quarkus.logging.",
          "java.lang.System.Logger",
          "java.util.logging.",
          "org.apache.commons.logging.",
          "org.apache.log4j.",
          "org.apache.logging.",
          "org.jboss.logging.",
          "org.slf4j.",
          "org.tinylog.");

  /** All that is in them asserts. */
  private static final ImmutableSet<String> ASSERTION_PACKAGES =
      ImmutableSet.of("com.google.common.truth.", "org.assertj.", "org.hamcrest.");

  /** They also keep objects, for the tests that they run. */
  private static final ImmutableSet<String> TEST_PACKAGES =
      ImmutableSet.of("junit.framework.", "org.junit.", "org.testng.");

  private static final ImmutableSet<String> ASSERTING_WORDS =
      ImmutableSet.of("assert", "assume", "check");

  private QuietCallees() {}

  /** Whether the method, which declares that it takes {@code parameter}, only looks at it. */
  static boolean onlyLooksAt(Type parameter, MethodSymbol method) {
    String owner = method.owner.getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    if (asserts(owner, name)) {
      return true;
    }
    if (parameter.hasTag(TypeTag.TYPEVAR)) {
      return false;
    }
    return TYPES.contains(owner)
        || COMPARING_METHODS.contains(name)
        || isIn(owner, LOGGING_PACKAGES)
        || owner.endsWith("Logger")
        || owner.endsWith(".Log");
  }

  private static boolean asserts(String owner, String name) {
    return isIn(owner, ASSERTION_PACKAGES)
        || owner.endsWith("Assertions")
        || owner.endsWith("Assert")
        || (isIn(owner, TEST_PACKAGES) && ASSERTING_WORDS.stream().anyMatch(name::startsWith));
  }

  private static boolean isIn(String owner, ImmutableSet<String> packages) {
    return packages.stream().anyMatch(owner::startsWith);
  }
}
