package dev.baton.checker.model;

import static com.google.errorprone.util.ASTHelpers.getType;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether code cancels the owners that a variable holds, or hands them on as owners: then somebody
 * looks after them.
 *
 * <p>Values are followed through locals, the elements of containers, the variables of loops and the
 * parameters of lambdas that a container calls, without regard to the order of statements.
 */
public final class OwnerUses {

  private final Slots slots;
  private final VisitorState state;

  /** The variable and all that got its value or an element of it, and those not yet looked at. */
  private final Set<VarSymbol> holders = new HashSet<>();

  private final Deque<VarSymbol> unseen = new ArrayDeque<>();

  private OwnerUses(Slots slots, VisitorState state) {
    this.slots = slots;
    this.state = state;
  }

  /**
   * Whether code of the outermost class at hand cancels what the variable holds, or hands it on.
   *
   * @param variable of owner type, or a container of owners
   */
  public static boolean cancelOrHandOn(VarSymbol variable, Slots slots, VisitorState state) {
    OwnerUses uses = new OwnerUses(slots, state);
    uses.hold(variable);
    while (!uses.unseen.isEmpty()) {
      for (TreePath mention : Mentions.of(uses.unseen.remove(), state)) {
        if (uses.isTaken(mention)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether whoever gets the value at the end of the path cancels it, or has it as an owner. */
  private boolean isTaken(TreePath value) {
    if (value.getLeaf() instanceof BindingPatternTree pattern) {
      return bind(pattern);
    }
    if (value.getLeaf() instanceof MemberReferenceTree accessor) {
      return slots.resultTakesOver(accessor, state);
    }
    TreePath whole = outermostOfSameValue(value);
    TreePath outer = whole.getParentPath();
    Tree parent = outer.getLeaf();
    if (parent instanceof EnhancedForLoopTree loop) {
      hold(loop.getVariable());
      return false;
    }
    if (parent instanceof InstanceOfTree test) {
      return test.getPattern() instanceof BindingPatternTree pattern && bind(pattern);
    }
    if (parent instanceof SwitchTree choice) {
      return bind(choice.getCases());
    }
    if (parent instanceof SwitchExpressionTree choice) {
      return bind(choice.getCases());
    }
    if (parent instanceof ArrayAccessTree cell) {
      return cell.getExpression() == whole.getLeaf() && isTaken(outer);
    }
    if (parent instanceof MethodInvocationTree call
        && ReturnedArgument.of(call) == whole.getLeaf()) {
      return isTaken(outer);
    }
    if (parent instanceof MemberSelectTree
        && outer.getParentPath().getLeaf() instanceof MethodInvocationTree call
        && slots.isContainer(getType(whole.getLeaf()), state)) {
      return elementsAreTaken(call, outer.getParentPath());
    }
    Slot slot = slots.of(value, state);
    if (slot.local() != null) {
      hold(slot.local());
    }
    return slot.isTaken();
  }

  private boolean elementsAreTaken(MethodInvocationTree call, TreePath path) {
    for (ExpressionTree argument : call.getArguments()) {
      if (argument instanceof LambdaExpressionTree lambda) {
        lambda.getParameters().forEach(this::hold);
      }
      if (argument instanceof MemberReferenceTree reference
          && slots.takeArgumentsOf(reference, state)) {
        return true;
      }
      // The elements go on in another container.
      if (isNamed(call, "drainTo")) {
        hold(argument);
      }
    }
    return slots.isFollowed(getType(call), state) && isTaken(path);
  }

  private boolean bind(BindingPatternTree pattern) {
    hold(pattern.getVariable());
    return false;
  }

  private boolean bind(List<? extends CaseTree> cases) {
    cases.forEach(group -> PatternBindings.ofLabels(group, group).forEach(this::hold));
    return false;
  }

  private void hold(Tree tree) {
    if (TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable) {
      hold(variable);
    }
  }

  private void hold(@Nullable VarSymbol variable) {
    if (variable != null && slots.isFollowed(variable.type, state) && holders.add(variable)) {
      unseen.add(variable);
    }
  }

  /** The expression as far as it has the same value, whatever its type and conditions. */
  private static TreePath outermostOfSameValue(TreePath value) {
    TreePath whole = value;
    Tree outer = whole.getParentPath().getLeaf();
    while (outer instanceof ParenthesizedTree
        || outer instanceof TypeCastTree
        || (outer instanceof ConditionalExpressionTree choice
            && choice.getCondition() != whole.getLeaf())) {
      whole = whole.getParentPath();
      outer = whole.getParentPath().getLeaf();
    }
    return whole;
  }

  private static boolean isNamed(MethodInvocationTree call, String name) {
    return TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
        && method.getSimpleName().contentEquals(name);
  }
}
