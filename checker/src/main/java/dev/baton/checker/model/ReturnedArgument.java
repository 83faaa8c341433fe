package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/** Calls that give back what they are given: the value is the same, and goes where theirs goes. */
public final class ReturnedArgument {

  private static final ImmutableSet<String> NULL_CHECKS =
      ImmutableSet.of("requireNonNull", "checkNotNull", "verifyNotNull");

  private ReturnedArgument() {}

  /** The argument that the call returns; null where it returns something of its own. */
  public static @Nullable ExpressionTree of(MethodInvocationTree call) {
    return !call.getArguments().isEmpty()
            && TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
            && NULL_CHECKS.contains(method.getSimpleName().toString())
            && !method.getParameters().isEmpty()
            && method.getReturnType().tsym == method.getParameters().get(0).type.tsym
        ? call.getArguments().get(0)
        : null;
  }
}
