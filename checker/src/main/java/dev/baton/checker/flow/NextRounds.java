package dev.baton.checker.flow;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.google.errorprone.util.Reachability;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBreak;
import com.sun.tools.javac.tree.JCTree.JCContinue;
import com.sun.tools.javac.tree.JCTree.JCYield;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which loops around a place begin another round once control has been there: a walk from the place
 * outwards, which follows the statements after it and the jumps in them.
 */
public final class NextRounds {

  private final Predicate<Tree> isEnd;
  private final ImmutableList.Builder<Tree> loops = ImmutableList.builder();

  /** What the jumps leave, and the loops that they start again, to which control may come. */
  private final Set<Tree> left = new HashSet<>();

  private final Set<Tree> continued = new HashSet<>();

  /** Whether control may get to the end of the part that has been walked. */
  private boolean completes = true;

  private NextRounds(Predicate<Tree> isEnd) {
    this.isEnd = isEnd;
  }

  /**
   * The loops, the innermost first, of the body that the place is in.
   *
   * @param isEnd whether nothing matters once this statement or condition has run
   */
  public static ImmutableList<Tree> after(TreePath place, Predicate<Tree> isEnd) {
    NextRounds rounds = new NextRounds(isEnd);
    Tree inner = place.getLeaf();
    for (Tree outer : place.getParentPath()) {
      if (isOutside(outer)) {
        break;
      }
      rounds.leave(inner, outer, place.getLeaf());
      inner = outer;
    }
    return rounds.loops.build();
  }

  /** Whether such a statement or condition has always run before the place, within the tree. */
  public static boolean isPreceded(TreePath place, Tree within, Predicate<Tree> isEnd) {
    Tree inner = place.getLeaf();
    for (Tree outer : place.getParentPath()) {
      List<? extends StatementTree> statements = statementsOf(outer);
      int index = statements.indexOf(inner);
      if (statements.subList(0, Math.max(0, index)).stream().anyMatch(isEnd)
          || (inner == bodyOf(outer) && startsWith(outer, isEnd))) {
        return true;
      }
      if (outer == within || isOutside(outer)) {
        return false;
      }
      inner = outer;
    }
    return false;
  }

  /** Whether such a statement always runs after the place, or on every way out of a try. */
  public static boolean isFollowed(TreePath place, Predicate<Tree> isEnd) {
    Tree inner = place.getLeaf();
    for (Tree outer : place.getParentPath()) {
      if (isOutside(outer)) {
        return false;
      }
      List<? extends StatementTree> statements = statementsOf(outer);
      int index = statements.indexOf(inner);
      if ((index >= 0 && statements.subList(index + 1, statements.size()).stream().anyMatch(isEnd))
          || (outer instanceof TryTree attempt && isEnd.test(attempt.getFinallyBlock()))) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /** Whether what the variable is at the end of a round it is at the begin of the next one. */
  public static boolean carry(Tree loop, Symbol variable) {
    boolean[] isDeclared = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        return tree == loop ? scan(tree.getStatement(), null) : super.visitForLoop(tree, null);
      }

      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        isDeclared[0] |= variable.equals(TreeInfo.symbolFor((JCTree) tree));
        return super.visitVariable(tree, null);
      }
    }.scan(loop, null);
    return !isDeclared[0];
  }

  private static boolean isOutside(Tree tree) {
    return tree instanceof MethodTree
        || tree instanceof LambdaExpressionTree
        || tree instanceof ClassTree;
  }

  /** Goes on from the end of a part to the end of the tree around it. */
  private void leave(Tree inner, Tree outer, Tree place) {
    if (outer instanceof TryTree attempt) {
      leaveTry(inner, attempt, place);
    } else if (outer instanceof SwitchTree choice) {
      leaveSwitch(inner, choice);
    } else if (bodyOf(outer) != null) {
      leaveLoop(inner, outer);
    } else {
      List<? extends StatementTree> statements = statementsOf(outer);
      run(statements.subList(statements.indexOf(inner) + 1, statements.size()));
    }
    completes |= left.contains(outer);
  }

  private void run(List<? extends Tree> statements) {
    for (Tree statement : statements) {
      if (!completes) {
        return;
      }
      collectJumps(statement);
      completes = !isEnd.test(statement) && canComplete((StatementTree) statement);
    }
  }

  private void leaveTry(Tree inner, TryTree attempt, Tree place) {
    if (inner == attempt.getBlock() && mayThrowAfter(place, attempt.getBlock())) {
      boolean isDone = completes;
      for (CatchTree handler : attempt.getCatches()) {
        completes = true;
        run(List.of(handler.getBlock()));
        isDone |= completes;
      }
      completes = isDone;
    }
    BlockTree last = attempt.getFinallyBlock();
    if (last != null && last != inner && (isEnd.test(last) || !canComplete(last))) {
      completes = false;
      left.clear();
      continued.clear();
      collectJumps(last);
    }
  }

  /** Control may fall through to the groups that follow. */
  private void leaveSwitch(Tree inner, SwitchTree choice) {
    int index = choice.getCases().indexOf(inner);
    for (CaseTree group : choice.getCases().subList(index + 1, choice.getCases().size())) {
      run(group.getStatements() == null ? List.of() : group.getStatements());
    }
  }

  private void leaveLoop(Tree inner, Tree loop) {
    List<? extends Tree> before = loop instanceof ForLoopTree f ? f.getInitializer() : List.of();
    boolean isInRound =
        !before.contains(inner)
            && !(loop instanceof EnhancedForLoopTree each && each.getExpression() == inner);
    boolean isRoundOver = completes || continued.contains(loop);
    if (isInRound && isRoundOver && goesOn(loop) && !endsWith(loop, isEnd)) {
      loops.add(loop);
    }
    completes = isRoundOver && canComplete((StatementTree) loop);
  }

  private static boolean goesOn(Tree loop) {
    ExpressionTree condition = conditionOf(loop);
    return condition == null
        || !Boolean.FALSE.equals(ASTHelpers.constValue(condition, Boolean.class));
  }

  /** Whether what is between two rounds, or begins each, is such an end. */
  private static boolean endsWith(Tree loop, Predicate<Tree> isEnd) {
    return (loop instanceof ForLoopTree counted && counted.getUpdate().stream().anyMatch(isEnd))
        || startsWith(loop, isEnd);
  }

  private static boolean startsWith(Tree loop, Predicate<Tree> isEnd) {
    ExpressionTree condition = conditionOf(loop);
    return condition != null && isEnd.test(condition);
  }

  private static @Nullable ExpressionTree conditionOf(Tree loop) {
    if (loop instanceof WhileLoopTree repeated) {
      return repeated.getCondition();
    }
    if (loop instanceof DoWhileLoopTree repeated) {
      return repeated.getCondition();
    }
    return loop instanceof ForLoopTree counted ? counted.getCondition() : null;
  }

  /** The body of a loop; null for another tree. */
  private static @Nullable StatementTree bodyOf(Tree tree) {
    if (tree instanceof WhileLoopTree loop) {
      return loop.getStatement();
    }
    if (tree instanceof DoWhileLoopTree loop) {
      return loop.getStatement();
    }
    if (tree instanceof ForLoopTree loop) {
      return loop.getStatement();
    }
    return tree instanceof EnhancedForLoopTree loop ? loop.getStatement() : null;
  }

  static List<? extends StatementTree> statementsOf(Tree tree) {
    if (tree instanceof BlockTree block) {
      return block.getStatements();
    }
    return tree instanceof CaseTree group && group.getStatements() != null
        ? group.getStatements()
        : List.of();
  }

  private void collectJumps(Tree statement) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
        left.add(((JCBreak) tree).target);
        return null;
      }

      @Override
      public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
        continued.add(((JCContinue) tree).target);
        return null;
      }

      @Override
      public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
        left.add(((JCYield) tree).target);
        return super.visitYield(tree, null);
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
    }.scan(statement, null);
  }

  /** Whether anything that comes after the place may end in an exception. */
  private static boolean mayThrowAfter(Tree place, BlockTree block) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private boolean isAfter;

      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        super.scan(tree, null);
        isAfter |= tree == place;
        found[0] |=
            isAfter
                && (tree instanceof MethodInvocationTree
                    || tree instanceof NewClassTree
                    || tree instanceof ThrowTree)
                && tree != place;
        return null;
      }
    }.scan(block, null);
    return found[0];
  }

  static boolean canComplete(StatementTree statement) {
    try {
      return Reachability.canCompleteNormally(statement);
    } catch (IllegalArgumentException | NullPointerException unresolved) {
      // Of code that does not compile: a jump that leads nowhere, a call without a method.
      return true;
    }
  }
}
