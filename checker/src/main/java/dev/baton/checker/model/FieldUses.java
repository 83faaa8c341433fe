package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody cancels what a field holds, or gets it to cancel. */
public final class FieldUses extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Slots slots;
  private final VisitorState state;

  /** The field and the locals that were assigned from it. */
  private final Set<Symbol> holders = new HashSet<>();

  private boolean cancelled;

  private FieldUses(Slots slots, VisitorState state) {
    this.slots = slots;
    this.state = state;
  }

  /**
   * Whether code of the outermost class around the path cancels the field, or hands its value on as
   * an owner; followed through locals, without regard to the order of statements.
   */
  public static boolean cancelOrHandOn(VarSymbol field, Slots slots, VisitorState state) {
    TreePath outermost = state.getPath();
    for (TreePath path = outermost; path != null; path = path.getParentPath()) {
      outermost = path.getLeaf() instanceof ClassTree ? path : outermost;
    }
    FieldUses uses = new FieldUses(slots, state);
    uses.holders.add(field);
    int known = 0;
    while (!uses.cancelled && known < uses.holders.size()) {
      known = uses.holders.size();
      uses.scan(outermost, null);
    }
    return uses.cancelled;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    return cancelled ? null : super.scan(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    mentioned(ASTHelpers.getSymbol(tree));
    return super.visitIdentifier(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    mentioned(ASTHelpers.getSymbol(tree));
    return super.visitMemberSelect(tree, null);
  }

  private void mentioned(@Nullable Symbol symbol) {
    if (!holders.contains(symbol)) {
      return;
    }
    Slot slot = slots.of(getCurrentPath(), state);
    if (slot.isTaken()) {
      cancelled = true;
    } else if (slot.isHeld()) {
      holders.add(slot.local());
    }
  }
}
