package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one body that make a context the current one of the thread, the locals that keep
 * what it takes to put the former one back, and what puts it back or hands that on.
 */
public final class Attachments {

  private final Contexts contexts;
  private final VisitorState state;
  private final Set<Tree> held = new HashSet<>();
  private final Map<Tree, ImmutableSet<VarSymbol>> ends = new HashMap<>();

  /** The locals of which a {@code finally} disposes, or nested code or somebody else. */
  private final Set<VarSymbol> safe = new HashSet<>();

  private Attachments(Contexts contexts, VisitorState state) {
    this.contexts = contexts;
    this.state = state;
  }

  /** Those of a body. */
  public static Attachments in(TreePath body, Contexts contexts, VisitorState state) {
    Attachments attachments = new Attachments(contexts, state);
    Collector collector = attachments.new Collector();
    if (body.getLeaf() instanceof LambdaExpressionTree lambda) {
      collector.scan(new TreePath(body, lambda.getBody()), null);
    } else {
      collector.scan(body, null);
    }
    return attachments;
  }

  /** The family whose context the call makes current. */
  public static Optional<ContextModel> at(Tree call, Contexts contexts, VisitorState state) {
    return TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
        ? contexts.attachedBy(method, state)
        : Optional.empty();
  }

  /** Whether a local keeps what the call returns. */
  public boolean areHeldAt(Tree call) {
    return held.contains(call);
  }

  /** The locals whose contexts the tree, once evaluated, has put back or handed on. */
  public ImmutableSet<VarSymbol> endedBy(Tree tree) {
    return ends.getOrDefault(tree, ImmutableSet.of());
  }

  /** Whether the local is only put back by calls that an exception may skip. */
  public boolean areSkippedByExceptions(VarSymbol local) {
    return !safe.contains(local);
  }

  /** The local that keeps nothing where the condition has the value. */
  public ImmutableSet<VarSymbol> absentWhere(ExpressionTree condition, boolean value) {
    return setOf(NullLocals.where(condition, value));
  }

  /** The local that keeps nothing where the expression is null. */
  public ImmutableSet<VarSymbol> absentWhereNull(ExpressionTree tested, boolean isNull) {
    return setOf(isNull ? NullLocals.named(tested) : null);
  }

  private static ImmutableSet<VarSymbol> setOf(@Nullable VarSymbol local) {
    return local == null ? ImmutableSet.of() : ImmutableSet.of(local);
  }

  private static @Nullable VarSymbol localOf(Tree tree) {
    return TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable
            && !variable.getKind().isField()
        ? variable
        : null;
  }

  /** Where what an attaching call returns goes. */
  public sealed interface Place {}

  /** Nobody keeps it. */
  public record Dropped() implements Place {}

  /** The local is to be followed. */
  public record Kept(VarSymbol local) implements Place {}

  /** Somebody else has it now, or the end of a block. */
  public record HandedOn() implements Place {}

  /** Where what the call at the end of the path returns goes. */
  public static Place placeOf(TreePath call, VisitorState state) {
    TreePath value = WholeValue.of(call);
    TreePath outer = value.getParentPath();
    Tree parent = outer.getLeaf();
    if (parent instanceof ExpressionStatementTree) {
      return new Dropped();
    }
    if (parent instanceof LambdaExpressionTree lambda) {
      return Slots.dropResultOf(lambda, state) ? new Dropped() : new HandedOn();
    }
    if (parent instanceof VariableTree variable
        && !(outer.getParentPath().getLeaf() instanceof TryTree)) {
      return placeIn(localOf(variable));
    }
    if (parent instanceof AssignmentTree assignment
        && outer.getParentPath().getLeaf() instanceof ExpressionStatementTree) {
      return placeIn(localOf(assignment.getVariable()));
    }
    return new HandedOn();
  }

  /** A parameter that is given it may be one that the code of others is made of. */
  private static Place placeIn(@Nullable VarSymbol local) {
    if (local == null || local.getKind() == ElementKind.PARAMETER) {
      return new HandedOn();
    }
    return local.getSimpleName().isEmpty() ? new Dropped() : new Kept(local);
  }

  /** Finds attaching calls, and the ends of what the locals keep, those in nested code too. */
  private final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {

    /** The outermost lambda or class within the body that is being scanned. */
    private @Nullable Tree nested;

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      return within(tree, () -> super.visitLambdaExpression(tree, null));
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      return within(tree, () -> super.visitClass(tree, null));
    }

    private @Nullable Void within(Tree tree, Runnable scan) {
      Tree outer = nested;
      nested = outer != null ? outer : tree;
      scan.run();
      nested = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      if (nested == null
          && at(tree, contexts, state).isPresent()
          && placeOf(getCurrentPath(), state) instanceof Kept) {
        held.add(tree);
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      VarSymbol local = localOf(tree);
      Tree end = local == null ? null : endAt(getCurrentPath());
      if (end != null) {
        ends.merge(
            nested != null ? nested : end,
            ImmutableSet.of(local),
            (one, other) -> ImmutableSet.<VarSymbol>builder().addAll(one).addAll(other).build());
        if (nested != null || !isDetaching(end) || isInFinally(getCurrentPath())) {
          safe.add(local);
        }
      }
      return null;
    }

    /** What puts back or hands on the value of the name; null where it is only looked at. */
    private @Nullable Tree endAt(TreePath name) {
      TreePath value = WholeValue.of(name);
      Tree tree = value.getLeaf();
      Tree parent = value.getParentPath().getLeaf();
      return switch (parent.getKind()) {
        case MEMBER_SELECT -> {
          Tree call = value.getParentPath().getParentPath().getLeaf();
          yield isDetaching(call) ? call : null;
        }
        case METHOD_INVOCATION -> onlyLooksAt((MethodInvocationTree) parent, tree) ? null : parent;
        case ASSIGNMENT -> ((AssignmentTree) parent).getExpression() == tree ? parent : null;
        case EQUAL_TO, NOT_EQUAL_TO, PLUS, PLUS_ASSIGNMENT, INSTANCE_OF -> null;
        case TRY -> tree;
        default -> parent;
      };
    }

    private boolean isDetaching(Tree call) {
      return call instanceof MethodInvocationTree
          && TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
          && contexts.isDetachingMethod(method, state);
    }

    private static boolean isInFinally(TreePath place) {
      for (TreePath path = place; path.getParentPath() != null; path = path.getParentPath()) {
        if (path.getParentPath().getLeaf() instanceof TryTree attempt
            && attempt.getFinallyBlock() == path.getLeaf()) {
          return true;
        }
      }
      return false;
    }

    private boolean onlyLooksAt(MethodInvocationTree call, Tree argument) {
      return Parameter.of(call, argument, state)
          .map(parameter -> QuietCallees.onlyLooksAt(parameter.type(), parameter.method()))
          .orElse(false);
    }
  }
}
