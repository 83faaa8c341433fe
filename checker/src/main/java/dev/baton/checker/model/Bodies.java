package dev.baton.checker.model;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ArrayType;
import com.sun.tools.javac.code.TypeTag;
import java.util.List;

/** Pieces of code that run from their begin to their end: each is looked at by itself. */
public final class Bodies {

  private Bodies() {}

  /**
   * The innermost body around the tree: that of a method, constructor, initializer or lambda, or a
   * field with its initializer.
   */
  public static TreePath around(TreePath path) {
    TreePath inner = path;
    TreePath outer = path.getParentPath();
    while (!(outer.getLeaf() instanceof MethodTree
        || outer.getLeaf() instanceof LambdaExpressionTree
        || outer.getLeaf() instanceof ClassTree)) {
      inner = outer;
      outer = outer.getParentPath();
    }
    return inner;
  }

  /** The outermost class around the tree; the tree itself where there is none. */
  static TreePath outermostClass(TreePath path) {
    TreePath outermost = path;
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      outermost = at.getLeaf() instanceof ClassTree ? at : outermost;
    }
    return outermost;
  }

  /** Whether it is the body of the method that a process begins and ends with. */
  public static boolean isOfMain(TreePath body) {
    if (!(body.getParentPath().getLeaf() instanceof MethodTree method)
        || !method.getName().contentEquals("main")) {
      return false;
    }
    MethodSymbol symbol = ASTHelpers.getSymbol(method);
    List<Type> parameters = symbol.type.getParameterTypes();
    return symbol.getReturnType().hasTag(TypeTag.VOID)
        && !symbol.isPrivate()
        && (parameters.isEmpty() ? takesNoArguments(symbol) : takesArguments(parameters));
  }

  private static boolean takesArguments(List<Type> parameters) {
    return parameters.size() == 1
        && parameters.get(0) instanceof ArrayType array
        && array.elemtype.tsym.getQualifiedName().contentEquals("java.lang.String");
  }

  /** Since Java 25. */
  private static boolean takesNoArguments(MethodSymbol main) {
    return main.isStatic() || Runtime.version().feature() >= 25;
  }
}
