package dev.baton.checker.fix;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import java.util.function.Predicate;

/**
 * A local that its block could close, and what a fix has to know about what it holds.
 *
 * @param declaration the path of its declaration
 * @param type of what it holds; it gets that type where it has one that cannot be closed
 * @param ends names of the methods that, called without a cause, do what closing does
 * @param isHandedOn whether the slot of the expression at the path has the duty to close it
 * @param isContext whether values of the type are given to others who do not keep them
 * @param actsUnmentioned whether it has its effect without being mentioned, as a scope has
 */
public record Resource(
    TreePath declaration,
    Type type,
    ImmutableSet<String> ends,
    Predicate<TreePath> isHandedOn,
    Predicate<Type> isContext,
    boolean actsUnmentioned) {

  VariableTree tree() {
    return (VariableTree) declaration.getLeaf();
  }

  VarSymbol symbol() {
    return ASTHelpers.getSymbol(tree());
  }

  /** Whether the expression at the path is what a call ends. */
  boolean isEnded(TreePath receiver) {
    return receiver.getParentPath().getLeaf() instanceof MemberSelectTree select
        && receiver.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() == select
        && ends.contains(select.getIdentifier().toString());
  }

  /** Whether the statement does to the local what closing does, and nothing else. */
  boolean isClosedBy(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && ends.contains(select.getIdentifier().toString())
        && symbol().equals(TreeInfo.symbolFor((JCTree) select.getExpression()))
        && isWithoutCause(call.getArguments());
  }

  private static boolean isWithoutCause(List<? extends ExpressionTree> arguments) {
    return arguments.isEmpty()
        || (arguments.size() == 1 && arguments.get(0).getKind() == Tree.Kind.NULL_LITERAL);
  }
}
