package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Contexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fix that passes a derived context where its parent was passed, in the rest of the block.
 *
 * <p>Offered only where all that is done with the parent there is to give it to calls that end
 * before the block does, as far as the types of their results tell.
 */
public final class InsteadOfParent {

  private final VarSymbol parent;
  private final VarSymbol derived;
  private final Contexts contexts;
  private final VisitorState state;

  private InsteadOfParent(
      VarSymbol parent, VarSymbol derived, Contexts contexts, VisitorState state) {
    this.parent = parent;
    this.derived = derived;
    this.contexts = contexts;
    this.state = state;
  }

  /**
   * The fix; an empty one where it would break something.
   *
   * @param declaration the path of the local that holds the derived context, as its initial value
   */
  public static SuggestedFix of(
      TreePath declaration, VarSymbol parent, Contexts contexts, VisitorState state) {
    if (!(TreeInfo.symbolFor((JCTree) declaration.getLeaf()) instanceof VarSymbol derived)
        || derived.getSimpleName().isEmpty()
        || (derived.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) == 0
        || !contexts.isContext(derived.type, state)) {
      return SuggestedFix.emptyFix();
    }
    try {
      return new InsteadOfParent(parent, derived, contexts, state).replaceAfter(declaration);
    } catch (CompletionFailure missing) {
      return SuggestedFix.emptyFix();
    }
  }

  private SuggestedFix replaceAfter(TreePath declaration) {
    Uses uses = new Uses();
    restOfScope(declaration).forEach(path -> uses.scan(path, null));
    if (!uses.areArguments) {
      return SuggestedFix.emptyFix();
    }
    Edits edits = new Edits(state.getSourceCode().toString());
    for (IdentifierTree use : uses.found) {
      edits.replace(
          ASTHelpers.getStartPosition(use),
          state.getEndPosition(use),
          derived.getSimpleName().toString());
    }
    return edits.toFix();
  }

  /** What runs with the local in scope. */
  private static List<TreePath> restOfScope(TreePath declaration) {
    TreePath scope = declaration.getParentPath();
    List<TreePath> rest = new ArrayList<>();
    if (scope.getLeaf() instanceof TryTree attempt) {
      int index = attempt.getResources().indexOf(declaration.getLeaf());
      List<? extends Tree> later =
          attempt.getResources().subList(index + 1, attempt.getResources().size());
      later.forEach(resource -> rest.add(new TreePath(scope, resource)));
      rest.add(new TreePath(scope, attempt.getBlock()));
    } else if (scope.getLeaf() instanceof BlockTree block) {
      List<? extends StatementTree> all = block.getStatements();
      all.subList(all.indexOf(declaration.getLeaf()) + 1, all.size())
          .forEach(statement -> rest.add(new TreePath(scope, statement)));
    }
    return rest;
  }

  /** Finds what is done with the parent. */
  private final class Uses extends TreePathScanner<@Nullable Void, @Nullable Void> {
    final List<IdentifierTree> found = new ArrayList<>();
    boolean areArguments = true;

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      if (parent.equals(TreeInfo.symbolFor((JCTree) tree))) {
        found.add(tree);
        areArguments &= isArgument(tree, getCurrentPath().getParentPath());
      }
      return null;
    }

    /** What runs later may outlive the block. */
    private boolean isArgument(IdentifierTree tree, TreePath outer) {
      for (Tree around : outer) {
        if (around instanceof LambdaExpressionTree || around instanceof ClassTree) {
          return isAroundDeclaration(around);
        }
        if (around == outer.getLeaf() && !isTakenBy(around, tree)) {
          return false;
        }
      }
      return true;
    }
  }

  private boolean isAroundDeclaration(Tree tree) {
    for (Tree around : state.getPath()) {
      if (around == tree) {
        return true;
      }
    }
    return false;
  }

  /** Whether the tree is a call that only uses the context, and whose result does not. */
  private boolean isTakenBy(Tree tree, IdentifierTree argument) {
    if (!(tree instanceof MethodInvocationTree call)
        || !(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method)) {
      return false;
    }
    int index = call.getArguments().indexOf(argument);
    if (index < 0 || index >= method.getParameters().size()) {
      return false;
    }
    Type parameter = method.getParameters().get(index).type;
    Type result = ASTHelpers.getType(call);
    return contexts.isContext(parameter, state)
        && !contexts.isOwner(parameter, state)
        && state.getTypes().isSubtype(derived.type, parameter)
        && (state.getTypes().isSameType(derived.type, parent.type) || isAlone(method))
        && result != null
        && !contexts.isContext(result, state)
        && !LiveTypes.isLive(result, state);
  }

  /** Whether no other method could be meant where the argument has another type. */
  private boolean isAlone(MethodSymbol method) {
    for (Type type : state.getTypes().closure(method.owner.type)) {
      for (Symbol other : type.tsym.members().getSymbolsByName(method.getSimpleName())) {
        if (other instanceof MethodSymbol overload
            && overload != method
            && !method.overrides(overload, method.enclClass(), state.getTypes(), false)
            && overload.getParameters().size() == method.getParameters().size()) {
          return false;
        }
      }
    }
    return true;
  }
}
