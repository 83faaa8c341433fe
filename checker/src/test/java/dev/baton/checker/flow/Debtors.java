package dev.baton.checker.flow;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/**
 * Asks the question in its barest form: {@code open()} opens a debt, {@code settle(x)} settles that
 * of {@code x}, {@code x == null} shows that none is owed, {@code exit()} never returns, {@code
 * quiet()} throws nothing, {@code same(x)} returns {@code x}.
 */
@BugPattern(summary = "a debt that some path does not settle", severity = SeverityLevel.ERROR)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class Debtors extends BugChecker implements MethodTreeMatcher {

  @Override
  public Description matchMethod(MethodTree tree, VisitorState state) {
    if (tree.getBody() == null) {
      return Description.NO_MATCH;
    }
    Question question =
        new Question(
            call -> isCallOf("open", call),
            step -> isCallOf("settle", step) ? argument(step) : ImmutableSet.of(),
            Debtors::nullWhere,
            Debtors::whereNull,
            call -> isCallOf("same", call) ? call.getArguments().get(0) : null,
            call -> isCallOf("exit", call),
            call -> isCallOf("quiet", call),
            !tree.getName().contentEquals("last"),
            tree.getName().contentEquals("strict"));
    TreePath body = new TreePath(state.getPath(), tree.getBody());
    Paths.unsettled(body, question, state)
        .forEach(
            (birth, escape) ->
                state.reportMatch(
                    buildDescription(birth).setMessage(escape.inWords(state)).build()));
    return Description.NO_MATCH;
  }

  private static boolean isCallOf(String name, Tree tree) {
    return tree instanceof MethodInvocationTree call
        && ASTHelpers.getSymbol(call).getSimpleName().contentEquals(name);
  }

  private static ImmutableSet<VarSymbol> argument(Tree call) {
    VarSymbol settled = Values.local(((MethodInvocationTree) call).getArguments().get(0));
    return settled == null ? ImmutableSet.of() : ImmutableSet.of(settled);
  }

  private static ImmutableSet<VarSymbol> whereNull(ExpressionTree tested, boolean isNull) {
    VarSymbol variable = isNull ? Values.local(tested) : null;
    return variable == null ? ImmutableSet.of() : ImmutableSet.of(variable);
  }

  private static ImmutableSet<VarSymbol> nullWhere(ExpressionTree condition, boolean value) {
    boolean isNull = condition.getKind() == (value ? Tree.Kind.EQUAL_TO : Tree.Kind.NOT_EQUAL_TO);
    if (!isNull) {
      return ImmutableSet.of();
    }
    VarSymbol tested = Values.local(((BinaryTree) condition).getLeftOperand());
    return tested == null ? ImmutableSet.of() : ImmutableSet.of(tested);
  }
}
