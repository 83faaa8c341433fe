package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.RootFactory;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** What it matters when an expression is evaluated. The order of the constants is that of risk. */
enum Evaluation {
  /** Its value is the same at any time, and it does not throw. */
  FIXED,
  /** It changes nothing, but its value, or whether it throws, depends on what was done before. */
  READS,
  /** It may change something. */
  ACTS;

  /** What evaluating the expression means; when in doubt, that it acts. */
  static Evaluation of(Tree expression, Contexts contexts, VisitorState state) {
    return new Visitor(contexts, state).visit(expression, null);
  }

  /** Whether nobody can tell which of the two is evaluated first. */
  boolean commutesWith(Evaluation other) {
    return this == FIXED || other == FIXED || (this == READS && other == READS);
  }

  private Evaluation and(Evaluation other) {
    return compareTo(other) < 0 ? other : this;
  }

  private static final class Visitor extends SimpleTreeVisitor<Evaluation, @Nullable Void> {
    private final Contexts contexts;
    private final VisitorState state;

    Visitor(Contexts contexts, VisitorState state) {
      super(ACTS);
      this.contexts = contexts;
      this.state = state;
    }

    private Evaluation of(ExpressionTree tree) {
      return visit(tree, null);
    }

    @Override
    public Evaluation visitLiteral(LiteralTree tree, @Nullable Void unused) {
      return FIXED;
    }

    @Override
    public Evaluation visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      return FIXED;
    }

    @Override
    public Evaluation visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      return isType(tree.getQualifierExpression())
          ? FIXED
          : READS.and(of(tree.getQualifierExpression()));
    }

    @Override
    public Evaluation visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
      return of(tree.getExpression());
    }

    @Override
    public Evaluation visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      return ofVariable(TreeInfo.symbol((JCTree) tree));
    }

    @Override
    public Evaluation visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
      Symbol symbol = TreeInfo.symbol((JCTree) tree);
      if (tree.getIdentifier().contentEquals("class")) {
        return FIXED;
      }
      return isType(tree.getExpression())
          ? ofVariable(symbol)
          : ofVariable(symbol).and(of(tree.getExpression()));
    }

    @Override
    public Evaluation visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      return RootFactory.isCalledBy(tree, contexts, state) ? FIXED : ACTS;
    }

    @Override
    public Evaluation visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
      return READS.and(of(tree.getExpression()));
    }

    @Override
    public Evaluation visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
      return of(tree.getExpression());
    }

    @Override
    public Evaluation visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
      return READS.and(of(tree.getExpression())).and(of(tree.getIndex()));
    }

    @Override
    public Evaluation visitConditionalExpression(
        ConditionalExpressionTree tree, @Nullable Void unused) {
      return of(tree.getCondition())
          .and(of(tree.getTrueExpression()))
          .and(of(tree.getFalseExpression()));
    }

    @Override
    public Evaluation visitUnary(UnaryTree tree, @Nullable Void unused) {
      return switch (tree.getKind()) {
        case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT ->
            ofOperand(tree.getExpression());
        default -> ACTS;
      };
    }

    @Override
    public Evaluation visitBinary(BinaryTree tree, @Nullable Void unused) {
      return switch (tree.getKind()) {
        case EQUAL_TO, NOT_EQUAL_TO -> ofComparison(tree.getLeftOperand(), tree.getRightOperand());
        case DIVIDE, REMAINDER -> READS.and(ofOperands(tree));
        default -> ofOperands(tree);
      };
    }

    private Evaluation ofComparison(ExpressionTree left, ExpressionTree right) {
      boolean unboxes =
          ASTHelpers.getType(left).isPrimitive() || ASTHelpers.getType(right).isPrimitive();
      return unboxes ? ofOperand(left).and(ofOperand(right)) : of(left).and(of(right));
    }

    private Evaluation ofOperands(BinaryTree tree) {
      return ofOperand(tree.getLeftOperand()).and(ofOperand(tree.getRightOperand()));
    }

    /** Of an operand that is an object a method is called, to unbox it or to make it a string. */
    private Evaluation ofOperand(ExpressionTree operand) {
      Type type = ASTHelpers.getType(operand);
      if (type.isPrimitive() || ASTHelpers.isSameType(type, state.getSymtab().stringType, state)) {
        return of(operand);
      }
      return state.getTypes().unboxedTypeOrType(type).isPrimitive() ? READS.and(of(operand)) : ACTS;
    }

    private static boolean isType(Tree tree) {
      return tree instanceof ParameterizedTypeTree
          || tree instanceof ArrayTypeTree
          || TreeInfo.symbol((JCTree) tree) instanceof TypeSymbol;
    }

    private Evaluation ofVariable(@Nullable Symbol symbol) {
      if (!(symbol instanceof VarSymbol variable)) {
        return ACTS;
      }
      boolean isThis = variable.getSimpleName().contentEquals("this");
      if (isThis || variable.getConstantValue() != null) {
        return FIXED;
      }
      boolean isFixed = (variable.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0;
      return isFixed && !variable.getKind().isField() && startsWithItsValue(variable)
          ? FIXED
          : READS;
    }

    /** Of a local that is declared without a value, another argument may be what gives it one. */
    private boolean startsWithItsValue(VarSymbol variable) {
      return variable.getKind() != ElementKind.LOCAL_VARIABLE
          || (variable.flags() & Flags.HASINIT) != 0
          || isOfLoop(variable);
    }

    private boolean isOfLoop(VarSymbol variable) {
      for (Tree around : state.getPath()) {
        if (around instanceof EnhancedForLoopTree loop
            && TreeInfo.symbolFor((JCTree) loop.getVariable()) == variable) {
          return true;
        }
      }
      return false;
    }
  }
}
