package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/** Where the variables of patterns are bound, as JLS 6.3 has it. */
final class PatternBindings {

  private PatternBindings() {}

  /** What is bound once the condition has turned out as {@code outcome}, the last one first. */
  static ImmutableList<VarSymbol> of(Tree condition, boolean outcome) {
    ImmutableList.Builder<VarSymbol> bound = ImmutableList.builder();
    collect(condition, outcome, bound);
    return bound.build().reverse();
  }

  private static void collect(
      Tree condition, boolean outcome, ImmutableList.Builder<VarSymbol> bound) {
    if (condition instanceof ParenthesizedTree parenthesized) {
      collect(parenthesized.getExpression(), outcome, bound);
    } else if (condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      collect(((UnaryTree) condition).getExpression(), !outcome, bound);
    } else if (condition.getKind()
        == (outcome ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
      collect(((BinaryTree) condition).getLeftOperand(), outcome, bound);
      collect(((BinaryTree) condition).getRightOperand(), outcome, bound);
    } else if (condition instanceof InstanceOfTree test && outcome) {
      bound.addAll(declaredIn(test.getPattern()));
    }
  }

  /** The variables of a case's patterns, the last one first, for what stands behind its labels. */
  static ImmutableList<VarSymbol> ofLabels(CaseTree group, Tree inner) {
    if (group.getExpressions().contains(inner)) {
      return ImmutableList.of();
    }
    return declaredIn(group).reverse();
  }

  /** The variables that a statement leaves bound for the statements that follow it. */
  static ImmutableList<VarSymbol> introducedBy(Tree statement) {
    if (statement instanceof IfTree branch) {
      boolean thenEnds = Completion.isPossible(branch.getThenStatement());
      boolean elseEnds =
          branch.getElseStatement() == null || Completion.isPossible(branch.getElseStatement());
      return thenEnds == elseEnds ? ImmutableList.of() : of(branch.getCondition(), thenEnds);
    }
    if (statement instanceof WhileLoopTree loop && !hasBreak(loop)) {
      return of(loop.getCondition(), false);
    }
    return ImmutableList.of();
  }

  /** The variables of the patterns below the tree, without those in statements or tests. */
  private static ImmutableList<VarSymbol> declaredIn(@Nullable Tree tree) {
    ImmutableList.Builder<VarSymbol> variables = ImmutableList.builder();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree next, @Nullable Void unused) {
        boolean isBody = tree instanceof CaseTree group && next == group.getBody();
        boolean isStatement = next instanceof StatementTree && next != tree;
        return isBody || isStatement ? null : super.scan(next, null);
      }

      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree pattern, @Nullable Void unused) {
        if (TreeInfo.symbolFor((JCTree) pattern.getVariable()) instanceof VarSymbol variable) {
          variables.add(variable);
        }
        return null;
      }

      @Override
      public @Nullable Void visitInstanceOf(InstanceOfTree test, @Nullable Void unused) {
        return null;
      }
    }.scan(tree, null);
    return variables.build();
  }

  /** Whether a break may leave the loop; one that leaves an inner loop or switch counts too. */
  private static boolean hasBreak(WhileLoopTree loop) {
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
        found[0] = true;
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
      }
    }.scan(loop.getStatement(), null);
    return found[0];
  }
}
