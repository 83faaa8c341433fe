package dev.baton.checker.model;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.JCDefaultCaseLabel;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a variable is sure to be assigned by some code: JLS 16 for the forms in which people
 * write it. Where that is not seen, the answer is no.
 */
public final class DefiniteAssignment {

  private DefiniteAssignment() {}

  /** Whether the variable has a value whenever the tree has run to its normal end. */
  static boolean isMadeBy(@Nullable Tree tree, VarSymbol variable) {
    return isMadeBy(
        tree, assignment -> variable.equals(TreeInfo.symbolFor((JCTree) assignment.getVariable())));
  }

  /**
   * Whether an assignment that counts has been made whenever the tree has run to its normal end.
   */
  public static boolean isMadeBy(@Nullable Tree tree, Predicate<AssignmentTree> counts) {
    if (tree instanceof ExpressionStatementTree statement) {
      return isMadeBy(statement.getExpression(), counts);
    }
    if (tree instanceof AssignmentTree assignment) {
      return counts.test(assignment) || isMadeBy(assignment.getExpression(), counts);
    }
    if (tree instanceof ParenthesizedTree parenthesized) {
      return isMadeBy(parenthesized.getExpression(), counts);
    }
    if (tree instanceof UnaryTree operation) {
      return isMadeBy(operation.getExpression(), counts);
    }
    if (tree instanceof BinaryTree operation) {
      return isMadeBy(operation.getLeftOperand(), counts);
    }
    if (tree instanceof BlockTree block) {
      return isMadeByOneOf(block.getStatements(), counts);
    }
    if (tree instanceof SynchronizedTree block) {
      return isMadeBy(block.getBlock(), counts);
    }
    if (tree instanceof IfTree branch) {
      return isMadeBy(branch.getCondition(), counts)
          || (isMadeOrLeft(branch.getThenStatement(), counts)
              && isMadeOrLeft(branch.getElseStatement(), counts));
    }
    if (tree instanceof TryTree attempt) {
      return isMadeBy(attempt.getFinallyBlock(), counts)
          || (isMadeOrLeft(attempt.getBlock(), counts)
              && attempt.getCatches().stream()
                  .map(CatchTree::getBlock)
                  .allMatch(block -> isMadeOrLeft(block, counts)));
    }
    if (tree instanceof SwitchTree choice) {
      return !hasBreak(choice)
          && choice.getCases().stream().anyMatch(DefiniteAssignment::isDefault)
          && choice.getCases().stream().allMatch(rule -> isMadeByRule(rule, counts));
    }
    return false;
  }

  private static boolean isMadeByOneOf(
      List<? extends Tree> trees, Predicate<AssignmentTree> counts) {
    return trees.stream().anyMatch(tree -> isMadeBy(tree, counts));
  }

  private static boolean isMadeOrLeft(
      @Nullable StatementTree statement, Predicate<AssignmentTree> counts) {
    return statement != null && (!Completion.isPossible(statement) || isMadeBy(statement, counts));
  }

  /** A break may end the switch before the end of a rule. */
  private static boolean hasBreak(SwitchTree choice) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
        found[0] = true;
        return null;
      }
    }.scan(choice.getCases(), null);
    return found[0];
  }

  private static boolean isDefault(CaseTree rule) {
    return ((JCCase) rule).labels.stream().anyMatch(JCDefaultCaseLabel.class::isInstance);
  }

  private static boolean isMadeByRule(CaseTree rule, Predicate<AssignmentTree> counts) {
    Tree body = rule.getBody();
    if (body instanceof StatementTree statement) {
      return isMadeOrLeft(statement, counts);
    }
    return isMadeBy(body, counts);
  }
}
