package dev.baton.checker.flow;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

/** Which local variables an expression may have the value of. */
final class Values {

  private final Question question;
  private final ImmutableSet.Builder<VarSymbol> variables = ImmutableSet.builder();

  private Values(Question question) {
    this.question = question;
  }

  static ImmutableSet<VarSymbol> of(ExpressionTree value, Question question) {
    Values values = new Values(question);
    values.collect(value);
    return values.variables.build();
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

  private void collect(@Nullable Tree value) {
    if (value instanceof ParenthesizedTree parenthesized) {
      collect(parenthesized.getExpression());
    } else if (value instanceof TypeCastTree cast) {
      collect(cast.getExpression());
    } else if (value instanceof ConditionalExpressionTree choice) {
      collect(choice.getTrueExpression());
      collect(choice.getFalseExpression());
    } else if (value instanceof AssignmentTree assignment) {
      collect(assignment.getVariable());
      collect(assignment.getExpression());
    } else if (value instanceof SwitchExpressionTree choice) {
      Switches.resultsOf(choice).forEach(this::collect);
    } else if (value instanceof MethodInvocationTree call) {
      collect(question.returnedBy().apply(call));
    } else if (value != null) {
      VarSymbol variable = local(value);
      if (variable != null) {
        variables.add(variable);
      }
    }
  }
}
