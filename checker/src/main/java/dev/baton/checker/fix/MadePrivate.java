package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;

/** The fix that makes a field private, where all code that names the field goes on compiling. */
public final class MadePrivate {

  private MadePrivate() {}

  /** Nothing when the field cannot be private, or is named where a private one is out of reach. */
  public static SuggestedFix of(VariableTree tree, VisitorState state) {
    VarSymbol field = ASTHelpers.getSymbol(tree);
    if (field.owner.isInterface() || FieldLines.areShared(tree, state)) {
      return SuggestedFix.emptyFix();
    }
    return References.allInThisFile(field, state)
        .filter(references -> references.stream().allMatch(path -> reaches(path, field, state)))
        .flatMap(references -> Tokens.of(state))
        .filter(tokens -> tokens.startAt(ASTHelpers.getStartPosition(tree)))
        .map(tokens -> swapModifier(tree, tokens))
        .orElse(SuggestedFix.emptyFix());
  }

  /** Whether this code still means the field when it is private. */
  private static boolean reaches(TreePath reference, VarSymbol field, VisitorState state) {
    if (reference.getLeaf() instanceof MemberSelectTree select) {
      Type site = ASTHelpers.getType(select.getExpression());
      return site != null
          && site.tsym == field.owner
          && ASTHelpers.outermostClass(field) == outermostClass(reference);
    }
    // By its simple name, and not as a member that a subclass has inherited.
    for (Tree at : reference) {
      if (at instanceof ClassTree type) {
        ClassSymbol around = ASTHelpers.getSymbol(type);
        if (around == field.owner) {
          return true;
        }
        if (around.isSubClass(field.owner, state.getTypes())) {
          return false;
        }
      }
    }
    return false;
  }

  private static ClassSymbol outermostClass(TreePath path) {
    ClassTree innermost = ASTHelpers.findEnclosingNode(path, ClassTree.class);
    return ASTHelpers.outermostClass(ASTHelpers.getSymbol(innermost));
  }

  /** Replaces the word itself, wherever it stands among annotations and other modifiers. */
  private static SuggestedFix swapModifier(VariableTree tree, Tokens tokens) {
    int type = ASTHelpers.getStartPosition(tree.getType());
    int first = tokens.indexAt(ASTHelpers.getStartPosition(tree));
    for (int i = first; tokens.start(i) < type; i++) {
      if (tokens.is(i, "public") || tokens.is(i, "protected")) {
        return SuggestedFix.replace(tokens.start(i), tokens.end(i), "private");
      }
    }
    return SuggestedFix.emptyFix();
  }
}
