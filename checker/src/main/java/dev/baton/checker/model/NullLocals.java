package dev.baton.checker.model;

import static com.google.errorprone.util.ASTHelpers.stripParentheses;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/** Which local a condition shows to be null. */
final class NullLocals {

  private NullLocals() {}

  /** The local that is null where the condition has the value; null where it tells of none. */
  static @Nullable VarSymbol where(ExpressionTree condition, boolean value) {
    if (condition instanceof BinaryTree comparison) {
      return where(comparison, value);
    }
    return condition instanceof MethodInvocationTree call
            && TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
            && method.owner.getQualifiedName().contentEquals("java.util.Objects")
            && method.getSimpleName().contentEquals(value ? "isNull" : "nonNull")
        ? named(call.getArguments().get(0))
        : null;
  }

  private static @Nullable VarSymbol where(BinaryTree comparison, boolean value) {
    if (comparison.getKind() != (value ? Tree.Kind.EQUAL_TO : Tree.Kind.NOT_EQUAL_TO)) {
      return null;
    }
    ExpressionTree left = stripParentheses(comparison.getLeftOperand());
    ExpressionTree right = stripParentheses(comparison.getRightOperand());
    if (right.getKind() == Tree.Kind.NULL_LITERAL) {
      return named(left);
    }
    return left.getKind() == Tree.Kind.NULL_LITERAL ? named(right) : null;
  }

  /** The local that the expression names or has just assigned. */
  static @Nullable VarSymbol named(ExpressionTree tree) {
    ExpressionTree name = stripParentheses(tree);
    if (name instanceof AssignmentTree assignment) {
      name = stripParentheses(assignment.getVariable());
    }
    return TreeInfo.symbolFor((JCTree) name) instanceof VarSymbol variable
            && !variable.getKind().isField()
        ? variable
        : null;
  }
}
