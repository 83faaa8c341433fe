package dev.baton.checker.fix;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.google.errorprone.util.FindIdentifiers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.KindSelector;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.RootFactory;
import org.jspecify.annotations.Nullable;

/**
 * The fix that puts the call of a root factory, such as {@code Context.background()}, in the place
 * of each use of a field that holds its result, and takes the field out.
 */
public final class InlinedRoot {

  private InlinedRoot() {}

  /** Nothing when the field is no such constant, or is used where the call means something else. */
  public static SuggestedFix of(VariableTree tree, Contexts contexts, VisitorState state) {
    VarSymbol field = ASTHelpers.getSymbol(tree);
    if (!isFixedInThePackage(field)
        || !tree.getModifiers().getAnnotations().isEmpty()
        || FieldLines.areShared(tree, state)
        || !RootFactory.isCalledBy(tree.getInitializer(), contexts, state)
        || !state.getTypes().isSameType(field.type, ASTHelpers.getType(tree.getInitializer()))) {
      return SuggestedFix.emptyFix();
    }
    IdentifierTree outset = outsetOf(tree.getInitializer());
    if (outset == null) {
      return SuggestedFix.emptyFix();
    }
    return References.allInThisFile(field, state)
        .filter(uses -> uses.stream().allMatch(use -> canCall(outset, use, state)))
        .flatMap(uses -> Tokens.of(state).map(tokens -> inline(tree, uses, tokens, state)))
        .orElse(SuggestedFix.emptyFix());
  }

  private static boolean isFixedInThePackage(VarSymbol field) {
    return (field.flags() & Flags.FINAL) != 0
        && (field.flags() & (Flags.PUBLIC | Flags.PROTECTED)) == 0;
  }

  /** The first name of the call, on which the meaning of the rest depends. */
  private static @Nullable IdentifierTree outsetOf(ExpressionTree call) {
    ExpressionTree at = ((MethodInvocationTree) call).getMethodSelect();
    if (!(at instanceof MemberSelectTree)) {
      return null;
    }
    while (at instanceof MemberSelectTree select) {
      at = select.getExpression();
    }
    return at instanceof IdentifierTree name ? name : null;
  }

  /** Whether the call means the same here as at the field, and the use does nothing but read it. */
  private static boolean canCall(IdentifierTree outset, TreePath use, VisitorState state) {
    VisitorState here = state.withPath(use);
    String name = outset.getName().toString();
    try {
      return isPlain(use.getLeaf())
          && FindIdentifiers.findIdent(name, here, KindSelector.VAL_TYP_PCK)
              == ASTHelpers.getSymbol(outset)
          && FindIdentifiers.findAllIdents(here).stream()
              .noneMatch(variable -> variable.getSimpleName().contentEquals(name));
    } catch (IllegalArgumentException unresolved) {
      // Error Prone asks each call around for its method, and one of them has none.
      return false;
    }
  }

  /** By its name, or through its class or object: with no expression before it that would go. */
  private static boolean isPlain(Tree use) {
    if (!(use instanceof MemberSelectTree select)) {
      return true;
    }
    ExpressionTree before = select.getExpression();
    Symbol owner = TreeInfo.symbol((JCTree) before);
    return owner != null
        && (owner.getKind().isClass()
            || owner.getKind().isInterface()
            || owner.getSimpleName().contentEquals("this")
            || owner.getSimpleName().contentEquals("super"));
  }

  private static SuggestedFix inline(
      VariableTree field, ImmutableList<TreePath> uses, Tokens tokens, VisitorState state) {
    // A comment that links to the field would be left behind.
    if (tokens.source().contains("#" + field.getName())
        || !tokens.startAt(ASTHelpers.getStartPosition(field))) {
      return SuggestedFix.emptyFix();
    }
    String call = state.getSourceForNode(field.getInitializer());
    Edits edits = new Edits(tokens.source());
    for (TreePath use : uses) {
      int start = ASTHelpers.getStartPosition(use.getLeaf());
      int end = state.getEndPosition(use.getLeaf());
      if (!tokens.startAt(start)
          || !tokens.source().substring(start, end).endsWith(field.getName().toString())) {
        return SuggestedFix.emptyFix();
      }
      edits.replace(start, end, call);
    }
    FieldLines.of(field, tokens, state).remove(tokens, edits);
    return edits.toFix();
  }
}
