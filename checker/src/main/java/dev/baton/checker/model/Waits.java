package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/** Whether code of a block waits for the work that it has handed to others, as far as it shows. */
public final class Waits {

  private final TreePath block;
  private final VarSymbol context;
  private final AsyncSinks sinks;
  private final Births births;
  private final VisitorState state;

  private Waits(
      TreePath block, VarSymbol context, AsyncSinks sinks, Births births, VisitorState state) {
    this.sinks = sinks;
    this.block = block;
    this.context = context;
    this.births = births;
    this.state = state;
  }

  /**
   * Whether the block waits.
   *
   * @param sink the call that hands the work on
   * @param context what ends with the block, unless a stage of the work ends it
   */
  public static boolean exist(
      TreePath sink,
      TreePath block,
      VarSymbol context,
      AsyncSinks sinks,
      Births births,
      VisitorState state) {
    Waits waits = new Waits(block, context, sinks, births, state);
    return waits.isUsed(sink) || waits.areAfter(sink.getLeaf());
  }

  /** Whether the block does more with the future than to drop it or to hand it out. */
  private boolean isUsed(TreePath future) {
    TreePath outer = future.getParentPath();
    Tree parent = outer.getLeaf();
    if (parent instanceof ParenthesizedTree || parent instanceof TypeCastTree) {
      return isUsed(outer);
    }
    if (parent instanceof MemberSelectTree
        && outer.getParentPath().getLeaf() instanceof MethodInvocationTree call) {
      return isUsedByChain(call, future.getLeaf(), outer.getParentPath());
    }
    if (parent instanceof VariableTree variable) {
      return isUsed(variable);
    }
    if (parent instanceof AssignmentTree assignment
        && assignment.getExpression() == future.getLeaf()) {
      return isUsed(assignment.getVariable());
    }
    if (parent instanceof LambdaExpressionTree lambda) {
      return !Slots.dropResultOf(lambda, state);
    }
    return !(parent instanceof ExpressionStatementTree || parent instanceof ReturnTree);
  }

  private boolean isUsedByChain(MethodInvocationTree call, Tree future, TreePath path) {
    String name = nameOf(call);
    if (call.getArguments().stream().anyMatch(this::endsContext)) {
      return true;
    }
    boolean isOnThread =
        sinks.isThread(ASTHelpers.getType(future), state)
            && (name.equals("start") || name.startsWith("set"));
    return !(isOnThread || sinks.isStage(call, state)) || isUsed(path);
  }

  /** Whether a stage ends the context by itself. */
  private boolean endsContext(ExpressionTree stage) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        ExpressionTree receiver = ASTHelpers.getReceiver(tree);
        found[0] |= receiver != null && ends(receiver, nameOf(tree));
        return super.visitMethodInvocation(tree, null);
      }

      @Override
      public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        found[0] |= ends(tree.getQualifierExpression(), tree.getName().toString());
        return super.visitMemberReference(tree, null);
      }
    }.scan(stage, null);
    return found[0];
  }

  private boolean ends(ExpressionTree receiver, String method) {
    return context.equals(TreeInfo.symbolFor((JCTree) receiver))
        && births.areEndedBy(method, context.type, state);
  }

  private boolean isUsed(Tree variable) {
    if (!(TreeInfo.symbolFor((JCTree) variable) instanceof VarSymbol local)
        || local.getKind().isField()) {
      return false;
    }
    boolean[] found = {false};
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        found[0] |=
            local.equals(TreeInfo.symbolFor((JCTree) tree))
                && !isAssigned(getCurrentPath())
                && isUsed(getCurrentPath());
        return null;
      }
    }.scan(block, null);
    return found[0];
  }

  private static boolean isAssigned(TreePath mention) {
    return mention.getParentPath().getLeaf() instanceof AssignmentTree assignment
        && assignment.getVariable() == mention.getLeaf();
  }

  /** Whether anything is waited for after the work was handed on. */
  private boolean areAfter(Tree sink) {
    int from = state.getEndPosition(sink);
    boolean[] found = {false};
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        found[0] |= state.getEndPosition(tree) > from && waits(tree);
        return super.visitMethodInvocation(tree, null);
      }

      @Override
      public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        found[0] |=
            state.getEndPosition(tree) > from
                && TreeInfo.symbolFor((JCTree) tree) instanceof MethodSymbol method
                && sinks.isWait(method, state);
        return super.visitMemberReference(tree, null);
      }
    }.scan(block, null);
    return found[0];
  }

  private boolean waits(MethodInvocationTree tree) {
    return TreeInfo.symbolFor((JCTree) tree) instanceof MethodSymbol method
        && sinks.isWait(method, state);
  }

  private static String nameOf(MethodInvocationTree call) {
    return TreeInfo.name((JCTree) call.getMethodSelect()).toString();
  }
}
