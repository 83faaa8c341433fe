package dev.baton.checker.model;

import static com.google.errorprone.util.ASTHelpers.getSymbol;
import static com.google.errorprone.util.ASTHelpers.getType;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ArrayType;
import com.sun.tools.javac.code.Type.CapturedType;
import com.sun.tools.javac.code.Type.ClassType;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types.FunctionDescriptorLookupError;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Yields.Yield;
import java.util.Iterator;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of an expression goes, and what that means for the duty to cancel it.
 *
 * <p>The static type of the slot decides, as it is at this use: a slot that can cancel what it gets
 * takes the duty over, one of plain context type cannot.
 */
public final class Slots {

  private final Contexts contexts;
  private final Births births;
  private final Yields yields;

  public Slots(Contexts contexts, Births births) {
    this.contexts = contexts;
    this.births = births;
    this.yields = new Yields(contexts);
  }

  /** The slot of the expression at the end of the path. */
  public Slot of(TreePath value, VisitorState state) {
    Tree tree = value.getLeaf();
    TreePath outer = value.getParentPath();
    Tree parent = outer.getLeaf();
    return switch (parent.getKind()) {
      case PARENTHESIZED -> of(outer, state);
      case TYPE_CAST ->
          isPlain(getType(parent), state) ? Slot.borrowedBy(parent) : of(outer, state);
      case CONDITIONAL_EXPRESSION ->
          ((ConditionalExpressionTree) parent).getCondition() == tree
              ? Slot.borrowedBy(parent)
              : ofArm(tree, outer, state);
      case CASE ->
          ((CaseTree) parent).getBody() == tree
                  && outer.getParentPath().getLeaf() instanceof SwitchExpressionTree
              ? ofArm(tree, outer.getParentPath(), state)
              : Slot.borrowedBy(parent);
      case YIELD -> ofYield(tree, outer, state);
      case VARIABLE -> ofVariable((VariableTree) parent, outer, state);
      case ASSIGNMENT -> ofAssignment(tree, (AssignmentTree) parent, state);
      case RETURN -> ofReturn(outer, state);
      case LAMBDA_EXPRESSION -> ofResult((LambdaExpressionTree) parent, parent, state);
      case METHOD_INVOCATION ->
          ReturnedArgument.of((MethodInvocationTree) parent) == tree
              ? of(outer, state)
              : ofArgument(tree, parent, state);
      case NEW_CLASS -> ofArgument(tree, parent, state);
      case MEMBER_SELECT ->
          ofReceiver(tree, (MemberSelectTree) parent, outer.getParentPath().getLeaf(), state);
      case MEMBER_REFERENCE ->
          isEnding((MemberReferenceTree) parent, state)
              ? Slot.takenBy(parent)
              : Slot.borrowedBy(parent);
      case NEW_ARRAY -> ofElement(tree, (NewArrayTree) parent, state);
      // Only patterns can tell owners apart, and they bind what they match.
      case SWITCH, SWITCH_EXPRESSION -> Slot.takenBy(tree);
      case INSTANCE_OF ->
          tree instanceof MethodInvocationTree && ((InstanceOfTree) parent).getPattern() != null
              ? Slot.takenBy(tree)
              : Slot.borrowedBy(parent);
      case TRY ->
          ((TryTree) parent).getResources().contains(tree)
              ? Slot.takenBy(tree)
              : Slot.borrowedBy(parent);
      default -> Slot.borrowedBy(parent);
    };
  }

  /** Whether a local of this type holds a duty, or a container of such, and is followed. */
  public boolean isFollowed(@Nullable Type type, VisitorState state) {
    return type != null
        && !type.isPrimitiveOrVoid()
        && !isPlain(type, state)
        && type.tsym != state.getSymtab().objectType.tsym
        && (births.canBeCancelled(type, state) || isContainer(type, state));
  }

  /** Whether owners can be taken out of a value of this type. */
  boolean isContainer(@Nullable Type type, VisitorState state) {
    return yields.of(type, state) == Yield.OWNERS && !contexts.isContext(type, state);
  }

  /** The value of an arm is taken in that arm alone. */
  private Slot ofArm(Tree arm, TreePath choice, VisitorState state) {
    Slot slot = of(choice, state);
    return slot.isTaken() ? Slot.takenBy(arm) : slot;
  }

  private Slot ofYield(Tree value, TreePath yield, VisitorState state) {
    for (TreePath path = yield; path != null; path = path.getParentPath()) {
      if (path.getLeaf() instanceof SwitchExpressionTree) {
        return ofArm(value, path, state);
      }
    }
    // Outside of a switch, which does not compile.
    return Slot.takenBy(value);
  }

  private Slot ofVariable(VariableTree variable, TreePath path, VisitorState state) {
    if (path.getParentPath().getLeaf() instanceof TryTree) {
      return Slot.takenBy(variable);
    }
    return ofTarget(
        TreeInfo.symbolFor((JCTree) variable) instanceof VarSymbol local ? local : null,
        getType(variable),
        variable,
        state);
  }

  private Slot ofAssignment(Tree value, AssignmentTree assignment, VisitorState state) {
    if (assignment.getExpression() != value) {
      return Slot.borrowedBy(assignment);
    }
    Tree target = assignment.getVariable();
    return ofTarget(
        TreeInfo.symbolFor((JCTree) target) instanceof VarSymbol variable ? variable : null,
        getType(target),
        assignment,
        state);
  }

  private Slot ofTarget(
      @Nullable VarSymbol variable, @Nullable Type type, Tree tree, VisitorState state) {
    boolean isLocal = variable != null && !variable.getKind().isField();
    if (isLocal && variable.getSimpleName().isEmpty()) {
      return Slot.borrowedBy(tree);
    }
    if (isLocal && isFollowed(type, state) && !isOfCompactConstructor(variable)) {
      return Slot.heldBy(variable, tree);
    }
    return takesOver(type, state) ? Slot.takenBy(tree) : Slot.borrowedBy(tree);
  }

  /** What a compact constructor leaves in its parameter goes to the field. */
  private static boolean isOfCompactConstructor(VarSymbol variable) {
    return variable.getKind() == ElementKind.PARAMETER
        && (variable.owner.flags() & Flags.COMPACT_RECORD_CONSTRUCTOR) != 0;
  }

  private Slot ofReturn(TreePath statement, VisitorState state) {
    for (Tree tree : statement.getParentPath()) {
      if (tree instanceof LambdaExpressionTree lambda) {
        return ofResult(lambda, statement.getLeaf(), state);
      }
      if (tree instanceof MethodTree method) {
        MethodSymbol symbol = getSymbol(method);
        return Annotations.has(symbol, Births.MUST_CANCEL)
                || takesOver(symbol.getReturnType(), state)
            ? Slot.takenBy(statement.getLeaf())
            : Slot.borrowedBy(statement.getLeaf());
      }
    }
    return Slot.borrowedBy(statement.getLeaf());
  }

  private Slot ofResult(LambdaExpressionTree lambda, Tree tree, VisitorState state) {
    return resultTakesOver(lambda, state) ? Slot.takenBy(tree) : Slot.borrowedBy(tree);
  }

  /** Whether the function that a lambda or method reference makes returns what can be cancelled. */
  public boolean resultTakesOver(ExpressionTree function, VisitorState state) {
    try {
      return !(getType(function) instanceof ClassType type)
          || takesOver(state.getTypes().findDescriptorType(type).getReturnType(), state);
    } catch (FunctionDescriptorLookupError | CompletionFailure notFunctional) {
      return true;
    }
  }

  /** Whether the lambda stands for a function that returns nothing. */
  public static boolean dropResultOf(LambdaExpressionTree lambda, VisitorState state) {
    try {
      return getType(lambda) instanceof ClassType type
          && state.getTypes().findDescriptorType(type).getReturnType().hasTag(TypeTag.VOID);
    } catch (FunctionDescriptorLookupError | CompletionFailure notFunctional) {
      return false;
    }
  }

  /** Whether the method that is named ends what it is called on, or takes over what it is given. */
  boolean takeArgumentsOf(MemberReferenceTree reference, VisitorState state) {
    JCMemberReference named = (JCMemberReference) reference;
    if (named.sym instanceof MethodSymbol method && named.referentType != null) {
      Iterator<Type> declared = method.type.getParameterTypes().iterator();
      for (Type slot : named.referentType.getParameterTypes()) {
        Type parameter = declared.next();
        boolean fits = isAnyObject(slot, parameter, state) || isFollowed(slot, state);
        if (fits && takesOver(slot, parameter, method, state)) {
          return true;
        }
      }
    }
    return isEnding(reference, state);
  }

  private boolean isEnding(MemberReferenceTree reference, VisitorState state) {
    return births.areEndedBy(
        reference.getName().toString(), getType(reference.getQualifierExpression()), state);
  }

  private Slot ofReceiver(Tree receiver, MemberSelectTree select, Tree outer, VisitorState state) {
    boolean isEnded =
        outer instanceof MethodInvocationTree
            && births.areEndedBy(select.getIdentifier().toString(), getType(receiver), state);
    return isEnded ? Slot.takenBy(outer) : Slot.borrowedBy(outer);
  }

  private Slot ofArgument(Tree value, Tree call, VisitorState state) {
    if (!Parameter.takes(call, value)) {
      return Slot.borrowedBy(call);
    }
    Parameter parameter = Parameter.of(call, value, state).orElse(null);
    return parameter == null
            || takesOver(parameter.typeAt(call), parameter.type(), parameter.method(), state)
        ? Slot.takenBy(call)
        : Slot.borrowedBy(call);
  }

  /** Whether an argument of the method has the duty, by its slot and how that is declared. */
  private boolean takesOver(
      @Nullable Type slot, Type declared, MethodSymbol method, VisitorState state) {
    return takesOver(slot, state)
        && !(isAnyObject(slot, declared, state) && QuietCallees.onlyLooksAt(declared, method));
  }

  /** Whether a method that declares it takes whatever it gets: Object or a free type variable. */
  private static boolean isAnyObject(@Nullable Type slot, Type declared, VisitorState state) {
    return declared.hasTag(TypeTag.TYPEVAR)
        || (slot != null && slot.tsym == state.getSymtab().objectType.tsym);
  }

  private Slot ofElement(Tree value, NewArrayTree array, VisitorState state) {
    if (array.getInitializers() == null || !array.getInitializers().contains(value)) {
      return Slot.borrowedBy(array);
    }
    return getType(array) instanceof ArrayType type && !takesOver(type.elemtype, state)
        ? Slot.borrowedBy(array)
        : Slot.takenBy(array);
  }

  /** Whether a slot of this type has the duty from now on. */
  private boolean takesOver(@Nullable Type slot, VisitorState state) {
    Type type = slot;
    if (type instanceof CapturedType captured && !captured.getLowerBound().hasTag(TypeTag.BOT)) {
      type = captured.getLowerBound();
    }
    return type == null || !(type.hasTag(TypeTag.VOID) || isPlain(type, state));
  }

  /** Whether the type is that of contexts which cannot be cancelled through it. */
  private boolean isPlain(@Nullable Type type, VisitorState state) {
    return yields.of(type, state) == Yield.CONTEXTS;
  }
}
