package dev.baton.checker.model;

import static com.google.errorprone.util.ASTHelpers.findPathFromEnclosingNodeToTopLevel;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.CapturedType;
import com.sun.tools.javac.code.Type.ClassType;
import com.sun.tools.javac.code.Type.TypeVar;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place that takes a context and does not say that it takes null: a parameter, or the result of a
 * method or lambda.
 *
 * <p>Of type variables only those of a functional interface count as what was put in for them:
 * {@code Function<Context, R>.apply} takes a context. What {@code Optional<Context>.orElse} or
 * {@code List<Context>.add} takes is up to them, unless their variable is bounded by a context.
 *
 * @param kind what the place is
 * @param method the method or constructor that it belongs to; of a lambda, the one it implements
 * @param type the type of the place, a context
 * @param given what is put there: the argument, the returned expression, or the arm of a
 *     conditional or switch expression that yields it
 */
public record ContextSlot(Kind kind, MethodSymbol method, Type type, Tree given) {

  /** What a slot is. */
  public enum Kind {
    /** An argument of a call. */
    ARGUMENT,
    /** What a method returns. */
    METHOD_RESULT,
    /** What a lambda returns. */
    LAMBDA_RESULT
  }

  /** The slot that the value of the expression goes to; empty when it goes nowhere such. */
  public static Optional<ContextSlot> of(
      TreePath expression, Contexts contexts, VisitorState state) {
    try {
      return Optional.ofNullable(new Search(contexts, state).slotOf(expression));
    } catch (CompletionFailure missing) {
      // A type that the signature mentions is not on the class path.
      return Optional.empty();
    }
  }

  /** Follows a value outwards to where it is put. */
  private static final class Search {
    private final Contexts contexts;
    private final VisitorState state;

    Search(Contexts contexts, VisitorState state) {
      this.contexts = contexts;
      this.state = state;
    }

    @Nullable ContextSlot slotOf(TreePath expression) {
      TreePath value = expression;
      while (isWrapped(value)) {
        value = value.getParentPath();
      }
      Tree given = value.getLeaf();
      value = whereItGoes(value, true);
      Tree place = value.getParentPath().getLeaf();
      if (Parameter.takes(place, value.getLeaf())) {
        return ofArgument(place, value.getLeaf(), given);
      }
      if (place instanceof LambdaExpressionTree lambda && lambda.getBody() == value.getLeaf()) {
        return ofLambda(value.getParentPath(), given);
      }
      if (place instanceof ReturnTree) {
        return ofReturn(value.getParentPath(), given);
      }
      return null;
    }

    private static boolean isWrapped(TreePath value) {
      Tree outer = value.getParentPath().getLeaf();
      return outer instanceof ParenthesizedTree || outer instanceof TypeCastTree;
    }

    /** The outermost expression whose value is, or may be, that of the inner one. */
    private static TreePath whereItGoes(TreePath inner, boolean throughCasts) {
      TreePath value = inner;
      while (true) {
        Tree tree = value.getLeaf();
        TreePath outer = value.getParentPath();
        Tree around = outer.getLeaf();
        boolean passes =
            around instanceof ParenthesizedTree
                || (around instanceof TypeCastTree && throughCasts)
                || (around instanceof AssignmentTree assignment
                    && assignment.getExpression() == tree)
                || (around instanceof ConditionalExpressionTree choice
                    && choice.getCondition() != tree);
        if (passes) {
          value = outer;
        } else if (around instanceof YieldTree
            || (around instanceof CaseTree rule
                && rule.getBody() == tree
                && tree instanceof ExpressionTree)) {
          TreePath choice = findPathFromEnclosingNodeToTopLevel(outer, SwitchExpressionTree.class);
          if (choice == null) {
            // Broken code: a yield outside of every switch expression.
            return value;
          }
          value = choice;
        } else {
          return value;
        }
      }
    }

    private @Nullable ContextSlot ofArgument(Tree call, Tree argument, Tree given) {
      Parameter parameter = Parameter.of(call, argument, state).orElse(null);
      if (parameter == null) {
        return null;
      }
      Type type = asPutIn(parameter, call);
      if (type == null
          || Nullability.isDeclaredBy(type)
          || Nullability.isDeclaredByParameter(parameter, state)) {
        return null;
      }
      return new ContextSlot(Kind.ARGUMENT, parameter.method(), type, given);
    }

    /** The context type of a parameter, also one put in for the variable of an interface. */
    private @Nullable Type asPutIn(Parameter parameter, Tree call) {
      if (contexts.isContext(parameter.type(), state)) {
        return parameter.type();
      }
      if (parameter.type() instanceof TypeVar variable
          && variable.tsym.owner == parameter.method().owner
          && call instanceof MethodInvocationTree invocation
          && isOfFunctionalInterface(parameter.method())
          && !isMarkedWhereItComesFrom(ASTHelpers.getReceiver(invocation))) {
        Type actual = parameter.typeAt(call);
        return actual == null ? null : asContext(actual);
      }
      return null;
    }

    /**
     * Whether the function comes from a field or method that says in its type that it takes null;
     * what is called on the object itself comes from none.
     */
    private static boolean isMarkedWhereItComesFrom(@Nullable ExpressionTree function) {
      if (function == null) {
        return false;
      }
      Symbol origin = TreeInfo.symbolFor((JCTree) function);
      return origin != null && Nullability.isDeclaredWithin(origin);
    }

    private boolean isOfFunctionalInterface(MethodSymbol method) {
      return state.getTypes().isFunctionalInterface(method.enclClass())
          && state.getTypes().findDescriptorSymbol(method.enclClass()) == method;
    }

    /** The type if it takes contexts: of {@code ? super Context} the bound. */
    private @Nullable Type asContext(Type type) {
      Type taken = type instanceof CapturedType captured ? captured.getLowerBound() : type;
      return contexts.isContext(taken, state) ? taken : null;
    }

    private @Nullable ContextSlot ofReturn(TreePath statement, Tree given) {
      for (TreePath at = statement; at != null; at = at.getParentPath()) {
        if (at.getLeaf() instanceof LambdaExpressionTree) {
          return ofLambda(at, given);
        }
        if (at.getLeaf() instanceof MethodTree method) {
          return ofMethod(method, given);
        }
      }
      return null;
    }

    private @Nullable ContextSlot ofMethod(MethodTree declaration, Tree given) {
      if (!(TreeInfo.symbolFor((JCTree) declaration) instanceof MethodSymbol method)
          || !contexts.isContext(method.getReturnType(), state)
          || Nullability.isDeclaredByResult(method, state)) {
        return null;
      }
      return new ContextSlot(Kind.METHOD_RESULT, method, method.getReturnType(), given);
    }

    private @Nullable ContextSlot ofLambda(TreePath lambda, Tree given) {
      if (!(targetOf(lambda) instanceof ClassType target)
          || !state.getTypes().isFunctionalInterface(target)) {
        return null;
      }
      Type result = state.getTypes().findDescriptorType(target).getReturnType();
      MethodSymbol implemented = (MethodSymbol) state.getTypes().findDescriptorSymbol(target.tsym);
      if (!contexts.isContext(result, state)
          || Nullability.isDeclaredBy(result)
          || Nullability.isDeclaredByResult(implemented, state)) {
        return null;
      }
      return new ContextSlot(Kind.LAMBDA_RESULT, implemented, result, given);
    }

    /**
     * The functional interface that the lambda is for, as it is declared: where the lambda is an
     * argument, without what the compiler has put in for the callee's own type variables.
     */
    private @Nullable Type targetOf(TreePath lambda) {
      TreePath value = whereItGoes(lambda, false);
      Tree place = value.getParentPath().getLeaf();
      if (!Parameter.takes(place, value.getLeaf())) {
        return ((JCTree) lambda.getLeaf()).type;
      }
      return Parameter.of(place, value.getLeaf(), state)
          .filter(parameter -> !Nullability.isDeclaredWithin(parameter))
          .map(Parameter::type)
          .orElse(null);
    }
  }
}
