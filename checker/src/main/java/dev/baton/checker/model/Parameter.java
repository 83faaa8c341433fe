package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameter that an argument is for.
 *
 * @param method the method or constructor that is called, as it is declared
 * @param index the place of the parameter
 * @param isElement whether the argument is one of those that the call gathers into an array
 * @param type the declared type of the parameter, or of the array's elements
 */
record Parameter(MethodSymbol method, int index, boolean isElement, Type type) {

  /** Whether the tree is a call, and the argument one of its arguments. */
  static boolean takes(Tree call, Tree argument) {
    return argumentsOf(call).contains(argument);
  }

  /** The parameter for that argument of the call; empty where the call is broken. */
  static Optional<Parameter> of(Tree call, Tree argument, VisitorState state) {
    int index = argumentsOf(call).indexOf(argument);
    MethodSymbol callee = index < 0 ? null : calleeOf(call);
    if (callee == null || callee.getParameters().isEmpty()) {
      return Optional.empty();
    }
    int last = callee.getParameters().size() - 1;
    boolean isElement = varargsElementOf(call) != null && index >= last;
    int place = Math.min(index, last);
    Type declared = callee.getParameters().get(place).type;
    return Optional.of(
        new Parameter(
            callee, place, isElement, isElement ? state.getTypes().elemtype(declared) : declared));
  }

  /** Its type with what the call puts in for type variables; null where the call is broken. */
  @Nullable Type typeAt(Tree call) {
    Type varargsElement = varargsElementOf(call);
    if (isElement && varargsElement != null) {
      return varargsElement;
    }
    Type callee =
        call instanceof JCNewClass creation
            ? creation.constructorType
            : ASTHelpers.getType(((MethodInvocationTree) call).getMethodSelect());
    List<Type> types = callee == null ? List.of() : callee.getParameterTypes();
    // The constructor of an anonymous class may take the object around it first.
    int place = types.size() - method.getParameters().size() + index;
    return place >= 0 && place < types.size() ? types.get(place) : null;
  }

  private static List<? extends Tree> argumentsOf(Tree call) {
    if (call instanceof MethodInvocationTree invocation) {
      return invocation.getArguments();
    }
    return call instanceof NewClassTree creation ? creation.getArguments() : List.of();
  }

  /** The method that is called; for an anonymous class, the constructor that its own calls. */
  static @Nullable MethodSymbol calleeOf(Tree call) {
    if (call instanceof NewClassTree creation && creation.getClassBody() != null) {
      for (Tree member : creation.getClassBody().getMembers()) {
        if (member instanceof MethodTree method && ASTHelpers.isGeneratedConstructor(method)) {
          return superConstructorOf(method);
        }
      }
      return null;
    }
    return TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method ? method : null;
  }

  private static @Nullable MethodSymbol superConstructorOf(MethodTree constructor) {
    return !constructor.getBody().getStatements().isEmpty()
            && constructor.getBody().getStatements().get(0) instanceof ExpressionStatementTree first
            && first.getExpression() instanceof MethodInvocationTree call
        ? calleeOf(call)
        : null;
  }

  private static @Nullable Type varargsElementOf(Tree call) {
    return call instanceof JCNewClass creation
        ? creation.varargsElement
        : ((JCMethodInvocation) call).varargsElement;
  }
}
