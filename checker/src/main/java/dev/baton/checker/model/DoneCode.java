package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code that runs when its context is done, or that has to work even then: a done context is of no
 * use to what it calls. Once done a context stays so, whatever lambda the code is in.
 */
public final class DoneCode {

  private static final String EXCEPTION = "ContextException";
  private static final ImmutableSet<String> CALLBACKS_OF_DONE =
      ImmutableSet.of("afterFunc", "addShutdownHook");
  private static final ImmutableSet<String> FOUND_WHEN_DONE = ImmutableSet.of("err", "cause");

  private final Contexts contexts;
  private final VisitorState state;

  private DoneCode(Contexts contexts, VisitorState state) {
    this.contexts = contexts;
    this.state = state;
  }

  /** Whether the tree at hand is such code. */
  public static boolean contains(Contexts contexts, VisitorState state) {
    DoneCode code = new DoneCode(contexts, state);
    TreePath inner = state.getPath();
    for (TreePath outer = inner.getParentPath(); outer != null; outer = outer.getParentPath()) {
      if (code.isDone(outer.getLeaf(), inner.getLeaf())) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /** Whether the outer tree says so of one of its parts. */
  private boolean isDone(Tree outer, Tree inner) {
    if (outer instanceof TryTree attempt) {
      return inner == attempt.getFinallyBlock();
    }
    if (outer instanceof CatchTree handler) {
      return inner == handler.getBlock() && catchesEnd(handler.getParameter().getType());
    }
    if (outer instanceof MethodTree method) {
      return method.getName().contentEquals("close") && method.getParameters().isEmpty();
    }
    if (outer instanceof MethodInvocationTree call) {
      return call.getArguments().contains(inner) && isCallbackOfDone(call);
    }
    if (outer instanceof BlockTree block) {
      return isDoneBefore(inner, block.getStatements());
    }
    if (outer instanceof CaseTree group) {
      return group.getStatements() != null && isDoneBefore(inner, group.getStatements());
    }
    if (outer instanceof IfTree branch) {
      return inner != branch.getCondition()
          && isDoneWhen(branch.getCondition(), inner == branch.getThenStatement());
    }
    if (outer instanceof ConditionalExpressionTree choice) {
      return inner != choice.getCondition()
          && isDoneWhen(choice.getCondition(), inner == choice.getTrueExpression());
    }
    if (outer instanceof WhileLoopTree loop) {
      return inner != loop.getCondition() && isDoneWhen(loop.getCondition(), true);
    }
    if (outer instanceof BinaryTree operation && inner == operation.getRightOperand()) {
      return switch (operation.getKind()) {
        case CONDITIONAL_AND -> isDoneWhen(operation.getLeftOperand(), true);
        case CONDITIONAL_OR -> isDoneWhen(operation.getLeftOperand(), false);
        default -> false;
      };
    }
    return false;
  }

  private static boolean catchesEnd(Tree type) {
    if (type instanceof UnionTypeTree union) {
      return union.getTypeAlternatives().stream().allMatch(DoneCode::catchesEnd);
    }
    for (Symbol at = ASTHelpers.getSymbol(type); at instanceof ClassSymbol caught; ) {
      if (caught.getSimpleName().contentEquals(EXCEPTION)) {
        return true;
      }
      at = caught.getSuperclass().tsym;
    }
    return false;
  }

  /** {@code ctx.afterFunc(…)}, {@code ctx.done().thenRun(…)}, and what runs at the very end. */
  private boolean isCallbackOfDone(MethodInvocationTree call) {
    if (CALLBACKS_OF_DONE.contains(nameOf(call))) {
      return true;
    }
    return ASTHelpers.getReceiver(call) instanceof MethodInvocationTree stage
        && isCallOf("done", 0, stage);
  }

  private boolean isDoneBefore(Tree inner, List<? extends StatementTree> statements) {
    for (StatementTree statement : statements) {
      if (statement == inner) {
        return false;
      }
      if (isDoneAfter(statement)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDoneAfter(StatementTree statement) {
    if (statement instanceof ExpressionStatementTree expression) {
      return isCallOf("awaitDone", 0, expression.getExpression());
    }
    if (statement instanceof IfTree branch) {
      return (isDoneWhen(branch.getCondition(), false)
              && !Completion.isPossible(branch.getThenStatement()))
          || (branch.getElseStatement() != null
              && isDoneWhen(branch.getCondition(), true)
              && !Completion.isPossible(branch.getElseStatement()));
    }
    ExpressionTree condition = null;
    if (statement instanceof WhileLoopTree loop) {
      condition = loop.getCondition();
    } else if (statement instanceof DoWhileLoopTree loop) {
      condition = loop.getCondition();
    } else if (statement instanceof ForLoopTree loop) {
      condition = loop.getCondition();
    }
    return condition != null && isDoneWhen(condition, false) && !hasBreak(statement);
  }

  /** Whether the condition has this outcome only where a context is done. */
  private boolean isDoneWhen(ExpressionTree condition, boolean outcome) {
    if (condition instanceof ParenthesizedTree inner) {
      return isDoneWhen(inner.getExpression(), outcome);
    }
    if (condition instanceof UnaryTree negation
        && negation.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return isDoneWhen(negation.getExpression(), !outcome);
    }
    if (condition instanceof BinaryTree operation) {
      ExpressionTree left = operation.getLeftOperand();
      ExpressionTree right = operation.getRightOperand();
      return switch (operation.getKind()) {
        case CONDITIONAL_AND ->
            outcome
                ? isDoneWhen(left, true) || isDoneWhen(right, true)
                : isDoneWhen(left, false) && isDoneWhen(right, false);
        case CONDITIONAL_OR ->
            outcome
                ? isDoneWhen(left, true) && isDoneWhen(right, true)
                : isDoneWhen(left, false) || isDoneWhen(right, false);
        case NOT_EQUAL_TO -> outcome && isErrorAgainstNull(left, right);
        case EQUAL_TO -> !outcome && isErrorAgainstNull(left, right);
        default -> false;
      };
    }
    return outcome && (isCallOf("isDone", 0, condition) || isCallOf("awaitDone", 1, condition));
  }

  private boolean isErrorAgainstNull(ExpressionTree left, ExpressionTree right) {
    return right.getKind() == Tree.Kind.NULL_LITERAL
        && FOUND_WHEN_DONE.stream().anyMatch(name -> isCallOf(name, 0, left));
  }

  /** Whether the tree is a call of that method, with so many arguments, on a context. */
  private boolean isCallOf(String name, int arguments, Tree tree) {
    return tree instanceof MethodInvocationTree call
        && call.getArguments().size() == arguments
        && nameOf(call).equals(name)
        && ASTHelpers.getReceiver(call) != null
        && contexts.isContext(ASTHelpers.getType(ASTHelpers.getReceiver(call)), state);
  }

  private static String nameOf(MethodInvocationTree call) {
    return String.valueOf(TreeInfo.name((JCTree) call.getMethodSelect()));
  }

  /** Whether a break may leave the loop; one that leaves an inner loop or switch counts too. */
  private static boolean hasBreak(StatementTree loop) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
        found[0] = true;
        return null;
      }
    }.scan(loop, null);
    return found[0];
  }
}
