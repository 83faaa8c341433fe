package dev.baton.checker.flow;

import com.google.common.collect.Lists;
import com.google.errorprone.util.Reachability;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.flow.NullTests.Held;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which local variables are no good in the place of null, since the code says that they may be null
 * there as well. Asked of variables that are not used there, of which the data flow knows nothing.
 *
 * <p>What is said last counts: a walk from the place outwards and backwards, to the first test or
 * assignment that tells. One that puts null into the variable tells even where it may be skipped.
 */
public final class NullSuspects {

  private NullSuspects() {}

  /** Whether the variable may be null at the place, as far as the code of the method says. */
  public static boolean contain(Symbol variable, TreePath place) {
    for (TreePath at = place; at.getParentPath() != null; at = at.getParentPath()) {
      TreePath outer = at.getParentPath();
      Held held = heldBefore(at.getLeaf(), outer, variable);
      if (held == Held.ANYTHING) {
        held = heldAround(at.getLeaf(), outer, variable);
      }
      if (held != Held.ANYTHING) {
        return held == Held.NULL;
      }
    }
    return false;
  }

  /** What the statements before this one say, the last one first. */
  private static Held heldBefore(Tree inner, TreePath outer, Symbol variable) {
    List<? extends StatementTree> statements = statementsOf(outer.getLeaf());
    List<? extends StatementTree> before =
        statements.subList(0, Math.max(0, statements.indexOf(inner)));
    for (StatementTree statement : Lists.reverse(before)) {
      Held held = heldAfter(statement, outer, variable);
      if (held != Held.ANYTHING) {
        return held;
      }
    }
    return Held.ANYTHING;
  }

  private static Held heldAfter(StatementTree statement, TreePath scope, Symbol variable) {
    List<ExpressionTree> values = NullTests.valuesOf(variable, statement);
    if (values.stream().anyMatch(value -> mayBeNull(value, new TreePath(scope, statement)))) {
      return Held.NULL;
    }
    if (!values.isEmpty()
        && (statement instanceof VariableTree || statement instanceof ExpressionStatementTree)) {
      return Held.A_VALUE;
    }
    if (statement instanceof IfTree branch) {
      return heldAfter(branch, variable, !values.isEmpty());
    }
    ExpressionTree condition = conditionOf(statement);
    return condition == null ? Held.ANYTHING : NullTests.shown(condition, false, variable);
  }

  /** Behind an {@code if} one of whose branches leaves, or puts a value in the place of null. */
  private static Held heldAfter(IfTree branch, Symbol variable, boolean givesValue) {
    ExpressionTree condition = branch.getCondition();
    if (!canComplete(branch.getThenStatement())) {
      return NullTests.shown(condition, false, variable);
    }
    if (branch.getElseStatement() != null && !canComplete(branch.getElseStatement())) {
      return NullTests.shown(condition, true, variable);
    }
    boolean replacesNull =
        givesValue
            && branch.getElseStatement() == null
            && NullTests.shown(condition, true, variable) == Held.NULL;
    return replacesNull ? Held.A_VALUE : Held.ANYTHING;
  }

  /** What the tree says that this one is a part of. */
  private static Held heldAround(Tree inner, TreePath outer, Symbol variable) {
    Tree tree = outer.getLeaf();
    if (tree instanceof BinaryTree operation && inner == operation.getRightOperand()) {
      boolean outcome = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
      return outcome || tree.getKind() == Tree.Kind.CONDITIONAL_OR
          ? NullTests.shown(operation.getLeftOperand(), outcome, variable)
          : Held.ANYTHING;
    }
    ExpressionTree condition = conditionOf(tree);
    if (condition != null && inner != condition && !(tree instanceof DoWhileLoopTree)) {
      Held held = NullTests.shown(condition, true, variable);
      if (held != Held.ANYTHING) {
        return held;
      }
    }
    return NullTests.valuesOf(variable, mayHaveRun(inner, tree)).stream()
            .anyMatch(value -> mayBeNull(value, outer))
        ? Held.NULL
        : NullTests.shownBy(outer, inner, variable);
  }

  /** What may have run before this part of the tree: earlier rounds of a loop, or its try. */
  private static @Nullable Tree mayHaveRun(Tree inner, Tree tree) {
    if (tree instanceof TryTree attempt) {
      return inner == attempt.getBlock() ? null : attempt.getBlock();
    }
    boolean isLoop =
        tree instanceof WhileLoopTree
            || tree instanceof DoWhileLoopTree
            || tree instanceof ForLoopTree
            || tree instanceof EnhancedForLoopTree;
    return isLoop ? tree : null;
  }

  private static @Nullable ExpressionTree conditionOf(Tree loop) {
    if (loop instanceof WhileLoopTree tree) {
      return tree.getCondition();
    }
    if (loop instanceof DoWhileLoopTree tree) {
      return tree.getCondition();
    }
    return loop instanceof ForLoopTree tree ? tree.getCondition() : null;
  }

  /** Whether the value of an expression may be null by what it says; it stands below the place. */
  private static boolean mayBeNull(ExpressionTree value, TreePath place) {
    if (value instanceof ParenthesizedTree parenthesized) {
      return mayBeNull(parenthesized.getExpression(), place);
    }
    if (value instanceof TypeCastTree cast) {
      return mayBeNull(cast.getExpression(), place);
    }
    if (value instanceof AssignmentTree assignment) {
      return mayBeNull(assignment.getExpression(), place);
    }
    if (value instanceof ConditionalExpressionTree choice) {
      return mayBeNull(choice.getTrueExpression(), place)
          || mayBeNull(choice.getFalseExpression(), place);
    }
    if (value instanceof IdentifierTree
        && TreeInfo.symbolFor((JCTree) value) instanceof VarSymbol other) {
      return !other.getKind().isField() && contain(other, place);
    }
    return NullTests.isNull(value);
  }

  private static List<? extends StatementTree> statementsOf(Tree tree) {
    if (tree instanceof BlockTree block) {
      return block.getStatements();
    }
    return tree instanceof CaseTree group && group.getStatements() != null
        ? group.getStatements()
        : List.of();
  }

  private static boolean canComplete(StatementTree statement) {
    try {
      return Reachability.canCompleteNormally(statement);
    } catch (IllegalArgumentException | NullPointerException unresolved) {
      // Error Prone asks each call for its method, and each jump for its target.
      return true;
    }
  }
}
