package dev.baton.checker.fix;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ClassType;
import com.sun.tools.javac.code.Type.TypeVar;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import dev.baton.checker.model.ContextSlot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value has to be to take the place of another one that goes to a slot.
 *
 * @param ofSlot the type that the slot has here, with what is put in for the type variables of its
 *     declaration
 * @param isInferred whether a value of another type would make another type of the slot, and of
 *     what the call returns
 * @param onTheWay the types that the value is cast to, or that the variables have to which it is
 *     assigned, before it comes to the slot
 */
record ExpectedType(Type ofSlot, boolean isInferred, ImmutableList<Type> onTheWay) {

  /** What is expected of a value in the place of {@code slot.given()}, which the path is below. */
  static ExpectedType of(ContextSlot slot, TreePath value, VisitorState state) {
    Type ofSlot = typeOf(slot, value, state);
    ImmutableList.Builder<Type> onTheWay = ImmutableList.builder();
    TreePath at = value;
    while (at.getLeaf() != slot.given()) {
      at = at.getParentPath();
    }
    for (TreePath outer = at.getParentPath(); !isPlace(outer.getLeaf(), at.getLeaf()); ) {
      if (outer.getLeaf() instanceof TypeCastTree || outer.getLeaf() instanceof AssignmentTree) {
        onTheWay.add(ASTHelpers.getType(outer.getLeaf()));
      }
      at = outer;
      outer = at.getParentPath();
    }
    boolean isInferred =
        slot.type() instanceof TypeVar variable
            && !state.getTypes().isSameType(variable, ofSlot)
            && (variable.tsym.owner instanceof MethodSymbol
                || at.getParentPath().getLeaf() instanceof NewClassTree);
    return new ExpectedType(ofSlot, isInferred, onTheWay.build());
  }

  /** Whether that is the place: a call, a return, a lambda. */
  private static boolean isPlace(Tree outer, Tree value) {
    return (outer instanceof StatementTree && !(outer instanceof YieldTree))
        || outer instanceof LambdaExpressionTree
        || argumentsOf(outer).contains(value);
  }

  /** Whether a value of the type can be put there. */
  boolean takes(Type type, VisitorState state) {
    return (isInferred
            ? state.getTypes().isSameType(type, ofSlot)
            : state.getTypes().isSubtype(type, ofSlot))
        && onTheWay.stream().allMatch(wanted -> state.getTypes().isSubtype(type, wanted));
  }

  private static Type typeOf(ContextSlot slot, TreePath value, VisitorState state) {
    if (slot.kind() == ContextSlot.Kind.METHOD_RESULT) {
      return slot.type();
    }
    Tree inner = value.getLeaf();
    for (Tree outer : value.getParentPath()) {
      if (outer instanceof LambdaExpressionTree && slot.kind() == ContextSlot.Kind.LAMBDA_RESULT) {
        return resultOf(((JCTree) outer).type, slot, state);
      }
      int index = argumentsOf(outer).indexOf(inner);
      if (index >= 0) {
        Type parameter = parameterOf(outer, index);
        return parameter == null ? slot.type() : parameter;
      }
      inner = outer;
    }
    return slot.type();
  }

  static List<? extends Tree> argumentsOf(Tree call) {
    if (call instanceof MethodInvocationTree invocation) {
      return invocation.getArguments();
    }
    return call instanceof NewClassTree creation ? creation.getArguments() : List.of();
  }

  private static Type resultOf(@Nullable Type lambda, ContextSlot slot, VisitorState state) {
    return lambda instanceof ClassType && state.getTypes().isFunctionalInterface(lambda)
        ? state.getTypes().findDescriptorType(lambda).getReturnType()
        : slot.type();
  }

  private static @Nullable Type parameterOf(Tree call, int index) {
    Type method;
    Type element;
    if (call instanceof JCNewClass creation) {
      method = creation.constructorType;
      element = creation.varargsElement;
    } else {
      method = ASTHelpers.getType(((JCMethodInvocation) call).getMethodSelect());
      element = ((JCMethodInvocation) call).varargsElement;
    }
    if (method == null) {
      return null;
    }
    int last = method.getParameterTypes().size() - 1;
    if (element != null && index >= last) {
      return element;
    }
    return index <= last ? method.getParameterTypes().get(index) : null;
  }
}
