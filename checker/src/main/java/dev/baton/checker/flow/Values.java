package dev.baton.checker.flow;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

/** Which local variables an expression may have the value of. */
final class Values {

  private Values() {}

  static ImmutableSet<VarSymbol> of(ExpressionTree value) {
    ImmutableSet.Builder<VarSymbol> variables = ImmutableSet.builder();
    collect(value, variables);
    return variables.build();
  }

  /** The local variable that the tree names. */
  static @Nullable VarSymbol local(Tree tree) {
    Tree name = tree;
    while (name instanceof ParenthesizedTree parenthesized) {
      name = parenthesized.getExpression();
    }
    if (name instanceof IdentifierTree
        && ASTHelpers.getSymbol(name) instanceof VarSymbol variable
        && !variable.getKind().isField()) {
      return variable;
    }
    return null;
  }

  private static void collect(@Nullable Tree value, ImmutableSet.Builder<VarSymbol> variables) {
    if (value instanceof ParenthesizedTree parenthesized) {
      collect(parenthesized.getExpression(), variables);
    } else if (value instanceof TypeCastTree cast) {
      collect(cast.getExpression(), variables);
    } else if (value instanceof ConditionalExpressionTree choice) {
      collect(choice.getTrueExpression(), variables);
      collect(choice.getFalseExpression(), variables);
    } else if (value instanceof AssignmentTree assignment) {
      collect(assignment.getVariable(), variables);
      collect(assignment.getExpression(), variables);
    } else if (value instanceof SwitchExpressionTree choice) {
      Switches.resultsOf(choice).forEach(result -> collect(result, variables));
    } else if (value != null) {
      VarSymbol variable = local(value);
      if (variable != null) {
        variables.add(variable);
      }
    }
  }
}
