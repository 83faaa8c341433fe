package dev.baton.checker.model;

import static com.google.errorprone.util.ASTHelpers.getType;
import static com.google.errorprone.util.ASTHelpers.stripParentheses;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a variable is given a context that is derived from the one it has. */
public final class Growth {

  /** In names of methods that step from a context to one that has been there before. */
  private static final Pattern STEP =
      Pattern.compile("(?i)parent|ancestor|outer|unwrap|delegate|next|previous|root");

  private final Contexts contexts;
  private final Derivations derivations;

  public Growth(Contexts contexts) {
    this.contexts = contexts;
    this.derivations = new Derivations(contexts);
  }

  /** Whether the call may be one by which a variable grows: it returns a context. */
  public boolean mayBeMadeBy(MethodInvocationTree call, VisitorState state) {
    return contexts.isContext(getType(call), state);
  }

  /** Whether the variable, a local, field or cell of an array, is assigned what it grows by. */
  public boolean isMadeBy(AssignmentTree assignment, VisitorState state) {
    ExpressionTree variable = assignment.getVariable();
    return derives(assignment.getExpression(), value -> isSame(value, variable), state);
  }

  /** Whether the function, of the context as its first parameter, gives one derived from it. */
  public boolean isMadeBy(Tree function, VisitorState state) {
    if (function instanceof MemberReferenceTree reference) {
      return TreeInfo.symbolFor((JCTree) reference) instanceof MethodSymbol method
          && !method.isConstructor()
          && contexts.isContext(method.getReturnType(), state)
          && mayDerive(method, state);
    }
    if (!(function instanceof LambdaExpressionTree lambda) || lambda.getParameters().isEmpty()) {
      return false;
    }
    Symbol parameter = TreeInfo.symbolFor((JCTree) lambda.getParameters().get(0));
    Predicate<ExpressionTree> isParameter =
        value -> parameter != null && parameter.equals(TreeInfo.symbolFor((JCTree) value));
    boolean[] found = {false};
    new Results() {
      @Override
      void result(@Nullable ExpressionTree result) {
        found[0] |= result != null && derives(result, isParameter, state);
      }

      @Override
      public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        result(tree.getExpression());
        return null;
      }
    }.scanBody(lambda.getBody());
    return found[0];
  }

  /** Whether the value is derived from one for which the predicate holds, in any arm. */
  private boolean derives(
      ExpressionTree value, Predicate<ExpressionTree> isOld, VisitorState state) {
    ExpressionTree bare = stripParentheses(value);
    if (bare instanceof TypeCastTree cast) {
      return derives(cast.getExpression(), isOld, state);
    }
    if (bare instanceof AssignmentTree assignment) {
      return derives(assignment.getExpression(), isOld, state);
    }
    if (bare instanceof ConditionalExpressionTree choice) {
      return derives(choice.getTrueExpression(), isOld, state)
          || derives(choice.getFalseExpression(), isOld, state);
    }
    if (bare instanceof SwitchExpressionTree choice) {
      boolean[] found = {false};
      new Results() {
        @Override
        void result(@Nullable ExpressionTree result) {
          found[0] |= result != null && derives(result, isOld, state);
        }
      }.scan(choice.getCases(), null);
      return found[0];
    }
    return bare instanceof MethodInvocationTree call && derivesByCall(call, isOld, state);
  }

  private boolean derivesByCall(
      MethodInvocationTree call, Predicate<ExpressionTree> isOld, VisitorState state) {
    ExpressionTree same = ReturnedArgument.of(call);
    if (same != null) {
      return derives(same, isOld, state);
    }
    if (!(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method)
        || !contexts.isContext(getType(call), state)) {
      return false;
    }
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    List<? extends ExpressionTree> arguments = call.getArguments();
    boolean isOnReceiver =
        receiver != null && (isOld.test(bare(receiver)) || derives(receiver, isOld, state));
    boolean isOnArgument =
        arguments.stream()
            .anyMatch(given -> isOld.test(bare(given)) || derives(given, isOld, state));
    return (isOnReceiver || isOnArgument) && mayDerive(method, state);
  }

  /** The value without the parentheses and casts around it. */
  public static ExpressionTree bare(ExpressionTree value) {
    ExpressionTree inner = stripParentheses(value);
    return inner instanceof TypeCastTree cast ? bare(cast.getExpression()) : inner;
  }

  /** Whether what the method returns may be a new context. */
  private boolean mayDerive(MethodSymbol method, VisitorState state) {
    if (derivations.happenAt(method, state)) {
      return true;
    }
    // It chooses among what it is given: requireNonNullElse, orElse.
    Type returned = method.getReturnType();
    if (returned.tsym.owner == method && !contexts.isContext(returned, state)) {
      return false;
    }
    String name = method.getSimpleName().toString();
    boolean getsMore = method.isStatic() || !method.getParameters().isEmpty();
    return getsMore ? !STEP.matcher(name).find() : Births.startsWithCreatingWord(name);
  }

  /** Whether both name the same local, the same field of the same object or the same cell. */
  public static boolean isSame(Tree one, Tree other) {
    Tree left = TreeInfo.skipParens((JCTree) one);
    Tree right = TreeInfo.skipParens((JCTree) other);
    if (left instanceof ArrayAccessTree cell && right instanceof ArrayAccessTree otherCell) {
      return isSame(cell.getExpression(), otherCell.getExpression())
          && isSameIndex(cell.getIndex(), otherCell.getIndex());
    }
    if (!(TreeInfo.symbolFor((JCTree) left) instanceof VarSymbol variable)
        || !variable.equals(TreeInfo.symbolFor((JCTree) right))) {
      return false;
    }
    ExpressionTree object = objectOf(left);
    ExpressionTree otherObject = objectOf(right);
    if (object == null || otherObject == null) {
      return object == otherObject;
    }
    return isSame(object, otherObject);
  }

  private static boolean isSameIndex(ExpressionTree one, ExpressionTree other) {
    Object constant = ASTHelpers.constValue(one);
    return constant == null ? isSame(one, other) : constant.equals(ASTHelpers.constValue(other));
  }

  /** The object whose field the tree names; null for one of this object, and for a local. */
  private static @Nullable ExpressionTree objectOf(Tree variable) {
    if (!(variable instanceof MemberSelectTree select)
        || !(TreeInfo.symbolFor((JCTree) variable) instanceof VarSymbol field)
        || field.isStatic()) {
      return null;
    }
    ExpressionTree object = select.getExpression();
    return object instanceof IdentifierTree name && name.getName().contentEquals("this")
        ? null
        : object;
  }

  /** The field or the local at the bottom of what the tree names. */
  public static @Nullable VarSymbol rootOf(Tree variable) {
    Tree tree = TreeInfo.skipParens((JCTree) variable);
    if (tree instanceof ArrayAccessTree cell) {
      return rootOf(cell.getExpression());
    }
    ExpressionTree object = objectOf(tree);
    VarSymbol root = object == null ? null : rootOf(object);
    return root != null || !(TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol named)
        ? root
        : named;
  }

  /** What a switch, or the body of a lambda, has as its value. */
  private abstract static class Results extends TreeScanner<@Nullable Void, @Nullable Void> {

    abstract void result(@Nullable ExpressionTree result);

    void scanBody(Tree body) {
      if (body instanceof ExpressionTree value) {
        result(value);
      } else {
        scan(body, null);
      }
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
      if (tree.getBody() instanceof ExpressionTree value) {
        result(value);
      }
      return super.visitCase(tree, null);
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
      result(tree.getValue());
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      return null;
    }
  }
}
