package dev.baton.checker.fix;

import com.google.common.collect.Iterables;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that close a local by hand as the last thing before its block is left, so that a
 * block which closes it makes them superfluous. A {@code finally} that does nothing else is among
 * them, as the path of its {@code try}.
 */
final class LastCalls extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Resource resource;
  private final RestOfBlock rest;
  private final List<TreePath> found = new ArrayList<>();

  private LastCalls(Resource resource, RestOfBlock rest) {
    this.resource = resource;
    this.rest = rest;
  }

  static List<TreePath> in(RestOfBlock rest, Resource resource) {
    LastCalls calls = new LastCalls(resource, rest);
    for (StatementTree statement : rest.statements()) {
      calls.scan(new TreePath(rest.scope(), statement), null);
    }
    return calls.found;
  }

  /** A block that nothing else is in stays as it is. */
  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree tree, @Nullable Void unused) {
    Tree block = getCurrentPath().getParentPath().getLeaf();
    if (RestOfBlock.statementsOf(block).size() > 1
        && resource.isClosedBy(tree)
        && isLast(getCurrentPath())) {
      found.add(getCurrentPath());
    }
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    if (tree.getFinallyBlock() != null
        && tree.getFinallyBlock().getStatements().size() == 1
        && resource.isClosedBy(tree.getFinallyBlock().getStatements().get(0))
        && isLast(getCurrentPath())) {
      found.add(getCurrentPath());
    }
    return super.visitTry(tree, null);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return null;
  }

  /** Whether nothing is done between the end of the statement and that of the block. */
  private boolean isLast(TreePath statement) {
    Tree tree = statement.getLeaf();
    List<? extends StatementTree> siblings =
        RestOfBlock.statementsOf(statement.getParentPath().getLeaf());
    int next = siblings.indexOf(tree) + 1;
    return (next > 0 && next < siblings.size())
        ? onlyLeaves(new TreePath(statement.getParentPath(), siblings.get(next)))
        : isLastOfParent(statement);
  }

  private boolean isLastOfParent(TreePath statement) {
    TreePath outer = statement.getParentPath();
    Tree parent = outer.getLeaf();
    if (parent == rest.scope().getLeaf()) {
      return true;
    }
    return switch (parent.getKind()) {
      case BLOCK, IF, LABELED_STATEMENT -> isLast(outer);
      case TRY -> !endsWithMore((TryTree) parent, statement.getLeaf()) && isLast(outer);
      case CATCH ->
          !endsWithMore((TryTree) outer.getParentPath().getLeaf(), parent)
              && isLast(outer.getParentPath());
      case CASE -> isLastOf((CaseTree) parent, outer) && isLast(outer.getParentPath());
      default -> false;
    };
  }

  /** Whether a case of a switch statement does not go on with the next one. */
  private static boolean isLastOf(CaseTree group, TreePath path) {
    return path.getParentPath().getLeaf() instanceof SwitchTree choice
        && (group.getStatements() == null || Iterables.getLast(choice.getCases()) == group);
  }

  /** Whether leaving a part of the try does something more before it has been left. */
  private static boolean endsWithMore(TryTree tree, Tree part) {
    return part != tree.getFinallyBlock()
        && (tree.getFinallyBlock() != null
            || (part == tree.getBlock() && !tree.getResources().isEmpty()));
  }

  private boolean onlyLeaves(TreePath jump) {
    if (jump.getLeaf() instanceof ReturnTree exit) {
      return isConstant(exit.getExpression()) && leaves(jump);
    }
    if (jump.getLeaf() instanceof BreakTree exit) {
      return exit.getLabel() == null && leaves(jump);
    }
    return jump.getLeaf() instanceof ContinueTree exit && exit.getLabel() == null && leaves(jump);
  }

  /** Whether it is the same before and after a context is cancelled: a constant, or a local. */
  private static boolean isConstant(@Nullable ExpressionTree value) {
    return value == null
        || value.getKind() == Tree.Kind.NULL_LITERAL
        || ASTHelpers.constValue(value) != null
        || (value instanceof IdentifierTree name
            && TreeInfo.symbolFor((JCTree) name) instanceof VarSymbol variable
            && !variable.getKind().isField());
  }

  /** Follows a jump outwards. */
  private boolean leaves(TreePath jump) {
    Tree inner = jump.getLeaf();
    for (TreePath path = jump.getParentPath();
        path.getLeaf() != rest.scope().getLeaf();
        path = path.getParentPath()) {
      Tree tree = path.getLeaf();
      switch (tree.getKind()) {
        case TRY -> {
          if (endsWithMore((TryTree) tree, inner)) {
            return false;
          }
        }
        case SWITCH -> {
          if (jump.getLeaf() instanceof BreakTree) {
            return isLast(path);
          }
        }
        case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> {
          if (!(jump.getLeaf() instanceof ReturnTree)) {
            return jump.getLeaf() instanceof BreakTree && isLast(path);
          }
        }
        case SYNCHRONIZED, LAMBDA_EXPRESSION, SWITCH_EXPRESSION -> {
          return false;
        }
        default -> {}
      }
      inner = tree;
    }
    return true;
  }
}
