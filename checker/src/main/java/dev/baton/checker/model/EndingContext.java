package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A context that a try around a place cancels when it ends.
 *
 * @param context the local that holds it
 * @param block the path of the try, of which it is a resource or whose {@code finally} cancels it
 * @param resource its index among the resources; -1 where it is none
 */
public record EndingContext(VarSymbol context, TreePath block, int resource) {

  /** Those of all tries of the method, the innermost first. */
  public static ImmutableList<EndingContext> around(
      TreePath place, Contexts contexts, Births births, VisitorState state) {
    ImmutableList.Builder<EndingContext> found = ImmutableList.builder();
    Tree inner = place.getLeaf();
    for (TreePath at = place.getParentPath(); at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof MethodTree) {
        break;
      }
      if (at.getLeaf() instanceof TryTree attempt && inner != attempt.getFinallyBlock()) {
        addResources(attempt, at, inner, contexts, state, found);
        addCancelled(attempt, at, contexts, births, state, found);
      }
      inner = at.getLeaf();
    }
    return found.build();
  }

  private static void addResources(
      TryTree attempt,
      TreePath path,
      Tree inner,
      Contexts contexts,
      VisitorState state,
      ImmutableList.Builder<EndingContext> found) {
    List<? extends Tree> resources = attempt.getResources();
    boolean areOpen = inner == attempt.getBlock() || resources.contains(inner);
    for (int i = 0; areOpen && i < resources.size(); i++) {
      if (TreeInfo.symbolFor((JCTree) resources.get(i)) instanceof VarSymbol variable
          && contexts.isOwner(variable.type, state)) {
        found.add(new EndingContext(variable, path, i));
      }
    }
  }

  private static void addCancelled(
      TryTree attempt,
      TreePath path,
      Contexts contexts,
      Births births,
      VisitorState state,
      ImmutableList.Builder<EndingContext> found) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private ImmutableList<Tree> conditions = ImmutableList.of();

      @Override
      public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
        ImmutableList<Tree> outer = conditions;
        conditions = ImmutableList.<Tree>builder().addAll(outer).add(tree.getCondition()).build();
        super.visitIf(tree, null);
        conditions = outer;
        return null;
      }

      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        ExpressionTree receiver = ASTHelpers.getReceiver(tree);
        if (receiver instanceof IdentifierTree
            && TreeInfo.symbolFor((JCTree) receiver) instanceof VarSymbol variable
            && !variable.getKind().isField()
            && contexts.isOwner(variable.type, state)
            // On another condition it is cancelled only where the work did not get it.
            && conditions.stream().allMatch(condition -> Mentions.existIn(condition, variable))
            && !isLetGo(variable, attempt.getBlock())
            && births.areEndedBy(
                TreeInfo.name((JCTree) tree.getMethodSelect()).toString(), variable.type, state)) {
          found.add(new EndingContext(variable, path, -1));
        }
        return super.visitMethodInvocation(tree, null);
      }
    }.scan(attempt.getFinallyBlock(), null);
  }

  /** Whether the variable becomes null, for what it held has another owner then. */
  private static boolean isLetGo(VarSymbol variable, Tree block) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        found[0] |=
            tree.getExpression().getKind() == Tree.Kind.NULL_LITERAL
                && variable.equals(TreeInfo.symbolFor((JCTree) tree.getVariable()));
        return super.visitAssignment(tree, null);
      }
    }.scan(block, null);
    return found[0];
  }

  /** Whether the call is made on, or given, a resource that closes before the context ends. */
  public boolean closesEarlier(TreePath sink) {
    Tree inner = sink.getLeaf();
    for (Tree outer : sink.getParentPath()) {
      if (outer instanceof TryTree attempt) {
        List<? extends Tree> resources = attempt.getResources();
        boolean isOwn = outer == block.getLeaf();
        boolean areOpen = inner instanceof BlockTree && inner == attempt.getBlock();
        for (int i = isOwn ? resource + 1 : 0; areOpen && i < resources.size(); i++) {
          if (uses(sink.getLeaf(), TreeInfo.symbolFor((JCTree) resources.get(i)))) {
            return true;
          }
        }
        if (isOwn) {
          return false;
        }
      }
      inner = outer;
    }
    return false;
  }

  private static boolean uses(Tree sink, @Nullable Symbol resource) {
    List<? extends ExpressionTree> arguments =
        sink instanceof MethodInvocationTree call
            ? call.getArguments()
            : ((NewClassTree) sink).getArguments();
    ExpressionTree receiver =
        sink instanceof MethodInvocationTree call ? ASTHelpers.getReceiver(call) : null;
    return resource != null
        && ((receiver != null && resource.equals(TreeInfo.symbolFor((JCTree) receiver)))
            || arguments.stream()
                .anyMatch(given -> resource.equals(TreeInfo.symbolFor((JCTree) given))));
  }
}
