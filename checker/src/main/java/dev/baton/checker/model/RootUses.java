package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Uses of a root that start no work: it stands in for a context that is missing, or is compared.
 */
public final class RootUses {

  /** Methods that give their argument where there is no other value. */
  private static final ImmutableSet<String> DEFAULTING =
      ImmutableSet.of(
          "defaultIfNull",
          "firstNonNull",
          "getOrDefault",
          "orElse",
          "orElseGet",
          "requireNonNullElse",
          "requireNonNullElseGet");

  private RootUses() {}

  /** Whether the root at hand, or the reference to its factory, is only for such a use. */
  public static boolean areHarmless(Contexts contexts, VisitorState state) {
    TreePath value = state.getPath();
    TreePath outer = value.getParentPath();
    while (outer.getLeaf() instanceof ParenthesizedTree
        || outer.getLeaf() instanceof TypeCastTree) {
      value = outer;
      outer = value.getParentPath();
    }
    Tree tree = outer.getLeaf();
    return switch (tree.getKind()) {
      case EQUAL_TO, NOT_EQUAL_TO -> true;
      case MEMBER_SELECT -> ((MemberSelectTree) tree).getIdentifier().contentEquals("equals");
      case METHOD_INVOCATION -> isTakenHarmlessly(value.getLeaf(), (MethodInvocationTree) tree);
      case CONDITIONAL_EXPRESSION ->
          testsForNull(((ConditionalExpressionTree) tree).getCondition(), contexts, state);
      case ASSIGNMENT ->
          ((AssignmentTree) tree).getExpression() == value.getLeaf()
              && isUnderTest(outer, contexts, state);
      default -> false;
    };
  }

  private static boolean isTakenHarmlessly(Tree value, MethodInvocationTree call) {
    String name = String.valueOf(TreeInfo.name((JCTree) call.getMethodSelect()));
    return call.getArguments().contains(value)
        && (name.equals("equals") || DEFAULTING.contains(name));
  }

  /** {@code if (ctx == null) ctx = Context.background();}, with or without braces. */
  private static boolean isUnderTest(TreePath assignment, Contexts contexts, VisitorState state) {
    TreePath at = assignment.getParentPath();
    while (at.getLeaf() instanceof ExpressionStatementTree || at.getLeaf() instanceof BlockTree) {
      at = at.getParentPath();
    }
    Symbol variable =
        TreeInfo.symbolFor((JCTree) ((AssignmentTree) assignment.getLeaf()).getVariable());
    return at.getLeaf() instanceof IfTree branch
        && variable != null
        && contexts.isContext(variable.type, state)
        && testsForNull(branch.getCondition(), contexts, state);
  }

  /** Whether the condition compares a context with null, somewhere in it. */
  private static boolean testsForNull(
      ExpressionTree condition, Contexts contexts, VisitorState state) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        found[0] |=
            (isNull(tree.getRightOperand()) && isContext(tree.getLeftOperand()))
                || (isNull(tree.getLeftOperand()) && isContext(tree.getRightOperand()));
        return super.visitBinary(tree, null);
      }

      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        String name = String.valueOf(TreeInfo.name((JCTree) tree.getMethodSelect()));
        found[0] |=
            (name.equals("isNull") || name.equals("nonNull"))
                && tree.getArguments().stream().anyMatch(this::isContext);
        return super.visitMethodInvocation(tree, null);
      }

      private boolean isNull(ExpressionTree operand) {
        return operand.getKind() == Tree.Kind.NULL_LITERAL;
      }

      private boolean isContext(ExpressionTree operand) {
        return contexts.isContext(ASTHelpers.getType(operand), state);
      }
    }.scan(condition, null);
    return found[0];
  }
}
