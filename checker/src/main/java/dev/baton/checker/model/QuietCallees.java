package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;

/** Methods that take any object and only look at it: they log, print, format, compare or assert. */
final class QuietCallees {

  private static final ImmutableSet<String> TYPES =
      ImmutableSet.of(
          "java.io.Console",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.lang.String",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.lang.System",
          "java.text.Format",
          "java.text.MessageFormat",
          "java.util.Arrays",
          "java.util.Formatter",
          "java.util.Objects");

  private static final ImmutableSet<String> COMPARING_METHODS =
      ImmutableSet.of(
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

  private static final ImmutableSet<String> ASSERTION_PACKAGES =
      ImmutableSet.of(
          "com.google.common.truth.",
          "junit.framework.",
          "org.assertj.",
          "org.hamcrest.",
          "org.junit.",
          "org.testng.");

  private QuietCallees() {}

  /** Whether the method, which declares that it takes {@code parameter}, only looks at it. */
  static boolean onlyLooksAt(Type parameter, MethodSymbol method) {
    String owner = method.owner.getQualifiedName().toString();
    if (isIn(owner, ASSERTION_PACKAGES) || isNamedAsAssertions(owner)) {
      return true;
    }
    if (parameter.hasTag(TypeTag.TYPEVAR)) {
      return false;
    }
    return TYPES.contains(owner)
        || COMPARING_METHODS.contains(method.getSimpleName().toString())
        || isIn(owner, LOGGING_PACKAGES)
        || owner.endsWith("Logger")
        || owner.endsWith(".Log");
  }

  private static boolean isNamedAsAssertions(String owner) {
    return owner.endsWith("Assertions") || owner.endsWith("Assert");
  }

  private static boolean isIn(String owner, ImmutableSet<String> packages) {
    return packages.stream().anyMatch(owner::startsWith);
  }
}
