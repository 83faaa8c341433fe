package dev.baton.checker.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.baton.checker.model.Contexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fix that moves the contexts to the front of a private method's parameters, and of the
 * arguments of its calls.
 */
public final class ContextsFirst {

  /** Annotations on a method that say nothing of who else calls it, or with which arguments. */
  private static final ImmutableSet<String> HARMLESS =
      ImmutableSet.of(
          "SuppressWarnings",
          "Deprecated",
          "SafeVarargs",
          "Nullable",
          "NonNull",
          "CheckReturnValue",
          "CanIgnoreReturnValue",
          "DetachedWork",
          "MustCancel");

  private final MethodSymbol method;
  private final ImmutableList<Integer> order;
  private final Contexts contexts;
  private final VisitorState state;

  private ContextsFirst(
      MethodSymbol method, ImmutableList<Integer> order, Contexts contexts, VisitorState state) {
    this.method = method;
    this.order = order;
    this.contexts = contexts;
    this.state = state;
  }

  /**
   * Nothing when others may call the method, or a call would mean something else afterwards.
   *
   * @param order the parameters by their present places, in the order in which they should be
   */
  public static SuggestedFix of(
      MethodTree tree, ImmutableList<Integer> order, Contexts contexts, VisitorState state) {
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    if (!method.isPrivate()
        || (method.flags() & Flags.NATIVE) != 0
        || (method.isVarArgs() && order.indexOf(order.size() - 1) != order.size() - 1)
        || !tree.getModifiers().getAnnotations().stream().allMatch(ContextsFirst::isHarmless)
        || Overloads.collideWith(method, state)) {
      return SuggestedFix.emptyFix();
    }
    ContextsFirst fix = new ContextsFirst(method, order, contexts, state);
    return References.allInThisFile(method, state)
        .flatMap(fix::listsOf)
        .flatMap(calls -> Tokens.of(state).flatMap(tokens -> fix.reorder(tree, calls, tokens)))
        .orElse(SuggestedFix.emptyFix());
  }

  private static boolean isHarmless(AnnotationTree annotation) {
    Tree type = annotation.getAnnotationType();
    return HARMLESS.contains(
        type instanceof MemberSelectTree select
            ? select.getIdentifier().toString()
            : String.valueOf(type));
  }

  /** The arguments of all calls; empty when something other than a call names the method. */
  private Optional<ImmutableList<List<? extends Tree>>> listsOf(
      ImmutableList<TreePath> references) {
    ImmutableList.Builder<List<? extends Tree>> lists = ImmutableList.builder();
    for (TreePath reference : references) {
      List<? extends ExpressionTree> arguments = argumentsAt(reference);
      if (arguments == null || !mayChangePlaces(arguments, state.withPath(reference))) {
        return Optional.empty();
      }
      lists.add(arguments);
    }
    return Optional.of(lists.build());
  }

  private static @Nullable List<? extends ExpressionTree> argumentsAt(TreePath reference) {
    if (reference.getLeaf() instanceof NewClassTree creation) {
      return creation.getArguments();
    }
    boolean isName =
        reference.getLeaf() instanceof IdentifierTree
            || reference.getLeaf() instanceof MemberSelectTree;
    return isName
            && reference.getParentPath().getLeaf() instanceof MethodInvocationTree call
            && call.getMethodSelect() == reference.getLeaf()
        ? call.getArguments()
        : null;
  }

  /** Whether no two arguments that change their order depend on which is evaluated first. */
  private boolean mayChangePlaces(List<? extends ExpressionTree> arguments, VisitorState here) {
    List<Evaluation> before = new ArrayList<>();
    for (int place : orderOf(arguments)) {
      Evaluation evaluation = Evaluation.of(arguments.get(place), contexts, here);
      for (int i = 0; i < before.size(); i++) {
        if (order.get(i) > place && !before.get(i).commutesWith(evaluation)) {
          return false;
        }
      }
      before.add(evaluation);
    }
    return true;
  }

  /** The order for a list that may lack its last item, the one for variable arguments. */
  private ImmutableList<Integer> orderOf(List<? extends Tree> list) {
    return order.subList(0, Math.min(order.size(), list.size()));
  }

  private Optional<SuggestedFix> reorder(
      MethodTree tree, ImmutableList<List<? extends Tree>> calls, Tokens tokens) {
    // A link with the types of the parameters would point nowhere.
    if (tokens.source().contains("#" + nameOf(method) + "(")) {
      return Optional.empty();
    }
    List<List<? extends Tree>> lists = new ArrayList<>(calls);
    lists.add(tree.getParameters());
    // A call inside of an argument of another comes first, and goes along with that argument.
    lists.sort(Comparator.comparingInt(list -> -ASTHelpers.getStartPosition(list.get(0))));
    Edits edits = new Edits(tokens.source());
    for (List<? extends Tree> list : lists) {
      Optional<ListItems> items = ListItems.of(list, tokens, state);
      if (items.isEmpty()) {
        return Optional.empty();
      }
      items.get().reorder(orderOf(list), edits);
    }
    return Optional.of(edits.toFix());
  }

  private static String nameOf(MethodSymbol method) {
    return method.isConstructor()
        ? method.enclClass().getSimpleName().toString()
        : method.getSimpleName().toString();
  }
}
