package dev.baton.checker.checks;

import static com.google.errorprone.matchers.Description.NO_MATCH;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.fix.InsteadOfParent;
import dev.baton.checker.flow.NextRounds;
import dev.baton.checker.flow.Paths;
import dev.baton.checker.flow.Question;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Births;
import dev.baton.checker.model.Bodies;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.Derivations;
import dev.baton.checker.model.DerivedUses;
import dev.baton.checker.model.Duties;
import dev.baton.checker.model.NoReturn;
import dev.baton.checker.model.Rehearsals;
import dev.baton.checker.model.ReturnedArgument;
import dev.baton.checker.model.Settings;
import dev.baton.checker.model.Slot;
import dev.baton.checker.model.Slots;
import dev.baton.checker.report.UselessDerivations;
import dev.baton.checker.scan.Selective;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * A context that is derived, and that nothing uses: it is dropped, or all that is done with it is
 * to cancel it. The code below then gets the parent, and knows nothing of the time-out or the value
 * that its author meant it to have.
 *
 * <p>Not flagged, on purpose: one that is mentioned in any other way, be it to log it; one that
 * {@code LostCancel} reports, which has to be mended first; calls that a test expects to throw.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A derived context that nothing uses: its time-out or value has no effect.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class UnusedDerivedContext extends BugChecker
    implements MethodInvocationTreeMatcher, Selective {

  private final Contexts contexts;
  private final Derivations derivations;
  private final Births births;
  private final Slots slots;
  private final boolean strict;

  /** For the ServiceLoader: no flags. */
  public UnusedDerivedContext() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  UnusedDerivedContext(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "UnusedDerivedContext");
    this.derivations = new Derivations(contexts);
    this.births = new Births(contexts);
    this.slots = new Slots(contexts, births);
    this.strict = Settings.from(flags).strict();
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return tree instanceof JCMethodInvocation call
        && derivations.happenAt(TreeInfo.symbol(call.meth), state);
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    if (!contexts.areKnown(state)) {
      return NO_MATCH;
    }
    try {
      return check(tree, state);
    } catch (CompletionFailure missing) {
      // What the code does cannot be told where a type it names is not on the class path.
      return NO_MATCH;
    }
  }

  private Description check(MethodInvocationTree tree, VisitorState state) {
    if (!isCandidate(tree, state)) {
      return NO_MATCH;
    }

    // Whoever else gets it may use it.
    Slot slot = slots.of(state.getPath(), state);
    TreePath place = placeOf(slot, state);
    VarSymbol local = localGiven(place);
    if (local == null && !isDropped(tree, slot, state)) {
      return NO_MATCH;
    }

    if (local != null && (isSuppressed(local, state) || usedBy(local, place, state))) {
      return NO_MATCH;
    }

    // Nothing is derived where a test expects an exception, or tells a mock what is called.
    if (local == null && Rehearsals.contains(state)) {
      return NO_MATCH;
    }

    // One finding for one cause.
    if (isLost(tree, slot, state)) {
      return NO_MATCH;
    }

    if (contexts.inContextType(state) || Annotations.inGeneratedCode(state)) {
      return NO_MATCH;
    }

    ExpressionTree parent = derivations.parentOf(tree, state);
    return buildDescription(tree)
        .setMessage(UselessDerivations.inWords(tree, local, parent))
        .addFix(fixOf(tree, place, parent, state))
        .build();
  }

  /** The local that gets the context there, and nobody besides. */
  private static @Nullable VarSymbol localGiven(TreePath place) {
    Tree target = null;
    if (place.getLeaf() instanceof VariableTree variable) {
      target = variable;
    } else if (place.getLeaf() instanceof AssignmentTree assignment
        && place.getParentPath().getLeaf() instanceof ExpressionStatementTree) {
      target = assignment.getVariable();
    }
    return target != null
            && TreeInfo.symbolFor((JCTree) target) instanceof VarSymbol variable
            && !variable.getKind().isField()
        ? variable
        : null;
  }

  private boolean usedBy(VarSymbol local, TreePath place, VisitorState state) {
    // What a compact constructor leaves in its parameter goes to the field.
    boolean becomesField = (local.owner.flags() & Flags.COMPACT_RECORD_CONSTRUCTOR) != 0;
    return becomesField
        || DerivedUses.exist(local, place, reachedFrom(place, local, state), births, state);
  }

  /** The begin of the outermost loop that brings the local to its next round, or what follows. */
  private static int reachedFrom(TreePath place, VarSymbol local, VisitorState state) {
    int from = state.getEndPosition(place.getLeaf());
    for (Tree loop : NextRounds.after(place, /* isEnd= */ step -> false)) {
      from = NextRounds.carry(loop, local) ? ASTHelpers.getStartPosition(loop) : from;
    }
    return from;
  }

  /** Whether it is the whole of a statement, or is ended where it is created. */
  private static boolean isDropped(MethodInvocationTree tree, Slot slot, VisitorState state) {
    if (slot.tree() instanceof LambdaExpressionTree lambda) {
      return Slots.dropResultOf(lambda, state);
    }
    return slot.tree() instanceof ExpressionStatementTree
        || (slot.isTaken()
            && slot.tree() instanceof MethodInvocationTree end
            && ASTHelpers.getReceiver(end) == tree);
  }

  /** Whether {@code LostCancel} reports the context, or one that it is derived from on the way. */
  private boolean isLost(MethodInvocationTree tree, Slot slot, VisitorState state) {
    ExpressionTree parent = derivations.parentOf(tree, state);
    if (parent instanceof MethodInvocationTree outer
        && births.happenAt(TreeInfo.symbolFor((JCTree) outer), state)) {
      return true;
    }
    if (!births.happenAt(TreeInfo.symbolFor((JCTree) tree), state) || slot.isTaken()) {
      return false;
    }
    if (slot.isBorrowed()) {
      return true;
    }
    TreePath body = Bodies.around(state.getPath());
    Duties duties = Duties.in(body, contexts, births, slots, state);
    boolean isCalledUnused = slot.local().getSimpleName().contentEquals("unused");
    return (isCalledUnused && !duties.areDischargedFor(slot.local()))
        || Paths.unsettled(body, questionOf(duties, body, state), state).containsKey(tree);
  }

  private Question questionOf(Duties duties, TreePath body, VisitorState state) {
    return new Question(
        duties::areBornAt,
        duties::dischargedBy,
        duties::absentWhere,
        duties::absentWhereNull,
        ReturnedArgument::of,
        NoReturn::from,
        step -> contexts.areQuietAt(step, state),
        !Bodies.isOfMain(body),
        strict);
  }

  private SuggestedFix fixOf(
      MethodInvocationTree tree,
      TreePath place,
      @Nullable ExpressionTree parent,
      VisitorState state) {
    return place.getLeaf() instanceof VariableTree variable
            && ASTHelpers.stripParentheses(variable.getInitializer()) == tree
            && parent != null
            && TreeInfo.symbolFor((JCTree) parent) instanceof VarSymbol local
            && !local.getKind().isField()
        ? InsteadOfParent.of(place, local, contexts, state)
        : SuggestedFix.emptyFix();
  }

  /** What has the context: a variable, an assignment, a statement; of a resource its variable. */
  private static TreePath placeOf(Slot slot, VisitorState state) {
    TreePath place = state.getPath();
    while (place.getLeaf() != slot.tree() && place.getParentPath() != null) {
      place = place.getParentPath();
    }
    // The arm of a condition is taken by itself.
    TreePath outer = place;
    while (outer.getLeaf() instanceof ExpressionTree
        && (outer.getParentPath().getLeaf() instanceof ParenthesizedTree
            || outer.getParentPath().getLeaf() instanceof ConditionalExpressionTree)) {
      outer = outer.getParentPath();
    }
    return outer != place && outer.getParentPath().getLeaf() instanceof VariableTree
        ? outer.getParentPath()
        : place;
  }
}
