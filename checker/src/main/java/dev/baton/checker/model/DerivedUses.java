package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Whether code does anything with the context that a local gets but cancel it. Every other mention
 * that control may reach from there is a use, whatever comes of it.
 */
public final class DerivedUses extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final VarSymbol local;
  private final int from;
  private final Births births;
  private final VisitorState state;
  private boolean isUsed;

  private DerivedUses(VarSymbol local, int from, Births births, VisitorState state) {
    this.local = local;
    this.from = from;
    this.births = births;
    this.state = state;
  }

  /**
   * Whether there is a use.
   *
   * @param slot the declaration or the assignment by which the local gets the context
   * @param from where control may come from there, in the source
   */
  public static boolean exist(
      VarSymbol local, TreePath slot, int from, Births births, VisitorState state) {
    DerivedUses uses = new DerivedUses(local, from, births, state);
    uses.scan(Bodies.around(slot), null);
    return uses.isUsed;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    isUsed |=
        local.equals(TreeInfo.symbolFor((JCTree) tree))
            && ASTHelpers.getStartPosition(tree) >= from
            && !isEnded(getCurrentPath());
    return null;
  }

  /** Whether the mention only assigns, cancels or closes the local. */
  private boolean isEnded(TreePath mention) {
    TreePath outer = mention.getParentPath();
    if (outer.getLeaf() instanceof AssignmentTree assignment) {
      return assignment.getVariable() == mention.getLeaf();
    }
    if (outer.getLeaf() instanceof TryTree) {
      return true;
    }
    if (outer.getLeaf() instanceof MemberReferenceTree reference) {
      return births.areEndedBy(reference.getName().toString(), local.type, state);
    }
    return outer.getLeaf() instanceof MemberSelectTree select
        && outer.getParentPath().getLeaf() instanceof MethodInvocationTree
        && births.areEndedBy(select.getIdentifier().toString(), local.type, state);
  }
}
