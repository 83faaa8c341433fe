package dev.baton.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
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

/** What a test says in so many words about null in a local variable. */
public final class NullTests {

  /** What a local variable holds. */
  enum Held {
    NULL,
    A_VALUE,
    /** It may be either. */
    ANYTHING
  }

  private NullTests() {}

  /** Whether a test around the place has shown the variable null, and nothing changes it since. */
  static boolean isShownAround(Symbol variable, TreePath place) {
    for (TreePath at = place; at.getParentPath() != null; at = at.getParentPath()) {
      if (isShownBy(at.getParentPath(), at.getLeaf(), variable)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShownBy(TreePath outer, Tree inner, Symbol variable) {
    return shownBy(outer, inner, variable) == Held.NULL
        && valuesOf(variable, inner).isEmpty()
        && valuesOf(variable, ranBefore(inner, outer.getLeaf())).isEmpty();
  }

  /** What runs before this part of the tree, and may be more than that. */
  private static @Nullable Tree ranBefore(Tree inner, Tree tree) {
    if (tree instanceof IfTree branch) {
      return branch.getCondition();
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return choice.getCondition();
    }
    return inner instanceof StatementTree ? tree : null;
  }

  /** What a null is compared with: by an operator, or as a label of a switch over it. */
  public static @Nullable Tree comparedWith(TreePath value) {
    Tree outer = value.getParentPath().getLeaf();
    if (outer.getKind() == Tree.Kind.EQUAL_TO || outer.getKind() == Tree.Kind.NOT_EQUAL_TO) {
      BinaryTree test = (BinaryTree) outer;
      return test.getLeftOperand() == value.getLeaf()
          ? test.getRightOperand()
          : test.getLeftOperand();
    }
    // Between the null and the case stands its label.
    TreePath label = value.getParentPath();
    return label.getParentPath() != null
            && label.getParentPath().getLeaf() instanceof CaseTree choice
            && choice.getExpressions().contains(value.getLeaf())
        ? Switches.selectorOf(label.getParentPath().getParentPath().getLeaf())
        : null;
  }

  /** What a test in the tree says of the variable at the start of {@code inner}, a part of it. */
  static Held shownBy(TreePath outer, Tree inner, Symbol variable) {
    Tree tree = outer.getLeaf();
    if (tree instanceof IfTree branch && inner != branch.getCondition()) {
      return shown(branch.getCondition(), inner == branch.getThenStatement(), variable);
    }
    if (tree instanceof ConditionalExpressionTree choice && inner != choice.getCondition()) {
      return shown(choice.getCondition(), inner == choice.getTrueExpression(), variable);
    }
    if (tree instanceof CaseTree choice && !choice.getExpressions().contains(inner)) {
      // What a guard tests cannot change.
      ExpressionTree guard = Switches.guardOf(choice);
      Held byGuard = guard == null || inner == guard ? Held.ANYTHING : shown(guard, true, variable);
      return byGuard == Held.ANYTHING ? shownByLabels(choice, outer, variable) : byGuard;
    }
    return Held.ANYTHING;
  }

  /** In a switch over the variable, {@code case null} and no other gets null. */
  private static Held shownByLabels(CaseTree choice, TreePath path, Symbol variable) {
    if (!isNamed(variable, Switches.selectorOf(path.getParentPath().getLeaf()))) {
      return Held.ANYTHING;
    }
    return switch (Switches.choiceOfNull(choice)) {
      case NEVER -> Held.A_VALUE;
      case ALSO -> Held.ANYTHING;
      case ONLY -> Held.NULL;
    };
  }

  /** What the variable holds once the condition has turned out as {@code outcome}. */
  static Held shown(ExpressionTree condition, boolean outcome, Symbol variable) {
    if (isShown(condition, outcome, variable, true)) {
      return Held.NULL;
    }
    return isShown(condition, outcome, variable, false) ? Held.A_VALUE : Held.ANYTHING;
  }

  private static boolean isShown(
      ExpressionTree condition, boolean outcome, Symbol variable, boolean toBeNull) {
    if (condition instanceof ParenthesizedTree parenthesized) {
      return isShown(parenthesized.getExpression(), outcome, variable, toBeNull);
    }
    if (condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return isShown(((UnaryTree) condition).getExpression(), !outcome, variable, toBeNull);
    }
    if (condition instanceof MethodInvocationTree call) {
      return isCallOf(outcome == toBeNull ? "isNull" : "nonNull", call)
          && isNamed(variable, call.getArguments().get(0));
    }
    if (!(condition instanceof BinaryTree operation)) {
      return false;
    }
    ExpressionTree left = operation.getLeftOperand();
    ExpressionTree right = operation.getRightOperand();
    if (condition.getKind() == (outcome ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
      return isShown(left, outcome, variable, toBeNull)
          || isShown(right, outcome, variable, toBeNull);
    }
    return condition.getKind()
            == (outcome == toBeNull ? Tree.Kind.EQUAL_TO : Tree.Kind.NOT_EQUAL_TO)
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

  private static boolean isNamed(Symbol variable, @Nullable Tree expression) {
    return variable.equals(TreeInfo.symbolFor((JCTree) expression));
  }

  /** Whether the expression can have no other value than null. */
  static boolean isNull(@Nullable ExpressionTree value) {
    if (value instanceof ParenthesizedTree parenthesized) {
      return isNull(parenthesized.getExpression());
    }
    if (value instanceof TypeCastTree cast) {
      return isNull(cast.getExpression());
    }
    if (value instanceof AssignmentTree assignment) {
      return isNull(assignment.getExpression());
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
  static List<ExpressionTree> valuesOf(Symbol variable, @Nullable Tree tree) {
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
