package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What code does with a key of context values. */
public enum KeyUse {
  /** It puts a value in under the key. */
  PUT,
  /** It looks the value of the key up. */
  GET,
  /**
   * It neither puts nor gets, and nobody else has the key from it: it compares it, or prints it.
   */
  LOOK,
  /** It hands the key on: what becomes of it is not seen here. */
  HAND_ON;

  /** What is done with the key that the expression gives. */
  public static KeyUse of(TreePath key, Contexts contexts, VisitorState state) {
    TreePath value = WholeValue.of(key);
    TreePath outer = value.getParentPath();
    Tree tree = outer.getLeaf();
    if (tree instanceof MethodInvocationTree call) {
      return ofArgument(call, contexts, state);
    }
    if (tree instanceof MemberSelectTree select) {
      return outer.getParentPath().getLeaf() instanceof MethodInvocationTree
              && select.getIdentifier().contentEquals("get")
          ? GET
          : LOOK;
    }
    if (tree instanceof MemberReferenceTree reference) {
      return reference.getName().contentEquals("get") ? GET : LOOK;
    }
    boolean isLook =
        switch (tree.getKind()) {
          case EQUAL_TO, NOT_EQUAL_TO, PLUS, INSTANCE_OF, EXPRESSION_STATEMENT -> true;
          case ASSIGNMENT -> ((AssignmentTree) tree).getVariable() == value.getLeaf();
          default -> false;
        };
    return isLook ? LOOK : HAND_ON;
  }

  /** All that the code below the path does with the key that a local holds. */
  public static Set<KeyUse> ofLocal(
      VarSymbol local, TreePath body, Contexts contexts, VisitorState state) {
    Set<KeyUse> uses = EnumSet.noneOf(KeyUse.class);
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        if (local.equals(TreeInfo.symbolFor((JCTree) tree))) {
          uses.add(of(getCurrentPath(), contexts, state));
        }
        return null;
      }
    }.scan(body, null);
    return uses;
  }

  /** A method of contexts that gives a context puts the value in; any other one looks it up. */
  private static KeyUse ofArgument(
      MethodInvocationTree call, Contexts contexts, VisitorState state) {
    if (!(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method)
        || !contexts.isContext(method.owner.type, state)
        || ASTHelpers.getReceiver(call) == null) {
      return HAND_ON;
    }
    return contexts.isContext(method.getReturnType(), state) ? PUT : GET;
  }
}
