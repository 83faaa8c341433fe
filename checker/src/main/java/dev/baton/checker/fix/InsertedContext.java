package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;

/** The fix that passes a context first, so that the overload is called which takes one. */
public final class InsertedContext {

  private InsertedContext() {}

  /** Nothing where that overload throws, or returns, what this one does not. */
  public static SuggestedFix of(
      ExpressionTree call, MethodSymbol overload, VarSymbol context, VisitorState state) {
    List<? extends Tree> arguments = ExpectedType.argumentsOf(call);
    if (!(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol callee)
        || arguments.stream().anyMatch(given -> given.getKind() == Tree.Kind.NULL_LITERAL)
        || overload.isVarArgs() != callee.isVarArgs()
        || !throwsNoMore(overload, callee, state)
        || !(isStatement(state) || returnsTheSame(overload, callee, state))) {
      return SuggestedFix.emptyFix();
    }
    Tree before =
        call instanceof MethodInvocationTree invocation
            ? invocation.getMethodSelect()
            : ((NewClassTree) call).getIdentifier();
    String given = context.getSimpleName() + (arguments.isEmpty() ? "" : ", ");
    return Tokens.of(state)
        .map(
            tokens -> {
              int parenthesis = tokens.indexAt(state.getEndPosition(before));
              // Not an insertion, which would have no range that another fix could overlap.
              return tokens.is(parenthesis, "(")
                  ? SuggestedFix.replace(
                      tokens.start(parenthesis), tokens.end(parenthesis), "(" + given)
                  : SuggestedFix.emptyFix();
            })
        .orElse(SuggestedFix.emptyFix());
  }

  private static boolean isStatement(VisitorState state) {
    return state.getPath().getParentPath().getLeaf() instanceof ExpressionStatementTree;
  }

  private static boolean throwsNoMore(
      MethodSymbol overload, MethodSymbol callee, VisitorState state) {
    return overload.getThrownTypes().stream()
        .allMatch(
            thrown ->
                !ASTHelpers.isCheckedExceptionType(thrown, state)
                    || callee.getThrownTypes().stream()
                        .anyMatch(known -> ASTHelpers.isSubtype(thrown, known, state)));
  }

  private static boolean returnsTheSame(
      MethodSymbol overload, MethodSymbol callee, VisitorState state) {
    if (callee.isConstructor()) {
      return true;
    }
    Type found =
        state
            .getTypes()
            .subst(
                overload.getReturnType(),
                overload.type.getTypeArguments(),
                callee.type.getTypeArguments());
    return ASTHelpers.isSameType(found, callee.getReturnType(), state);
  }
}
