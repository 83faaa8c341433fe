package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * The local variables and parameters that code at one place may read: a walk from that place
 * outwards, up to the member of the class or to the first static boundary.
 */
final class LocalScope {

  private final VisitorState state;

  /** What is in scope, the nearest first; parameters of one list are equally near. */
  private final Set<VarSymbol> visible = new LinkedHashSet<>();

  /** Names that a nearer declaration has taken. */
  private final Set<Name> hidden = new HashSet<>();

  /** What has run to its normal end, inside the declaration being looked at, before this place. */
  private final List<Tree> completed = new ArrayList<>();

  /** Whether the walk has left a lambda or a class, so that only constants are in reach. */
  private boolean captured;

  private LocalScope(VisitorState state) {
    this.state = state;
  }

  /** The variables in scope where the state stands, the nearest first. */
  static ImmutableList<VarSymbol> at(VisitorState state) {
    LocalScope scope = new LocalScope(state);
    TreePath inner = state.getPath();
    for (TreePath outer = inner.getParentPath(); outer != null; outer = outer.getParentPath()) {
      scope.enter(outer.getLeaf(), inner.getLeaf());
      if (isStaticBoundary(outer.getLeaf(), inner.getLeaf())) {
        break;
      }
      inner = outer;
    }
    return ImmutableList.copyOf(scope.visible);
  }

  /** Adds what {@code outer} declares for {@code inner}, one of its children. */
  private void enter(Tree outer, Tree inner) {
    if (outer instanceof BlockTree block) {
      addStatements(before(inner, block.getStatements()));
    } else if (outer instanceof CaseTree group) {
      if (group.getStatements() != null) {
        addStatements(before(inner, group.getStatements()));
      }
      PatternBindings.ofLabels(group, inner).forEach(this::add);
    } else if (outer instanceof IfTree branch) {
      addCondition(branch.getCondition(), inner, branch.getThenStatement());
    } else if (outer instanceof ConditionalExpressionTree choice) {
      addCondition(choice.getCondition(), inner, choice.getTrueExpression());
    } else if (outer instanceof WhileLoopTree loop) {
      addCondition(loop.getCondition(), inner, loop.getStatement());
    } else if (outer instanceof BinaryTree operation) {
      addLeftOperand(operation, inner);
    } else if (outer instanceof ForLoopTree loop) {
      addForLoop(loop, inner);
    } else if (outer instanceof EnhancedForLoopTree loop) {
      if (inner == loop.getStatement()) {
        addIfVariable(loop.getVariable());
      }
    } else if (outer instanceof TryTree attempt) {
      addResources(attempt, inner);
    } else if (outer instanceof LambdaExpressionTree lambda) {
      lambda.getParameters().forEach(this::addIfVariable);
      captured = true;
    } else if (outer instanceof MethodTree method) {
      method.getParameters().forEach(this::addIfVariable);
    } else if (outer instanceof ClassTree type) {
      hideFields(type);
      captured = true;
    }
  }

  private void addStatements(List<? extends Tree> statements) {
    for (Tree statement : Lists.reverse(statements)) {
      if (statement instanceof VariableTree variable) {
        addLocal(variable);
      } else {
        PatternBindings.introducedBy(statement).forEach(this::add);
      }
      completed.add(statement);
    }
  }

  /** Adds a local of a block, which may have got its value later than where it is declared. */
  private void addLocal(VariableTree variable) {
    if (!(TreeInfo.symbolFor((JCTree) variable) instanceof VarSymbol symbol)) {
      return;
    }
    if (variable.getInitializer() != null
        || completed.stream().anyMatch(tree -> DefiniteAssignment.isMadeBy(tree, symbol))) {
      add(symbol);
    }
  }

  private void addCondition(Tree condition, Tree inner, Tree whenTrue) {
    if (inner == condition) {
      return;
    }
    PatternBindings.of(condition, inner == whenTrue).forEach(this::add);
    completed.add(condition);
  }

  private void addLeftOperand(BinaryTree operation, Tree inner) {
    if (inner != operation.getRightOperand()) {
      return;
    }
    if (operation.getKind() == Tree.Kind.CONDITIONAL_AND) {
      PatternBindings.of(operation.getLeftOperand(), true).forEach(this::add);
    } else if (operation.getKind() == Tree.Kind.CONDITIONAL_OR) {
      PatternBindings.of(operation.getLeftOperand(), false).forEach(this::add);
    }
    completed.add(operation.getLeftOperand());
  }

  private void addForLoop(ForLoopTree loop, Tree inner) {
    if (loop.getCondition() != null
        && (inner == loop.getStatement() || loop.getUpdate().contains(inner))) {
      PatternBindings.of(loop.getCondition(), true).forEach(this::add);
      completed.add(loop.getCondition());
    }
    addStatements(
        loop.getInitializer().contains(inner)
            ? before(inner, loop.getInitializer())
            : loop.getInitializer());
  }

  private void addResources(TryTree attempt, Tree inner) {
    // A catch clause and the finally block see none of the resources.
    addStatements(
        inner == attempt.getBlock()
            ? attempt.getResources()
            : before(inner, attempt.getResources()));
  }

  /** What stands before the tree in a list; nothing when it is not in the list. */
  private static List<? extends Tree> before(Tree inner, List<? extends Tree> trees) {
    return trees.subList(0, Math.max(0, trees.indexOf(inner)));
  }

  private void addIfVariable(Tree tree) {
    if (tree instanceof VariableTree
        && TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol symbol) {
      add(symbol);
    }
  }

  private void add(@Nullable VarSymbol symbol) {
    if (symbol == null || hidden.contains(symbol.getSimpleName())) {
      return;
    }
    if (captured && (symbol.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) == 0) {
      return;
    }
    visible.add(symbol);
    if (!symbol.getSimpleName().isEmpty()) {
      hidden.add(symbol.getSimpleName());
    }
  }

  /** A field of a local or anonymous class hides the variables of the same name around it. */
  private void hideFields(ClassTree type) {
    if (!(TreeInfo.symbolFor((JCTree) type) instanceof ClassSymbol symbol)
        || !symbol.isDirectlyOrIndirectlyLocal()) {
      return;
    }
    try {
      for (Type ancestor : state.getTypes().closure(symbol.type)) {
        for (Symbol field : ancestor.tsym.members().getSymbols(VarSymbol.class::isInstance)) {
          hidden.add(field.getSimpleName());
        }
      }
    } catch (CompletionFailure missing) {
      // A supertype is not on the class path: what it declares hides nothing that we know of.
      return;
    }
  }

  /** Whether code in {@code inner} sees no variables of the methods around the class. */
  private static boolean isStaticBoundary(Tree outer, Tree inner) {
    if (!(outer instanceof ClassTree)) {
      return false;
    }
    if (inner instanceof BlockTree block) {
      return block.isStatic() || isImplicitlyStatic(outer);
    }
    Symbol member = TreeInfo.symbolFor((JCTree) inner);
    return isImplicitlyStatic(outer)
        || (member != null && ASTHelpers.isStatic(member))
        || (inner instanceof ClassTree && isImplicitlyStatic(inner));
  }

  /** Records, enums and interfaces capture nothing, wherever they are declared. */
  private static boolean isImplicitlyStatic(Tree type) {
    Symbol symbol = TreeInfo.symbolFor((JCTree) type);
    return symbol == null || symbol.getKind() != ElementKind.CLASS;
  }
}
