package dev.baton.checker.model;

import static com.google.errorprone.util.ASTHelpers.getSymbol;
import static com.google.errorprone.util.ASTHelpers.getType;
import static com.google.errorprone.util.ASTHelpers.stripParentheses;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the code of one body does to duties: which calls give one to a local, and what discharges
 * it. Says nothing about the order in which that happens.
 */
public final class Duties {

  private static final ImmutableSet<String> DONE =
      ImmutableSet.of("isDone", "isCancelled", "awaitDone");
  private static final ImmutableSet<String> ERROR =
      ImmutableSet.of("err", "cause", "cancellationCause");

  private final Contexts contexts;
  private final VisitorState state;
  private final Set<Tree> births = new HashSet<>();
  private final Map<Tree, ImmutableSet<VarSymbol>> discharges = new HashMap<>();

  private Duties(Contexts contexts, VisitorState state) {
    this.contexts = contexts;
    this.state = state;
  }

  /** The duties of a body. */
  public static Duties in(
      TreePath body, Contexts contexts, Births births, Slots slots, VisitorState state) {
    Duties duties = new Duties(contexts, state);
    Collector collector = duties.new Collector(births, slots);
    collector.scan(body, null);
    collector.dischargeRenamed();
    return duties;
  }

  /** Whether the call creates a duty that a local has then. */
  public boolean areBornAt(Tree call) {
    return births.contains(call);
  }

  /** The locals whose duties the tree discharges, or hands on, once it has been evaluated. */
  public ImmutableSet<VarSymbol> dischargedBy(Tree tree) {
    return discharges.getOrDefault(tree, ImmutableSet.of());
  }

  /** Whether anything discharges the duties of the local. */
  public boolean areDischargedFor(VarSymbol local) {
    return discharges.values().stream().anyMatch(locals -> locals.contains(local));
  }

  /** The locals that are null or done, and so owe nothing, where the condition has the value. */
  public ImmutableSet<VarSymbol> absentWhere(ExpressionTree condition, boolean value) {
    VarSymbol variable = NullLocals.where(condition, value);
    if (variable == null && condition instanceof BinaryTree comparison) {
      variable = doneWhere(comparison, value);
    } else if (variable == null && condition instanceof MethodInvocationTree call) {
      variable = value ? receiverOf(call, DONE) : null;
    } else if (condition instanceof InstanceOfTree test) {
      variable =
          value ? receiverOf(test.getExpression(), ERROR) : localThatMustBe(test.getType(), test);
    }
    return variable == null ? ImmutableSet.of() : ImmutableSet.of(variable);
  }

  /** The locals that owe nothing where the expression is null, or where it is not. */
  public ImmutableSet<VarSymbol> absentWhereNull(ExpressionTree tested, boolean isNull) {
    VarSymbol variable =
        isNull ? NullLocals.named(tested) : receiverOf(stripParentheses(tested), ERROR);
    return variable == null ? ImmutableSet.of() : ImmutableSet.of(variable);
  }

  /** The local that is tested for a type which it has, unless it is null. */
  private @Nullable VarSymbol localThatMustBe(@Nullable Tree type, InstanceOfTree test) {
    VarSymbol local = NullLocals.named(test.getExpression());
    boolean isSure =
        local != null
            && type != null
            && (contexts.isOwner(getType(type), state)
                || ASTHelpers.isSubtype(local.type, getType(type), state));
    return isSure ? local : null;
  }

  /** The local whose error is not null, or is a certain one, where the comparison has the value. */
  private static @Nullable VarSymbol doneWhere(BinaryTree comparison, boolean value) {
    boolean isEqual = comparison.getKind() == Tree.Kind.EQUAL_TO;
    if (!isEqual && comparison.getKind() != Tree.Kind.NOT_EQUAL_TO) {
      return null;
    }
    ExpressionTree left = stripParentheses(comparison.getLeftOperand());
    ExpressionTree right = stripParentheses(comparison.getRightOperand());
    boolean leftIsFixed = left.getKind() == Tree.Kind.NULL_LITERAL || isConstant(left);
    ExpressionTree tested = leftIsFixed ? right : left;
    ExpressionTree other = leftIsFixed ? left : right;
    boolean isSame = value == isEqual;
    boolean isDone =
        other.getKind() == Tree.Kind.NULL_LITERAL ? !isSame : isSame && isConstant(other);
    return isDone ? receiverOf(tested, ERROR) : null;
  }

  /** A constant of an enum is never null. */
  private static boolean isConstant(ExpressionTree tree) {
    return TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable && variable.isEnum();
  }

  private static @Nullable VarSymbol receiverOf(ExpressionTree tree, ImmutableSet<String> methods) {
    if (tree instanceof MethodInvocationTree call
        && getSymbol((Tree) call.getMethodSelect()) instanceof MethodSymbol method
        && methods.contains(method.getSimpleName().toString())) {
      ExpressionTree receiver = ASTHelpers.getReceiver(call);
      return receiver == null ? null : NullLocals.named(receiver);
    }
    return null;
  }

  /** Finds births and discharges, those in nested lambdas and classes too. */
  private final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Births creating;
    private final Slots slots;
    private final Map<VarSymbol, Boolean> holders = new HashMap<>();
    private final List<Renamed> renamed = new ArrayList<>();

    /** A local that holds, in a lambda or class, what the variable holds. */
    private record Renamed(VarSymbol variable, VarSymbol name, Tree nested) {}

    /** The outermost lambda or class within the body that is being scanned. */
    private @Nullable Tree nested;

    Collector(Births creating, Slots slots) {
      this.creating = creating;
      this.slots = slots;
    }

    @Override
    public @Nullable Void scan(TreePath body, @Nullable Void unused) {
      return body.getLeaf() instanceof LambdaExpressionTree lambda
          ? scan(new TreePath(body, lambda.getBody()), null)
          : super.scan(body, null);
    }

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
          && creating.happenAt(getSymbol((Tree) tree.getMethodSelect()), state)
          && slots.of(getCurrentPath(), state).isHeld()) {
        births.add(tree);
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      mentioned(NullLocals.named(tree));
      return super.visitIdentifier(tree, null);
    }

    /** The value of an assignment that is an expression goes on to another slot. */
    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      if (!(getCurrentPath().getParentPath().getLeaf() instanceof ExpressionStatementTree)) {
        mentioned(NullLocals.named(tree));
      }
      return super.visitAssignment(tree, null);
    }

    private void mentioned(@Nullable VarSymbol variable) {
      if (variable == null || !canHold(variable)) {
        return;
      }
      Slot slot = slots.of(getCurrentPath(), state);
      if (slot.isTaken()) {
        discharge(variable, nested != null ? nested : slot.tree());
      } else if (slot.isHeld() && nested != null) {
        renamed.add(new Renamed(variable, slot.local(), nested));
      }
    }

    private void discharge(VarSymbol variable, Tree tree) {
      discharges.merge(
          tree,
          ImmutableSet.of(variable),
          (one, other) -> ImmutableSet.<VarSymbol>builder().addAll(one).addAll(other).build());
    }

    /** What a lambda or class cancels under another name, however often it renames it. */
    void dischargeRenamed() {
      boolean isNew = true;
      while (isNew) {
        isNew = false;
        for (Renamed one : renamed) {
          if (dischargedBy(one.nested()).contains(one.name())
              && !dischargedBy(one.nested()).contains(one.variable())) {
            discharge(one.variable(), one.nested());
            isNew = true;
          }
        }
      }
    }

    /** An owner is still one under the name of a plain context. */
    private boolean canHold(VarSymbol variable) {
      return holders.computeIfAbsent(
          variable,
          local -> slots.isFollowed(local.type, state) || contexts.isContext(local.type, state));
    }
  }
}
