package dev.baton.checker.flow;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether control only gets to a place where a test has been true; one that stays true. */
public final class Shown {

  private Shown() {}

  /** Whether a condition around the place, or one before it that leads elsewhere, has shown it. */
  public static boolean at(TreePath place, Predicate<ExpressionTree> test) {
    Tree inner = place.getLeaf();
    for (Tree outer : place.getParentPath()) {
      if (outer instanceof MethodTree) {
        return false;
      }
      if (isShownAround(outer, inner, test) || isShownBefore(outer, inner, test)) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  private static boolean isShownAround(Tree outer, Tree inner, Predicate<ExpressionTree> test) {
    if (outer instanceof IfTree branch && inner != branch.getCondition()) {
      return implies(branch.getCondition(), inner == branch.getThenStatement(), test);
    }
    if (outer instanceof ConditionalExpressionTree choice && inner != choice.getCondition()) {
      return implies(choice.getCondition(), inner == choice.getTrueExpression(), test);
    }
    if (outer instanceof WhileLoopTree loop && inner == loop.getStatement()) {
      return implies(loop.getCondition(), true, test);
    }
    if (outer instanceof BinaryTree operation && inner == operation.getRightOperand()) {
      return (operation.getKind() == Tree.Kind.CONDITIONAL_AND
              && implies(operation.getLeftOperand(), true, test))
          || (operation.getKind() == Tree.Kind.CONDITIONAL_OR
              && implies(operation.getLeftOperand(), false, test));
    }
    if (outer instanceof CaseTree choice) {
      ExpressionTree guard = Switches.guardOf(choice);
      return guard != null && guard != inner && implies(guard, true, test);
    }
    return false;
  }

  private static boolean isShownBefore(Tree outer, Tree inner, Predicate<ExpressionTree> test) {
    for (StatementTree statement : NextRounds.statementsOf(outer)) {
      if (statement == inner) {
        return false;
      }
      if (statement instanceof IfTree branch
          && (branch.getElseStatement() == null
              ? !NextRounds.canComplete(branch.getThenStatement())
                  && implies(branch.getCondition(), false, test)
              : !NextRounds.canComplete(branch.getElseStatement())
                  && implies(branch.getCondition(), true, test))) {
        return true;
      }
      if (statement instanceof WhileLoopTree loop
          && !hasBreak(loop)
          && implies(loop.getCondition(), false, test)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the test is true where the condition has the value. */
  private static boolean implies(
      ExpressionTree condition, boolean value, Predicate<ExpressionTree> test) {
    ExpressionTree bare = ASTHelpers.stripParentheses(condition);
    if (bare.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return implies(((UnaryTree) bare).getExpression(), !value, test);
    }
    if (bare.getKind() == (value ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
      BinaryTree both = (BinaryTree) bare;
      return implies(both.getLeftOperand(), value, test)
          || implies(both.getRightOperand(), value, test);
    }
    return value && test.test(bare);
  }

  private static boolean hasBreak(WhileLoopTree loop) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
        found[0] = true;
        return null;
      }
    }.scan(loop.getStatement(), null);
    return found[0];
  }
}
