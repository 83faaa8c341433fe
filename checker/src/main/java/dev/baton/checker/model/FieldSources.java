package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/** Where the values of a private field come from, and where they go besides. */
public final class FieldSources extends TreeScanner<@Nullable Void, @Nullable Void> {

  /** Methods that make an updater or handle of a field, which they find by its name. */
  private static final ImmutableSet<String> FINDING_METHODS =
      ImmutableSet.of("newUpdater", "findVarHandle");

  private final VarSymbol field;
  private boolean isAssigned;
  private boolean isFoundByName;

  private FieldSources(VarSymbol field) {
    this.field = field;
  }

  /**
   * Whether code of the outermost class at hand sets the field, and none gets at it by its name. A
   * field that nothing sets is filled by a framework, as those are that are injected or mocked:
   * what is in it is of somebody else.
   */
  public static boolean areInSight(VariableTree field, VisitorState state) {
    FieldSources sources = new FieldSources(ASTHelpers.getSymbol(field));
    sources.scan(Bodies.outermostClass(state.getPath()).getLeaf(), null);
    return (field.getInitializer() != null || sources.isAssigned) && !sources.isFoundByName;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    isAssigned |= field.equals(TreeInfo.symbolFor((JCTree) tree.getVariable()));
    return super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    isFoundByName |=
        TreeInfo.symbolFor((JCTree) tree) instanceof MethodSymbol method
            && FINDING_METHODS.contains(method.getSimpleName().toString())
            && tree.getArguments().stream().anyMatch(this::isNameOfField);
    return super.visitMethodInvocation(tree, null);
  }

  private boolean isNameOfField(Tree argument) {
    return field
        .getSimpleName()
        .contentEquals(String.valueOf(ASTHelpers.constValue(argument, String.class)));
  }
}
