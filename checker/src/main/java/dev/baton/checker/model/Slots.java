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
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ArrayType;
import com.sun.tools.javac.code.Type.CapturedType;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import dev.baton.checker.model.Yields.Yield;
import java.util.List;
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
              : of(outer, state);
      case CASE ->
          ((CaseTree) parent).getBody() == tree
                  && outer.getParentPath().getLeaf() instanceof SwitchExpressionTree
              ? of(outer.getParentPath(), state)
              : Slot.borrowedBy(parent);
      case YIELD -> of(enclosingSwitch(outer), state);
      case VARIABLE -> ofVariable((VariableTree) parent, outer, state);
      case ASSIGNMENT -> ofAssignment(tree, (AssignmentTree) parent, state);
      case RETURN -> ofReturn(outer, state);
      case LAMBDA_EXPRESSION -> ofResult((LambdaExpressionTree) parent, parent, state);
      case METHOD_INVOCATION -> ofArgument(tree, (MethodInvocationTree) parent, state);
      case NEW_CLASS -> ofArgument(tree, (NewClassTree) parent, state);
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

  private static TreePath enclosingSwitch(TreePath yield) {
    TreePath path = yield;
    while (!(path.getLeaf() instanceof SwitchExpressionTree)) {
      path = path.getParentPath();
    }
    return path;
  }

  private Slot ofVariable(VariableTree variable, TreePath path, VisitorState state) {
    if (path.getParentPath().getLeaf() instanceof TryTree) {
      return Slot.takenBy(variable);
    }
    return ofTarget(getSymbol(variable), getType(variable), variable, state);
  }

  private Slot ofAssignment(Tree value, AssignmentTree assignment, VisitorState state) {
    if (assignment.getExpression() != value) {
      return Slot.borrowedBy(assignment);
    }
    Tree target = assignment.getVariable();
    return ofTarget(
        getSymbol(target) instanceof VarSymbol variable ? variable : null,
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
    if (isLocal && isFollowed(type, state)) {
      return Slot.heldBy(variable, tree);
    }
    return takesOver(type, state) ? Slot.takenBy(tree) : Slot.borrowedBy(tree);
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
      Type type = getType(function);
      return type == null
          || takesOver(state.getTypes().findDescriptorType(type).getReturnType(), state);
    } catch (CompletionFailure notFunctional) {
      return true;
    }
  }

  /** Whether the method that is named ends what it is called on, or takes over what it is given. */
  boolean takeArgumentsOf(MemberReferenceTree reference, VisitorState state) {
    JCMemberReference named = (JCMemberReference) reference;
    if (!(named.sym instanceof MethodSymbol method) || named.referentType == null) {
      return isEnding(reference, state);
    }
    List<Type> slots = named.referentType.getParameterTypes();
    for (int i = 0; i < slots.size(); i++) {
      Type slot = slots.get(i);
      boolean fits = isAnyObject(slot, method, i, state) || isFollowed(slot, state);
      if (fits && ofArgument(i, method, named.referentType, null, reference, state).isTaken()) {
        return true;
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

  private Slot ofArgument(Tree value, MethodInvocationTree call, VisitorState state) {
    return ofArgument(
        call.getArguments().indexOf(value),
        getSymbol((Tree) call.getMethodSelect()) instanceof MethodSymbol method ? method : null,
        getType(call.getMethodSelect()),
        ((JCMethodInvocation) call).varargsElement,
        call,
        state);
  }

  private Slot ofArgument(Tree value, NewClassTree creation, VisitorState state) {
    JCNewClass call = (JCNewClass) creation;
    return ofArgument(
        creation.getArguments().indexOf(value),
        call.constructor instanceof MethodSymbol constructor ? constructor : null,
        call.constructorType,
        call.varargsElement,
        creation,
        state);
  }

  private Slot ofArgument(
      int index,
      @Nullable MethodSymbol method,
      @Nullable Type type,
      @Nullable Type varargsElement,
      Tree call,
      VisitorState state) {
    if (index < 0) {
      return Slot.borrowedBy(call);
    }
    if (method == null || type == null || type.getParameterTypes().isEmpty()) {
      return Slot.takenBy(call);
    }
    int last = type.getParameterTypes().size() - 1;
    Type slot =
        varargsElement != null && index >= last
            ? varargsElement
            : type.getParameterTypes().get(Math.min(index, last));
    if (!takesOver(slot, state)) {
      return Slot.borrowedBy(call);
    }
    return isAnyObject(slot, method, index, state)
            && QuietCallees.onlyLooksAt(declaredParameter(method, index), method)
        ? Slot.borrowedBy(call)
        : Slot.takenBy(call);
  }

  /** Whether the method takes whatever it gets: it declares Object or a free type variable. */
  private static boolean isAnyObject(
      Type slot, MethodSymbol method, int index, VisitorState state) {
    return slot.tsym == state.getSymtab().objectType.tsym
        || declaredParameter(method, index).hasTag(TypeTag.TYPEVAR);
  }

  private static Type declaredParameter(MethodSymbol method, int index) {
    List<Type> parameters = method.type.getParameterTypes();
    Type declared = parameters.get(Math.min(index, parameters.size() - 1));
    return method.isVarArgs() && index >= parameters.size() - 1
        ? ((ArrayType) declared).elemtype
        : declared;
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
