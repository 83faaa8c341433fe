package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ClassType;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import dev.baton.checker.model.ContextSlot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type that a slot has here, with what is put in for the type variables of its declaration. */
final class ExpectedType {

  private ExpectedType() {}

  /** The type in the slot that the value at the path goes to. */
  static Type of(ContextSlot slot, TreePath value, VisitorState state) {
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
