package dev.baton.checker.flow;

import static com.google.errorprone.util.ASTHelpers.constValue;
import static com.google.errorprone.util.ASTHelpers.stripParentheses;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.function.Consumer;

/** Walks conditions, and tells what is owed where they are true and where they are false. */
final class Conditions {

  private final Progress progress;
  private final Question question;
  private final Consumer<Tree> scan;

  /**
   * @param scan walks an expression that no operator of conditions is part of
   */
  Conditions(Progress progress, Question question, Consumer<Tree> scan) {
    this.progress = progress;
    this.question = question;
    this.scan = scan;
  }

  Outcome walk(ExpressionTree condition) {
    ExpressionTree test = stripParentheses(condition);
    Boolean constant = constValue(test, Boolean.class);
    if (constant != null) {
      Outcome certain = Outcome.certain(progress.owed);
      return constant ? certain : certain.negated();
    }
    return switch (test.getKind()) {
      case LOGICAL_COMPLEMENT -> walk(((UnaryTree) test).getExpression()).negated();
      case CONDITIONAL_AND -> {
        Outcome left = walk(((BinaryTree) test).getLeftOperand());
        Outcome right = walkWith(left.whenTrue(), ((BinaryTree) test).getRightOperand());
        yield new Outcome(right.whenTrue(), left.whenFalse().or(right.whenFalse()));
      }
      case CONDITIONAL_OR -> {
        Outcome left = walk(((BinaryTree) test).getLeftOperand());
        Outcome right = walkWith(left.whenFalse(), ((BinaryTree) test).getRightOperand());
        yield new Outcome(left.whenTrue().or(right.whenTrue()), right.whenFalse());
      }
      case CONDITIONAL_EXPRESSION -> {
        ConditionalExpressionTree choice = (ConditionalExpressionTree) test;
        Outcome chosen = walk(choice.getCondition());
        Outcome first = walkWith(chosen.whenTrue(), choice.getTrueExpression());
        Outcome second = walkWith(chosen.whenFalse(), choice.getFalseExpression());
        yield new Outcome(
            first.whenTrue().or(second.whenTrue()), first.whenFalse().or(second.whenFalse()));
      }
      case EQUAL_TO, NOT_EQUAL_TO -> walkComparison((BinaryTree) test);
      default -> walkTest(test);
    };
  }

  /** {@code test == true} is that test. */
  private Outcome walkComparison(BinaryTree comparison) {
    Boolean left = constValue(comparison.getLeftOperand(), Boolean.class);
    Boolean right = constValue(comparison.getRightOperand(), Boolean.class);
    if (left == null && right == null) {
      return walkTest(comparison);
    }
    Outcome tested =
        walk(left == null ? comparison.getLeftOperand() : comparison.getRightOperand());
    boolean isAsTested =
        (left == null ? right : left) == (comparison.getKind() == Tree.Kind.EQUAL_TO);
    return isAsTested ? tested : tested.negated();
  }

  private Outcome walkWith(Debts owed, ExpressionTree condition) {
    progress.owed = owed;
    return walk(condition);
  }

  private Outcome walkTest(ExpressionTree test) {
    scan.accept(test);
    Debts whenTrue = progress.owed.settledBy(question.settledWhere().where(test, true));
    Debts whenFalse = progress.owed.settledBy(question.settledWhere().where(test, false));
    Flags.Test flag = Flags.testedBy(test);
    if (flag != null) {
      whenTrue = whenTrue.where(flag.flag(), true);
      whenFalse = whenFalse.where(flag.flag(), false);
    }
    if (test instanceof InstanceOfTree instance
        && instance.getPattern() instanceof BindingPatternTree binding
        && TreeInfo.symbolFor((JCTree) binding.getVariable()) instanceof VarSymbol variable) {
      whenTrue = whenTrue.named(variable, Values.of(instance.getExpression(), question));
    }
    return new Outcome(whenTrue, whenFalse);
  }
}
