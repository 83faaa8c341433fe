package dev.baton.checker.metamorphic;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what a lambda cannot do with the variables around it: assign them, or see it done. */
final class Captures extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final Set<Symbol> own = new HashSet<>();
  private boolean arePossible = true;

  private Captures() {}

  /** Whether a lambda may contain the block. */
  static boolean arePossible(BlockTree block) {
    Captures captures = new Captures();
    captures.scan(block, null);
    return captures.arePossible;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    own.add(ASTHelpers.getSymbol(tree));
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    arePossible &=
        !(ASTHelpers.getSymbol(tree.getVariable()) instanceof VarSymbol variable)
            || !variable.getKind().isField()
            || !isConstant(variable);
    return super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    arePossible &=
        !(ASTHelpers.getSymbol(tree) instanceof VarSymbol variable)
            || variable.getKind().isField()
            || own.contains(variable)
            || isConstant(variable);
    return null;
  }

  private static boolean isConstant(VarSymbol variable) {
    return (variable.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0;
  }
}
