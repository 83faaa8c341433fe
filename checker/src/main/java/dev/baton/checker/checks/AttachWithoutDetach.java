package dev.baton.checker.checks;

import static com.google.errorprone.matchers.Description.NO_MATCH;
import static com.google.errorprone.util.ASTHelpers.findPathFromEnclosingNodeToTopLevel;
import static com.google.errorprone.util.ASTHelpers.getReceiver;
import static com.google.errorprone.util.ASTHelpers.getType;
import static com.google.errorprone.util.ASTHelpers.stripParentheses;

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
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.fix.IntoTryFinally;
import dev.baton.checker.fix.IntoTryWithResources;
import dev.baton.checker.fix.Resource;
import dev.baton.checker.flow.Escape;
import dev.baton.checker.flow.Paths;
import dev.baton.checker.flow.Question;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.Attachments;
import dev.baton.checker.model.Attachments.Dropped;
import dev.baton.checker.model.Attachments.Kept;
import dev.baton.checker.model.Attachments.Place;
import dev.baton.checker.model.Bodies;
import dev.baton.checker.model.ContextModel;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.NoReturn;
import dev.baton.checker.model.Rehearsals;
import dev.baton.checker.model.ReturnedArgument;
import dev.baton.checker.model.WholeValue;
import dev.baton.checker.report.Attachings;
import dev.baton.checker.scan.Selective;
import java.util.Optional;
import javax.inject.Inject;

/**
 * A context that is made the current one of its thread, and stays so: what runs on the thread next,
 * for another request, finds its values, its deadline and its span.
 *
 * <p>Not flagged: what attaching returns where it is returned, kept in a field or handed on, since
 * whoever has it can put the former context back; calls between attaching and the {@code try},
 * though they may throw.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary =
        "A context made current and not put back in a `finally` (models grpc, opentelemetry).",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class AttachWithoutDetach extends BugChecker
    implements MethodInvocationTreeMatcher, Selective {

  private final Contexts contexts;

  /** For the ServiceLoader: no flags. */
  public AttachWithoutDetach() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  AttachWithoutDetach(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "AttachWithoutDetach");
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return tree instanceof JCMethodInvocation && Attachments.at(tree, contexts, state).isPresent();
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
    ContextModel family = Attachments.at(tree, contexts, state).orElse(null);
    if (family == null) {
      return NO_MATCH;
    }

    Place place = Attachments.placeOf(state.getPath(), state);
    if (place instanceof Dropped) {
      return Rehearsals.contains(state) || isExempt(state)
          ? NO_MATCH
          : describe(tree, Attachings.dropped(tree, detachingMethod(family), state));
    }

    if (!(place instanceof Kept kept) || isSuppressed(kept.local(), state)) {
      return NO_MATCH;
    }

    Optional<Escape> escape = escapeOf(tree, kept.local(), state);
    if (escape.isEmpty() || isExempt(state)) {
      return NO_MATCH;
    }

    return buildDescription(tree)
        .setMessage(
            Attachings.lost(
                tree, kept.local(), detachingMethod(family), escape.get().inWords(state), state))
        .addFix(fixOf(tree, family, state))
        .build();
  }

  /** The way by which the code around leaves without having put the former context back. */
  private Optional<Escape> escapeOf(
      MethodInvocationTree attaching, VarSymbol local, VisitorState state) {
    TreePath body = Bodies.around(state.getPath());
    Attachments attachments = Attachments.in(body, contexts, state);
    Escape escape =
        Paths.unsettled(body, question(attachments, body, false, state), state).get(attaching);
    if (escape == null && attachments.areSkippedByExceptions(local)) {
      escape =
          Paths.unsettled(body, question(attachments, body, true, state), state).get(attaching);
    }
    return Optional.ofNullable(escape);
  }

  private Question question(
      Attachments attachments, TreePath body, boolean anyCallThrows, VisitorState state) {
    return new Question(
        attachments::areHeldAt,
        attachments::endedBy,
        attachments::absentWhere,
        attachments::absentWhereNull,
        ReturnedArgument::of,
        NoReturn::from,
        step -> contexts.areQuietAt(step, state),
        !Bodies.isOfMain(body),
        anyCallThrows);
  }

  /** The block of a local that the call initializes, and that does not escape, can put it back. */
  private static SuggestedFix fixOf(
      MethodInvocationTree attaching, ContextModel family, VisitorState state) {
    if (!(WholeValue.of(state.getPath()).getParentPath().getLeaf() instanceof VariableTree local)
        || stripParentheses(local.getInitializer()) != attaching) {
      return SuggestedFix.emptyFix();
    }
    boolean isClosed = Attachings.areClosed(attaching, state);
    if (!isClosed && !isOnConstant(attaching)) {
      return SuggestedFix.emptyFix();
    }
    Resource resource =
        new Resource(
            findPathFromEnclosingNodeToTopLevel(state.getPath(), VariableTree.class),
            getType(attaching),
            family.detachingMethods(),
            /* isArgument= */ !isClosed,
            value -> true,
            given -> !isClosed,
            /* actsUnmentioned= */ true);
    return isClosed
        ? IntoTryWithResources.of(resource, state)
        : IntoTryFinally.of(
            resource, Attachings.call(attaching, local.getName(), detachingMethod(family)), state);
  }

  /**
   * Whether it is called on a variable that a {@code finally} can name, and that stays the same.
   */
  private static boolean isOnConstant(MethodInvocationTree attaching) {
    return getReceiver(attaching) instanceof IdentifierTree name
        && TreeInfo.symbolFor((JCTree) name) instanceof VarSymbol variable
        && (variable.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0;
  }

  private static String detachingMethod(ContextModel family) {
    return family.detachingMethods().asList().get(0);
  }

  private boolean isExempt(VisitorState state) {
    return contexts.inContextType(state) || Annotations.inGeneratedCode(state);
  }

  private Description describe(Tree tree, String message) {
    return buildDescription(tree).setMessage(message).build();
  }
}
