package dev.baton.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the code around a place says in so many words about null in a local variable. */
public final class NullTests {

  private NullTests() {}

  /**
   * Whether the variable is no good in the place of null there: it is declared with null, or a test
   * around the place shows it null. Asked of variables that are not used there, so it knows less.
   */
  public static boolean isSuspect(Symbol variable, TreePath place) {
    return startsNull(variable, place) || isShownAround(variable, place);
  }

  /** Whether a test around the place has shown the variable null, and nothing changes it since. */
  static boolean isShownAround(Symbol variable, TreePath place) {
    Tree inner = place.getLeaf();
    for (Tree outer : place.getParentPath()) {
      if (isShownBy(outer, inner, variable)) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  private static boolean isShownBy(Tree outer, Tree inner, Symbol variable) {
    if (outer instanceof IfTree branch) {
      return isShownIn(inner, branch.getCondition(), branch.getThenStatement(), variable);
    }
    if (outer instanceof ConditionalExpressionTree choice) {
      return isShownIn(inner, choice.getCondition(), choice.getTrueExpression(), variable);
    }
    if (outer instanceof CaseTree choice) {
      // What a guard tests cannot change.
      ExpressionTree guard = Switches.guardOf(choice);
      return guard != null && inner != guard && isShown(guard, true, variable);
    }
    return false;
  }

  private static boolean isShownIn(
      Tree branch, ExpressionTree condition, Tree whenTrue, Symbol variable) {
    return branch != condition
        && isShown(condition, branch == whenTrue, variable)
        && valuesOf(variable, condition).isEmpty()
        && valuesOf(variable, branch).isEmpty();
  }

  /** Whether the variable is null once the condition has turned out as {@code outcome}. */
  private static boolean isShown(ExpressionTree condition, boolean outcome, Symbol variable) {
    if (condition instanceof ParenthesizedTree parenthesized) {
      return isShown(parenthesized.getExpression(), outcome, variable);
    }
    if (condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return isShown(((UnaryTree) condition).getExpression(), !outcome, variable);
    }
    if (condition instanceof MethodInvocationTree call) {
      return isCallOf(outcome ? "isNull" : "nonNull", call)
          && isNamed(variable, call.getArguments().get(0));
    }
    if (!(condition instanceof BinaryTree operation)) {
      return false;
    }
    ExpressionTree left = operation.getLeftOperand();
    ExpressionTree right = operation.getRightOperand();
    if (condition.getKind() == (outcome ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
      return isShown(left, outcome, variable) || isShown(right, outcome, variable);
    }
    return condition.getKind() == (outcome ? Tree.Kind.EQUAL_TO : Tree.Kind.NOT_EQUAL_TO)
        && ((isNull(left) && isNamed(variable, right))
            || (isNull(right) && isNamed(variable, left)));
  }

  /** Whether the call is one of {@code Objects} that tests its argument for null. */
  public static boolean isTest(MethodInvocationTree call) {
    return isCallOf("isNull", call) || isCallOf("nonNull", call);
  }

  private static boolean isCallOf(String name, MethodInvocationTree call) {
    return call.getArguments().size() == 1
        && TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
        && method.getSimpleName().contentEquals(name)
        && method.owner.getQualifiedName().contentEquals("java.util.Objects");
  }

  private static boolean isNamed(Symbol variable, Tree expression) {
    return variable.equals(TreeInfo.symbolFor((JCTree) expression));
  }

  /** Whether the variable is declared with null as its value. */
  static boolean startsNull(Symbol variable, TreePath place) {
    for (Tree around : place) {
      for (StatementTree statement : statementsOf(around)) {
        if (statement instanceof VariableTree declaration
            && variable.equals(TreeInfo.symbolFor((JCTree) declaration))) {
          return isNull(declaration.getInitializer());
        }
      }
    }
    return false;
  }

  private static List<? extends StatementTree> statementsOf(Tree tree) {
    if (tree instanceof BlockTree block) {
      return block.getStatements();
    }
    if (tree instanceof CaseTree group && group.getStatements() != null) {
      return group.getStatements();
    }
    return List.of();
  }

  /** Whether the expression can have no other value than null. */
  private static boolean isNull(@Nullable ExpressionTree value) {
    if (value instanceof ParenthesizedTree parenthesized) {
      return isNull(parenthesized.getExpression());
    }
    if (value instanceof TypeCastTree cast) {
      return isNull(cast.getExpression());
    }
    if (value instanceof ConditionalExpressionTree choice) {
      return isNull(choice.getTrueExpression()) && isNull(choice.getFalseExpression());
    }
    if (value instanceof SwitchExpressionTree choice) {
      return Switches.resultsOf(choice).stream().allMatch(NullTests::isNull);
    }
    return value != null && value.getKind() == Tree.Kind.NULL_LITERAL;
  }

  /** What the code below the tree puts into the variable. */
  static List<ExpressionTree> valuesOf(Symbol variable, Tree tree) {
    List<ExpressionTree> values = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree declaration, @Nullable Void unused) {
        if (declaration.getInitializer() != null
            && variable.equals(TreeInfo.symbolFor((JCTree) declaration))) {
          values.add(declaration.getInitializer());
        }
        return super.visitVariable(declaration, null);
      }

      @Override
      public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
        if (variable.equals(TreeInfo.symbolFor((JCTree) assignment.getVariable()))) {
          values.add(assignment.getExpression());
        }
        return super.visitAssignment(assignment, null);
      }
    }.scan(tree, null);
    return values;
  }
}
