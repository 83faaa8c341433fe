package dev.baton.checker.fix;

import static com.google.errorprone.util.ASTHelpers.getStartPosition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows a declaration in its block, or in its group of a switch, and could as well stand in
 * a block of its own.
 *
 * @param scope the path of the block or group
 * @param statements at least one
 */
record RestOfBlock(TreePath scope, ImmutableList<StatementTree> statements) {

  /** The rest of the block after the declaration; empty where it cannot be a block of its own. */
  static Optional<RestOfBlock> after(TreePath declaration) {
    TreePath scope = declaration.getParentPath();
    List<? extends StatementTree> all = statementsOf(scope.getLeaf());
    int index = all.indexOf(declaration.getLeaf());
    if (index < 0 || index == all.size() - 1) {
      return Optional.empty();
    }
    // One of several that a statement declares.
    int start = getStartPosition(declaration.getLeaf());
    if (getStartPosition(all.get(index + 1)) == start
        || (index > 0 && getStartPosition(all.get(index - 1)) == start)) {
      return Optional.empty();
    }
    RestOfBlock rest =
        new RestOfBlock(scope, ImmutableList.copyOf(all.subList(index + 1, all.size())));
    return rest.callsConstructor() || rest.isSeenByLaterGroups()
        ? Optional.empty()
        : Optional.of(rest);
  }

  /** The statements of a block, or of a group of a switch; none for another tree. */
  static List<? extends StatementTree> statementsOf(Tree tree) {
    if (tree instanceof BlockTree block) {
      return block.getStatements();
    }
    // Null for a rule.
    return tree instanceof CaseTree group && group.getStatements() != null
        ? group.getStatements()
        : List.of();
  }

  boolean isGroupOfSwitch() {
    return scope.getLeaf() instanceof CaseTree;
  }

  /** {@code this(...)} and {@code super(...)} stand in no block but that of the constructor. */
  private boolean callsConstructor() {
    return statements.stream().anyMatch(RestOfBlock::isConstructorCall);
  }

  private static boolean isConstructorCall(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && TreeInfo.symbolFor((JCTree) call.getMethodSelect()) instanceof MethodSymbol method
        && method.isConstructor();
  }

  /** Whether a later group of the switch mentions a local that is declared in this one. */
  private boolean isSeenByLaterGroups() {
    if (!isGroupOfSwitch()) {
      return false;
    }
    ImmutableSet<Symbol> declared =
        statements.stream()
            .filter(VariableTree.class::isInstance)
            .map(variable -> TreeInfo.symbolFor((JCTree) variable))
            .filter(Objects::nonNull)
            .collect(ImmutableSet.toImmutableSet());
    List<? extends CaseTree> groups = groupsOf(scope.getParentPath().getLeaf());
    return groups.subList(groups.indexOf(scope.getLeaf()) + 1, groups.size()).stream()
        .anyMatch(group -> mentions(group, declared));
  }

  private static List<? extends CaseTree> groupsOf(Tree tree) {
    return tree instanceof SwitchTree statement
        ? statement.getCases()
        : ((SwitchExpressionTree) tree).getCases();
  }

  private static boolean mentions(Tree tree, ImmutableSet<Symbol> symbols) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        found[0] |= symbols.contains(TreeInfo.symbolFor((JCTree) name));
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }
}
