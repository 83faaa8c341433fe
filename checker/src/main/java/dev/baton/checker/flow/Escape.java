package dev.baton.checker.flow;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;

/**
 * The place at which a path leaves without settling what it owes.
 *
 * @param way how it leaves
 * @param tree the jump, the call whose exception it is, the assignment that overwrites, the loop
 *     that starts again, or the method, lambda or initializer that ends
 */
public record Escape(Way way, Tree tree) {

  /** How control leaves, or how the last variable that held what is owed is lost. */
  public enum Way {
    END,
    RETURN,
    THROW,
    EXCEPTION,
    BREAK,
    CONTINUE,
    YIELD,
    NEXT_ROUND,
    OVERWRITTEN
  }

  /** What happens there, as a clause about "it". */
  public String inWords(VisitorState state) {
    String where = " on line " + line(state);
    return switch (way) {
      case END -> "the end of the " + kindOfBody() + where + " leaves without it";
      case RETURN -> "the `return`" + where + " leaves without it";
      case THROW -> "the `throw`" + where + " leaves without it";
      case EXCEPTION -> "the exception of " + callee() + where + " leaves without it";
      case BREAK -> "the `break`" + where + " leaves without it";
      case CONTINUE -> "the `continue`" + where + " leaves without it";
      case YIELD -> "the `yield`" + where + " leaves without it";
      case NEXT_ROUND -> "the next round of the loop begins without it";
      case OVERWRITTEN -> "it is overwritten" + where;
    };
  }

  /** Where it is in the source; for what ends, where it ends. */
  int position(VisitorState state) {
    return switch (way) {
      case END, NEXT_ROUND -> state.getEndPosition(tree) - 1;
      case EXCEPTION -> positionOfCallee(state);
      default -> ASTHelpers.getStartPosition(tree);
    };
  }

  private int positionOfCallee(VisitorState state) {
    // A resource is closed after its initializer has thrown or not.
    if (tree instanceof VariableTree) {
      return state.getEndPosition(tree);
    }
    // The last of a chain of calls begins where the first does.
    return tree instanceof MethodInvocationTree call
        ? state.getEndPosition(call.getMethodSelect()) - 1
        : ASTHelpers.getStartPosition(tree);
  }

  private long line(VisitorState state) {
    return state.getPath().getCompilationUnit().getLineMap().getLineNumber(position(state));
  }

  private String kindOfBody() {
    if (tree instanceof MethodTree method) {
      return method.getReturnType() == null ? "constructor" : "method";
    }
    return tree instanceof LambdaExpressionTree ? "lambda" : "initializer";
  }

  private String callee() {
    if (tree instanceof MethodInvocationTree call) {
      return "`" + ASTHelpers.getSymbol((Tree) call.getMethodSelect()).getSimpleName() + "()`";
    }
    if (tree instanceof NewClassTree creation) {
      return "`new " + ASTHelpers.getType(creation.getIdentifier()).tsym.getSimpleName() + "()`";
    }
    if (tree instanceof VariableTree resource) {
      return "closing `" + resource.getName() + "`";
    }
    return tree instanceof IdentifierTree ? "closing `" + tree + "`" : "closing a resource";
  }
}
