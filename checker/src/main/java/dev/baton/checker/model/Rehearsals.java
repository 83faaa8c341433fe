package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import java.util.regex.Pattern;

/** Calls in tests that are written for what they are, and not for what they return. */
public final class Rehearsals {

  /** Calls of JUnit, TestNG and AssertJ that say of code that it throws. */
  private static final Pattern EXPECTATION =
      Pattern.compile(
          "(assert|expect)Throws(Exactly)?|(assertThat|then)(ThrownBy|Code)|isThrownBy"
              + "|catch\\w*(Throwable|Exception)\\w*");

  /** Mockito's methods that take the code of a call to a static method. */
  private static final ImmutableSet<String> MOCKED_CODE = ImmutableSet.of("verify", "when");

  private Rehearsals() {}

  /**
   * Whether the call or method reference at hand is one that a mock is asked about ({@code
   * verify(mock).open()}), or the last of a function that is to throw ({@code assertThrows}) or
   * that a mock is told ({@code when(() -> open())}), so that it creates nothing.
   */
  public static boolean contains(VisitorState state) {
    return isToldToMock(state.getPath().getLeaf()) || isExpected(functionAround(state.getPath()));
  }

  private static boolean isToldToMock(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && ASTHelpers.getReceiver(call) instanceof MethodInvocationTree mock
        && ASTHelpers.getSymbol((Tree) mock.getMethodSelect()) instanceof MethodSymbol method
        && TestCode.isOfMockito(method);
  }

  /** The function that is the method named, or ends with the call. */
  private static TreePath functionAround(TreePath path) {
    if (path.getLeaf() instanceof MemberReferenceTree) {
      return path;
    }
    TreePath outer = path.getParentPath();
    Tree last = path.getLeaf();
    if (outer.getLeaf() instanceof ExpressionStatementTree statement) {
      last = statement;
      outer = outer.getParentPath();
    }
    return outer.getLeaf() instanceof BlockTree block && isLastOf(block, last)
        ? outer.getParentPath()
        : outer;
  }

  private static boolean isExpected(TreePath function) {
    return (function.getLeaf() instanceof LambdaExpressionTree
            || function.getLeaf() instanceof MemberReferenceTree)
        && function.getParentPath().getLeaf() instanceof MethodInvocationTree caller
        && ASTHelpers.getSymbol((Tree) caller.getMethodSelect()) instanceof MethodSymbol method
        && isExpectation(method);
  }

  private static boolean isExpectation(MethodSymbol method) {
    String name = method.getSimpleName().toString();
    return EXPECTATION.matcher(name).matches()
        || (MOCKED_CODE.contains(name) && TestCode.isOfMockito(method));
  }

  private static boolean isLastOf(BlockTree block, Tree statement) {
    return block.getStatements().get(block.getStatements().size() - 1) == statement;
  }
}
