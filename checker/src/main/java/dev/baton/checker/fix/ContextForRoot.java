package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;

/** The fix that puts a context in the place of a root. */
public final class ContextForRoot {

  private ContextForRoot() {}

  /**
   * Nothing where the context is of another type and that matters, or is set by the root itself.
   */
  public static SuggestedFix of(ExpressionTree root, VarSymbol context, VisitorState state) {
    String name = context.getSimpleName().toString();
    if (root instanceof MemberReferenceTree reference) {
      boolean isFixed = (context.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0;
      Type given = ASTHelpers.getType(reference.getQualifierExpression());
      return isFixed && ASTHelpers.isSameType(context.type, given, state)
          ? SuggestedFix.replace(root, "() -> " + name)
          : SuggestedFix.emptyFix();
    }
    Tree outer = state.getPath().getParentPath().getLeaf();
    boolean isLeftAlone =
        outer instanceof ExpressionStatementTree
            || (outer instanceof AssignmentTree assignment
                && context.equals(TreeInfo.symbolFor((JCTree) assignment.getVariable())));
    boolean fits =
        ASTHelpers.isSameType(context.type, ASTHelpers.getType(root), state)
            || outer instanceof MemberSelectTree
            || outer instanceof AssignmentTree
            || isTaken(context, root, outer, state)
            || (outer instanceof JCVariableDecl variable && !variable.declaredUsingVar());
    return fits && !isLeftAlone ? SuggestedFix.replace(root, name) : SuggestedFix.emptyFix();
  }

  /** Whether the root is an argument for a parameter that takes the context as well. */
  private static boolean isTaken(
      VarSymbol context, ExpressionTree root, Tree call, VisitorState state) {
    int index = ExpectedType.argumentsOf(call).indexOf(root);
    return index >= 0
        && TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
        && index < method.getParameters().size()
        && !method.getParameters().get(index).type.hasTag(TypeTag.TYPEVAR)
        && ASTHelpers.isSubtype(context.type, method.getParameters().get(index).type, state);
  }
}
