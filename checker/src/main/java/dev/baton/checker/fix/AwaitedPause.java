package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * The fix that lets a pause end with the context: {@code Thread.sleep(ms)} becomes {@code
 * ctx.awaitDone(Duration.ofMillis(ms))}, which throws the same exception.
 *
 * <p>Not offered in a loop that goes on when the context is done: it would spin.
 */
public final class AwaitedPause {

  private static final String DURATION = "java.time.Duration";

  private AwaitedPause() {}

  /**
   * The fix for the call at hand; an empty one where there is none.
   *
   * @param loop the innermost loop that may repeat the call; null where there is none
   */
  public static SuggestedFix of(
      MethodInvocationTree call, VarSymbol context, @Nullable Tree loop, VisitorState state) {
    if (!(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method)
        || !method.owner.getQualifiedName().contentEquals("java.lang.Thread")
        || !method.getSimpleName().contentEquals("sleep")
        || call.getArguments().size() != 1
        || !(state.getPath().getParentPath().getLeaf() instanceof ExpressionStatementTree)
        || (loop != null && !Mentions.existIn(conditionOf(loop), context))) {
      return SuggestedFix.emptyFix();
    }
    ExpressionTree time = call.getArguments().get(0);
    String text = state.getSourceForNode(time);
    SuggestedFix.Builder fix = SuggestedFix.builder();
    if (isNumber(ASTHelpers.getType(time), state)) {
      text = SuggestedFixes.qualifyType(state, fix, DURATION) + ".ofMillis(" + text + ")";
    }
    return fix.replace(call, context.getSimpleName() + ".awaitDone(" + text + ")").build();
  }

  private static boolean isNumber(@Nullable Type type, VisitorState state) {
    return type != null && state.getTypes().unboxedTypeOrType(type).isNumeric();
  }

  private static @Nullable Tree conditionOf(Tree loop) {
    if (loop instanceof WhileLoopTree repeated) {
      return repeated.getCondition();
    }
    if (loop instanceof DoWhileLoopTree repeated) {
      return repeated.getCondition();
    }
    return loop instanceof ForLoopTree counted ? counted.getCondition() : null;
  }
}
