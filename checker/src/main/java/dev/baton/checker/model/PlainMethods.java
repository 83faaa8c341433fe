package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;

/** Methods whose work is over at once, so that no context could end it. */
public final class PlainMethods {

  private PlainMethods() {}

  /** Whether the method is one that needs no context, by its signature or its body. */
  public static boolean needNoContext(MethodTree tree, VisitorState state) {
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    boolean isFactory = method.isStatic() && method.getReturnType().tsym == method.owner;
    return isFactory
        || isOfObject(method, state)
        || (method.getParameters().isEmpty()
            && (method.getSimpleName().contentEquals("close")
                || isAccessorOfRecord(method)
                || onlyReturnsField(tree)));
  }

  /** Whether it is declared as a method of {@code Object} is, be it in an interface. */
  private static boolean isOfObject(MethodSymbol method, VisitorState state) {
    for (Symbol member :
        state.getSymtab().objectType.tsym.members().getSymbolsByName(method.name)) {
      if (member instanceof MethodSymbol known
          && state
              .getTypes()
              .isSameTypes(method.type.getParameterTypes(), known.type.getParameterTypes())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the method is the accessor of a component of a record. */
  public static boolean isAccessorOfRecord(MethodSymbol method) {
    return method.owner instanceof ClassSymbol type
        && type.getRecordComponents().stream().anyMatch(component -> component.accessor == method);
  }

  private static boolean onlyReturnsField(MethodTree tree) {
    return tree.getBody() != null
        && tree.getBody().getStatements().size() == 1
        && tree.getBody().getStatements().get(0) instanceof ReturnTree statement
        && isField(statement.getExpression());
  }

  private static boolean isField(ExpressionTree value) {
    return value != null
        && TreeInfo.symbol((JCTree) ASTHelpers.stripParentheses(value))
            instanceof VarSymbol variable
        && variable.getKind().isField()
        && !variable.getSimpleName().contentEquals("this");
  }
}
