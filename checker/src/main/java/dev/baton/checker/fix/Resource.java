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
import com.sun.tools.javac.code.Flags;
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
 * @param isArgument whether those methods are called with it as their only argument, not on it
 * @param isHandedOn whether the slot of the expression at the path has the duty to close it
 * @param isContext whether values of the type are given to others who do not keep them
 * @param actsUnmentioned whether it has its effect without being mentioned, as a scope has
 */
public record Resource(
    TreePath declaration,
    Type type,
    ImmutableSet<String> ends,
    boolean isArgument,
    Predicate<TreePath> isHandedOn,
    Predicate<Type> isContext,
    boolean actsUnmentioned) {

  VariableTree tree() {
    return (VariableTree) declaration.getLeaf();
  }

  VarSymbol symbol() {
    return ASTHelpers.getSymbol(tree());
  }

  boolean isNeverAssigned() {
    return (symbol().flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0;
  }

  /** Whether the name at the path is what a call ends. */
  boolean isEnded(TreePath name) {
    TreePath outer = name.getParentPath();
    boolean isSelected = outer.getLeaf() instanceof MemberSelectTree;
    Tree call = isSelected ? outer.getParentPath().getLeaf() : outer.getLeaf();
    return isSelected != isArgument
        && call instanceof MethodInvocationTree invocation
        && (isArgument || invocation.getMethodSelect() == outer.getLeaf())
        && ends.contains(nameOf(invocation));
  }

  /** Whether the call does to the local what closing does, and nothing else. */
  boolean isClosedBy(MethodInvocationTree call) {
    if (!ends.contains(nameOf(call))) {
      return false;
    }
    List<? extends ExpressionTree> arguments = call.getArguments();
    return isArgument
        ? arguments.size() == 1 && isNamedBy(arguments.get(0))
        : call.getMethodSelect() instanceof MemberSelectTree select
            && isNamedBy(select.getExpression())
            && isWithoutCause(arguments);
  }

  /** Whether the statement is such a call. */
  boolean isClosedBy(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && isClosedBy(call);
  }

  private boolean isNamedBy(ExpressionTree expression) {
    return symbol().equals(TreeInfo.symbolFor((JCTree) expression));
  }

  private static String nameOf(MethodInvocationTree call) {
    return TreeInfo.name((JCTree) call.getMethodSelect()).toString();
  }

  private static boolean isWithoutCause(List<? extends ExpressionTree> arguments) {
    return arguments.isEmpty()
        || (arguments.size() == 1 && arguments.get(0).getKind() == Tree.Kind.NULL_LITERAL);
  }
}
