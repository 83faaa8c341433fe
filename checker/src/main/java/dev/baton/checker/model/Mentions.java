package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where the code of an outermost class reads a variable, or calls or names a method. The component
 * of a record is read by its accessor and by patterns too.
 */
public final class Mentions extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Symbol mentioned;
  private final ImmutableList.Builder<TreePath> found = ImmutableList.builder();

  private Mentions(Symbol mentioned) {
    this.mentioned = mentioned;
  }

  /** The expressions that have its value, or the patterns that bind it, in the class at hand. */
  static ImmutableList<TreePath> of(Symbol mentioned, VisitorState state) {
    Mentions mentions = new Mentions(mentioned);
    mentions.scan(Bodies.outermostClass(state.getPath()), null);
    return mentions.found.build();
  }

  /** Whether the variable is named in the code, not counting {@code this.name}. */
  public static boolean existIn(@Nullable Tree code, Symbol variable) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        found[0] |= variable.equals(TreeInfo.symbolFor((JCTree) name));
        return null;
      }
    }.scan(code, null);
    return found[0];
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    name(tree);
    return super.visitIdentifier(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    name(tree);
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    call(tree);
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    call(tree);
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void unused) {
    Tree outer = getCurrentPath().getParentPath().getLeaf();
    // By its name: the Java that compiles this has no such tree yet.
    if (outer.getKind().name().equals("DECONSTRUCTION_PATTERN")
        && isRecordOf(ASTHelpers.getType(outer).tsym)
        && ASTHelpers.getType(tree.getVariable()).tsym == mentioned.type.tsym) {
      found.add(getCurrentPath());
    }
    return super.visitBindingPattern(tree, null);
  }

  private void name(Tree tree) {
    if (TreeInfo.symbolFor((JCTree) tree) != mentioned || mentioned instanceof MethodSymbol) {
      return;
    }
    TreePath outer = getCurrentPath().getParentPath();
    if (!(outer.getLeaf() instanceof AssignmentTree assignment)
        || assignment.getVariable() != tree) {
      found.add(getCurrentPath());
    } else if (!(outer.getParentPath().getLeaf() instanceof ExpressionStatementTree)) {
      // What is assigned goes on as the value of the whole assignment.
      found.add(outer);
    }
  }

  private void call(Tree tree) {
    Symbol called = TreeInfo.symbolFor((JCTree) tree);
    if (called == mentioned || (called instanceof MethodSymbol method && isAccessor(method))) {
      found.add(getCurrentPath());
    }
  }

  private boolean isAccessor(MethodSymbol method) {
    return isRecordOf(method.owner)
        && method.getParameters().isEmpty()
        && method.name.equals(mentioned.name);
  }

  private boolean isRecordOf(Symbol type) {
    return type == mentioned.owner && ASTHelpers.isRecord(type);
  }
}
