package dev.baton.checker.fix;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeInfo;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Goes through a file from name to name. */
final class NameScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

  /** What is done with a name. */
  interface Action {
    /**
     * Takes the name.
     *
     * @param symbol what it means, or null when that is not known
     * @param path where it is written; for a constructor, where its class or {@code this} is named
     */
    void take(@Nullable Symbol symbol, Name name, TreePath path);
  }

  private final Action action;

  NameScanner(Action action) {
    this.action = action;
  }

  @Override
  public @Nullable Void visitPackage(PackageTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
    // It may mean several members of one name, so none of them in particular.
    if (tree.isStatic() && tree.getQualifiedIdentifier() instanceof MemberSelectTree select) {
      action.take(null, select.getIdentifier(), getCurrentPath());
    }
    return null;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    take(TreeInfo.symbol((JCTree) tree), tree.getName());
    return super.visitIdentifier(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    take(TreeInfo.symbol((JCTree) tree), tree.getIdentifier());
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    take(((JCMemberReference) tree).sym, tree.getName());
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    // An anonymous class has a constructor of its own, in which the other one is called.
    Symbol constructor = ((JCNewClass) tree).constructor;
    if (constructor != null && tree.getClassBody() == null) {
      take(constructor, constructor.getSimpleName());
    }
    return super.visitNewClass(tree, null);
  }

  private void take(@Nullable Symbol symbol, Name name) {
    action.take(symbol, name, getCurrentPath());
  }
}
