package dev.baton.checker.fix;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.ContextModel;
import dev.baton.checker.model.ContextSlot;
import dev.baton.checker.model.Contexts;
import java.util.Optional;
import javax.lang.model.element.ElementKind;

/**
 * What to give in the place of null: the nearest context in scope that fits, or else a root.
 *
 * @param inScope that context, as code
 * @param root the call of a root factory, if one fits, as code
 * @param fix puts the first of them there
 */
public record ContextForNull(Optional<String> inScope, Optional<String> root, SuggestedFix fix) {

  /**
   * Looks for it.
   *
   * @param path of the null
   * @param candidates the contexts in scope, the nearest first
   */
  public static ContextForNull in(
      ContextSlot slot,
      TreePath path,
      ImmutableList<VarSymbol> candidates,
      Contexts contexts,
      VisitorState state) {
    ExpectedType expected = ExpectedType.of(slot, path, state);
    Optional<VarSymbol> inScope =
        candidates.stream()
            .filter(context -> expected.takes(context.type, state))
            .filter(context -> fitsCasts(context, slot, path, expected, state))
            .filter(context -> !isAssigned(context, path))
            .filter(context -> mayLeave(context, slot, contexts, state))
            .findFirst();
    Optional<Root> root =
        contexts.familyOf(slot.type(), state).flatMap(model -> Root.of(model, expected, state));
    return new ContextForNull(
        inScope.map(context -> "`" + context.getSimpleName() + "`"),
        root.map(call -> "`" + call.type.tsym.getSimpleName() + call.rest + "`"),
        inScope
            .map(
                context ->
                    SuggestedFix.replace(
                        placeFor(context, slot, path, expected, contexts, state),
                        context.getSimpleName().toString()))
            .or(() -> root.map(call -> call.fix(slot.given(), state.withPath(path))))
            .orElse(SuggestedFix.emptyFix()));
  }

  /** Whether the null is on its way into the variable itself, as in {@code load(ctx = null)}. */
  private static boolean isAssigned(VarSymbol context, TreePath path) {
    Tree inner = path.getLeaf();
    for (Tree outer : path.getParentPath()) {
      if (ExpectedType.argumentsOf(outer).contains(inner)) {
        return false;
      }
      if (outer instanceof AssignmentTree assignment
          && TreeInfo.symbol((JCTree) assignment.getVariable()) == context) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /** Whoever creates an owner cancels it, so it is of no use to those it is returned to. */
  private static boolean mayLeave(
      VarSymbol context, ContextSlot slot, Contexts contexts, VisitorState state) {
    return slot.kind() == ContextSlot.Kind.ARGUMENT
        || context.getKind() == ElementKind.PARAMETER
        || !contexts.isOwner(context.type, state);
  }

  /** Whether the casts of the null can stay where they have to. */
  private static boolean fitsCasts(
      VarSymbol context,
      ContextSlot slot,
      TreePath path,
      ExpectedType expected,
      VisitorState state) {
    if (ASTHelpers.isSameType(context.type, expected.ofSlot(), state)) {
      return true;
    }
    for (TreePath at = path; at.getLeaf() != slot.given(); at = at.getParentPath()) {
      Tree outer = at.getParentPath().getLeaf();
      if (outer instanceof TypeCastTree
          && !state.getTypes().isSubtype(context.type, ASTHelpers.getType(outer))) {
        return false;
      }
    }
    return true;
  }

  /** What the context takes the place of: the null with its casts, and sometimes more, or less. */
  private static Tree placeFor(
      VarSymbol context,
      ContextSlot slot,
      TreePath path,
      ExpectedType expected,
      Contexts contexts,
      VisitorState state) {
    // The cast stays where it may be what chooses among overloads.
    if (!ASTHelpers.isSameType(context.type, expected.ofSlot(), state)) {
      return path.getLeaf();
    }
    TreePath place = path;
    while (place.getLeaf() != slot.given()) {
      place = place.getParentPath();
    }
    // Where the other arm is the same context already, there is nothing left to choose.
    while (place.getParentPath().getLeaf() instanceof ConditionalExpressionTree choice
        && TreeInfo.symbol((JCTree) otherArm(choice, place.getLeaf())) == context
        && Evaluation.of(choice.getCondition(), contexts, state.withPath(path))
            == Evaluation.FIXED) {
      place = place.getParentPath();
    }
    return place.getLeaf();
  }

  private static Tree otherArm(ConditionalExpressionTree choice, Tree arm) {
    return choice.getTrueExpression() == arm
        ? choice.getFalseExpression()
        : choice.getTrueExpression();
  }

  /** The call of a root factory: the type it is called on, and the rest of the call. */
  private record Root(Type type, String rest) {

    static Optional<Root> of(ContextModel model, ExpectedType expected, VisitorState state) {
      Type type = state.getTypeFromString(model.contextType());
      if (type == null || !expected.takes(type, state)) {
        return Optional.empty();
      }
      return model.rootFactories().stream()
          .findFirst()
          .map(factory -> new Root(type, "." + factory + "()"));
    }

    SuggestedFix fix(Tree given, VisitorState state) {
      SuggestedFix.Builder fix = SuggestedFix.builder();
      String name = SuggestedFixes.qualifyType(state, fix, type.tsym);
      return fix.replace(given, name + rest).build();
    }
  }
}
