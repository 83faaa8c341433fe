package dev.baton.checker.checks;

import static com.google.errorprone.matchers.Description.NO_MATCH;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.AssignmentTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.flow.NextRounds;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.DefiniteAssignment;
import dev.baton.checker.model.Growth;
import dev.baton.checker.model.TypeName;
import dev.baton.checker.scan.Selective;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * A variable that is given, again and again, a context derived from the one it has: on each round
 * of a loop or, for a field, at each call. The chain holds all that it ever got, its values shadow
 * each other, and of the time-outs the first one ends them all.
 *
 * <p>Not flagged, on purpose: a variable of the round itself, one that is set to something else
 * before or after it in the same round, a round that is the last one, a context that is derived
 * from another variable, options of the caller that are applied one after the other, constructors.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A context derived from itself on every round of a loop.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class ContextGrownInLoop extends BugChecker
    implements AssignmentTreeMatcher, MethodInvocationTreeMatcher, Selective {

  /** Methods that put in the place of a value what a function makes of it. */
  private static final ImmutableSet<String> UPDATES =
      ImmutableSet.of("updateAndGet", "getAndUpdate", "accumulateAndGet", "getAndAccumulate");

  private final Contexts contexts;
  private final Growth growth;

  /** The types that have them. */
  private final ImmutableList<TypeName> atomics =
      Stream.of("Reference", "ReferenceArray", "ReferenceFieldUpdater")
          .map(kind -> new TypeName("java.util.concurrent.atomic.Atomic" + kind))
          .collect(ImmutableList.toImmutableList());

  /** For the ServiceLoader: no flags. */
  public ContextGrownInLoop() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  ContextGrownInLoop(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "ContextGrownInLoop");
    this.growth = new Growth(contexts);
  }

  /** The call that derives, on the way to which the assignment is. */
  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return tree instanceof JCMethodInvocation call
        && (growth.mayBeMadeBy(call, state) || isUpdate(call, state));
  }

  /** It depends on what is returned for a type variable. */
  @Override
  public boolean tellsCallsApart() {
    return true;
  }

  private boolean isUpdate(MethodInvocationTree call, VisitorState state) {
    if (TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method) {
      for (TypeName atomic : atomics) {
        if (atomic.isOf(method.owner, state)) {
          return UPDATES.contains(method.getSimpleName().toString());
        }
      }
    }
    return false;
  }

  @Override
  public Description matchAssignment(AssignmentTree tree, VisitorState state) {
    return unlessTypesAreMissing(() -> checkAssignment(tree, state), state);
  }

  private Description checkAssignment(AssignmentTree tree, VisitorState state) {
    if (!contexts.isContext(ASTHelpers.getType(tree.getVariable()), state)
        || !growth.isMadeBy(tree, state)) {
      return NO_MATCH;
    }

    VarSymbol variable = Growth.rootOf(tree.getVariable());
    if (variable == null || isSuppressed(variable, state) || isExempt(state)) {
      return NO_MATCH;
    }

    // Set to something else in between, it does not grow.
    Predicate<Tree> resets =
        step ->
            DefiniteAssignment.isMadeBy(
                step,
                other ->
                    Growth.isSame(other.getVariable(), tree.getVariable())
                        && !growth.isMadeBy(other, state));
    Optional<Tree> loop =
        NextRounds.after(state.getPath(), resets).stream()
            .filter(around -> NextRounds.carry(around, variable))
            .filter(around -> !NextRounds.isPreceded(state.getPath(), around, resets))
            .filter(around -> !isFoldOver(around, tree))
            .findFirst();
    if (loop.isPresent()) {
      return describe(tree, inLoop(tree, loop.get(), state));
    }

    MethodTree method = state.findEnclosing(MethodTree.class);
    if (method == null || !growsByCalls(tree, method, resets, state)) {
      return NO_MATCH;
    }
    return describe(tree, byCalls(tree, method, state));
  }

  /** Whether the loop is over options of which each makes a context of the last one's. */
  private static boolean isFoldOver(Tree loop, AssignmentTree assignment) {
    return Growth.bare(assignment.getExpression()) instanceof MethodInvocationTree call
        && ASTHelpers.getReceiver(call) != null
        && isOptionOf(loop, Growth.bare(ASTHelpers.getReceiver(call)));
  }

  /** Whether it is the variable of the loop, or the element that this is the index of. */
  private static boolean isOptionOf(Tree loop, Tree option) {
    if (loop instanceof EnhancedForLoopTree each) {
      return isNamed(each.getVariable(), option);
    }
    Tree index = indexOf(option);
    return index != null
        && loop instanceof ForLoopTree counted
        && counted.getInitializer().stream()
            .anyMatch(start -> start instanceof VariableTree && isNamed(start, index));
  }

  private static boolean isNamed(Tree declaration, Tree name) {
    return TreeInfo.symbolFor((JCTree) declaration) == TreeInfo.symbolFor((JCTree) name);
  }

  /** Of an element of an array or a list; null of what is none. */
  private static @Nullable Tree indexOf(Tree element) {
    if (element instanceof ArrayAccessTree cell) {
      return cell.getIndex();
    }
    return element instanceof MethodInvocationTree call
            && TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
            && method.getSimpleName().contentEquals("get")
            && call.getArguments().size() == 1
        ? call.getArguments().get(0)
        : null;
  }

  /** Whether what is assigned is there at the next call of the method. */
  private static boolean growsByCalls(
      AssignmentTree tree, MethodTree method, Predicate<Tree> resets, VisitorState state) {
    VarSymbol root = Growth.rootOf(tree.getVariable());
    return (root.getKind().isField() || isFieldOfOther(tree.getVariable(), method, root))
        && method.getReturnType() != null
        && !NextRounds.isPreceded(state.getPath(), method, resets)
        && !NextRounds.isFollowed(state.getPath(), resets);
  }

  /** Whether it is a field of an object that was there before the method was called. */
  private static boolean isFieldOfOther(Tree variable, MethodTree method, VarSymbol object) {
    Tree named = variable;
    while (named instanceof ArrayAccessTree cell) {
      named = cell.getExpression();
    }
    if (!(named instanceof MemberSelectTree)) {
      return false;
    }
    boolean[] isNew = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        isNew[0] |=
            object.equals(TreeInfo.symbolFor((JCTree) tree))
                && tree.getInitializer() instanceof NewClassTree;
        return super.visitVariable(tree, null);
      }
    }.scan(method.getBody(), null);
    return !isNew[0];
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    return unlessTypesAreMissing(() -> checkUpdate(tree, state), state);
  }

  private Description checkUpdate(MethodInvocationTree tree, VisitorState state) {
    if (!isUpdate(tree, state)) {
      return NO_MATCH;
    }

    List<? extends Tree> arguments = tree.getArguments();
    Tree receiver = ASTHelpers.getReceiver(tree);
    if (receiver == null || arguments.stream().noneMatch(given -> growth.isMadeBy(given, state))) {
      return NO_MATCH;
    }

    VarSymbol variable = Growth.rootOf(receiver);
    if ((variable != null && isSuppressed(variable, state)) || isExempt(state)) {
      return NO_MATCH;
    }

    return describe(tree, byUpdates(receiver, state));
  }

  private boolean isExempt(VisitorState state) {
    return contexts.inContextType(state) || Annotations.inGeneratedCode(state);
  }

  private Description unlessTypesAreMissing(Supplier<Description> check, VisitorState state) {
    if (!contexts.areKnown(state)) {
      return NO_MATCH;
    }
    try {
      return check.get();
    } catch (CompletionFailure missing) {
      // What the code does cannot be told where a type it names is not on the class path.
      return NO_MATCH;
    }
  }

  private static String inLoop(AssignmentTree tree, Tree loop, VisitorState state) {
    long line =
        state
            .getPath()
            .getCompilationUnit()
            .getLineMap()
            .getLineNumber(ASTHelpers.getStartPosition(loop));
    return String.format(
        "`%s` is derived from itself on every round of the loop on line %d, so it grows; derive a"
            + " context of the round from one that stays the same",
        state.getSourceForNode(tree.getVariable()), line);
  }

  private static String byCalls(AssignmentTree tree, MethodTree method, VisitorState state) {
    return String.format(
        "`%s` is derived from itself at every call of `%s`, so it grows; derive a local from one"
            + " that stays the same",
        state.getSourceForNode(tree.getVariable()), method.getName());
  }

  private static String byUpdates(Tree receiver, VisitorState state) {
    return String.format(
        "`%s` gets a context derived from its own at every update, so it grows; derive a local from"
            + " one that stays the same",
        state.getSourceForNode(receiver));
  }

  private Description describe(Tree tree, String message) {
    return buildDescription(tree).setMessage(message).build();
  }
}
