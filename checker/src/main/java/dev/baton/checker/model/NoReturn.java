package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

/** Methods that end the process or the test. */
public final class NoReturn {

  private static final ImmutableSet<String> ENDS_OF_PROCESS =
      ImmutableSet.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

  private static final ImmutableSet<String> TEST_PACKAGES =
      ImmutableSet.of(
          "org.junit.",
          "junit.framework.",
          "org.testng.",
          "org.assertj.",
          "com.google.common.truth.");

  private NoReturn() {}

  /** Whether control does not come back from the call, nor has anybody to clean up after it. */
  public static boolean from(MethodInvocationTree call) {
    if (!(ASTHelpers.getSymbol((Tree) call.getMethodSelect()) instanceof MethodSymbol method)) {
      return false;
    }
    String name = method.getSimpleName().toString();
    if (!name.equals("fail") && !name.equals("exit") && !name.equals("halt")) {
      return false;
    }
    String owner = method.owner.getQualifiedName().toString();
    return name.equals("fail")
        ? TEST_PACKAGES.stream().anyMatch(owner::startsWith) && !isSoft(owner)
        : ENDS_OF_PROCESS.contains(owner + "." + name);
  }

  /** Soft assertions, of AssertJ and TestNG, only note a failure and tell it later. */
  private static boolean isSoft(String owner) {
    return owner.contains("Soft") || owner.startsWith("org.testng.asserts.");
  }
}
