package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

/** Calls in tests that are written for what they are, and not for what they return. */
public final class Rehearsals {

  private static final ImmutableSet<String> EXPECTATIONS =
      ImmutableSet.of(
          "assertThatThrownBy",
          "assertThatCode",
          "assertThrows",
          "assertThrowsExactly",
          "catchThrowable",
          "catchThrowableOfType",
          "expectThrows",
          "isThrownBy");

  private Rehearsals() {}

  /**
   * Whether the call at hand is one that a mock is asked about ({@code verify(mock).open()}), or
   * the last of a lambda that is to throw ({@code assertThrows}), so that it creates nothing.
   */
  public static boolean contains(VisitorState state) {
    return isToldToMock((MethodInvocationTree) state.getPath().getLeaf())
        || isToThrow(state.getPath());
  }

  private static boolean isToldToMock(MethodInvocationTree call) {
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    return receiver instanceof MethodInvocationTree mock
        && ASTHelpers.getSymbol((Tree) mock.getMethodSelect()) instanceof MethodSymbol method
        && method.owner.getQualifiedName().toString().startsWith("org.mockito.");
  }

  private static boolean isToThrow(TreePath call) {
    TreePath outer = call.getParentPath();
    Tree last = call.getLeaf();
    if (outer.getLeaf() instanceof ExpressionStatementTree statement) {
      last = statement;
      outer = outer.getParentPath();
    }
    if (outer.getLeaf() instanceof BlockTree block && isLastOf(block, last)) {
      outer = outer.getParentPath();
    }
    return outer.getLeaf() instanceof LambdaExpressionTree
        && outer.getParentPath().getLeaf() instanceof MethodInvocationTree caller
        && ASTHelpers.getSymbol((Tree) caller.getMethodSelect()) instanceof MethodSymbol method
        && EXPECTATIONS.contains(method.getSimpleName().toString());
  }

  private static boolean isLastOf(BlockTree block, Tree statement) {
    return block.getStatements().get(block.getStatements().size() - 1) == statement;
  }
}
