package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.AnnotationTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MemberReferenceTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCAnnotation;
import dev.baton.checker.fix.ContextForRoot;
import dev.baton.checker.flow.NullSuspects;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.ContextScope;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.DoneCode;
import dev.baton.checker.model.RootFactory;
import dev.baton.checker.model.RootUses;
import dev.baton.checker.model.Signatures;
import dev.baton.checker.model.TestCode;
import dev.baton.checker.model.WholeValue;
import dev.baton.checker.scan.Selective;
import java.util.Optional;
import javax.inject.Inject;
import javax.lang.model.element.ElementKind;

/**
 * A new root, {@code Context.background()} or {@code Context.todo()}, where a context is in scope.
 *
 * <p>What gets the root goes on when the caller has left: it has no deadline, nobody can cancel it,
 * and the values of the request are gone.
 *
 * <p>Not flagged: {@code @DetachedWork}, which says why; a root in the place of a context that is
 * null, or compared with one; where a context is known to be done, and in clean-up, that has to
 * work even then; test code. No callee is looked into.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "`background()` or `todo()` where a context is in scope.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class DetachedContext extends BugChecker
    implements MethodInvocationTreeMatcher,
        MemberReferenceTreeMatcher,
        AnnotationTreeMatcher,
        Selective {

  private static final String DETACHED_WORK = "DetachedWork";

  private final Contexts contexts;

  /** For the ServiceLoader: no flags. */
  public DetachedContext() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  DetachedContext(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "DetachedContext");
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return RootFactory.isCalledBy(tree, contexts, state)
        || RootFactory.isNamedBy(tree, contexts, state)
        || (tree instanceof JCAnnotation annotation
            && Annotations.isNamed(annotation, DETACHED_WORK));
  }

  /** An exemption without its reason. */
  @Override
  public Description matchAnnotation(AnnotationTree tree, VisitorState state) {
    if (!isCandidate(tree, state) || !contexts.areKnown(state)) {
      return Description.NO_MATCH;
    }

    // The annotation of another element, or of an annotation's own declaration.
    if (!(state.getPath().getParentPath().getParentPath().getLeaf() instanceof MethodTree method)) {
      return Description.NO_MATCH;
    }

    if (!Annotations.lacksReason(tree) || isOutOfScope(state)) {
      return Description.NO_MATCH;
    }

    return buildDescription(tree)
        .setMessage(
            String.format(
                "`@%s` gives no reason; say why %s starts a context of its own",
                DETACHED_WORK, Signatures.inWords(ASTHelpers.getSymbol(method))))
        .build();
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    return match(tree, state);
  }

  @Override
  public Description matchMemberReference(MemberReferenceTree tree, VisitorState state) {
    return match(tree, state);
  }

  private Description match(ExpressionTree tree, VisitorState state) {
    if (!isCandidate(tree, state) || !contexts.areKnown(state)) {
      return Description.NO_MATCH;
    }

    // Nothing starts with it.
    if (RootUses.areHarmless(contexts, state)) {
      return Description.NO_MATCH;
    }

    VarSymbol context = contextInScope(state).orElse(null);
    if (context == null) {
      return Description.NO_MATCH;
    }

    // What is in scope is of no use here.
    if (DoneCode.contains(contexts, state)) {
      return Description.NO_MATCH;
    }

    if (isDeclaredDetached(state) || isOutOfScope(state)) {
      return Description.NO_MATCH;
    }

    Symbol factory = ASTHelpers.getSymbol(tree);
    String name = context.getSimpleName().toString();
    String root = factory.owner.getSimpleName() + "." + factory.getSimpleName() + "()";
    return buildDescription(tree)
        .setMessage(
            factory.getSimpleName().contentEquals("todo")
                ? String.format("`%s` stands where `%s` is in scope; use `%s`", root, name, name)
                : String.format(
                    "`%s` starts anew where `%s` is in scope, so nothing stops what it is given"
                        + " to; use `%s`, or `%s.withoutCancel()` for work that must outlive the"
                        + " request",
                    root, name, name, name))
        .addFix(ContextForRoot.of(tree, context, state))
        .build();
  }

  /** The nearest context in scope that could take the place of the root. */
  private Optional<VarSymbol> contextInScope(VisitorState state) {
    Tree place = WholeValue.of(state.getPath()).getParentPath().getLeaf();
    boolean isReturned = place instanceof ReturnTree || place instanceof LambdaExpressionTree;
    return ContextScope.at(state, contexts).stream()
        .filter(context -> !NullSuspects.contain(context, state.getPath()))
        // Whoever creates an owner cancels it, so it is of no use to those it is returned to.
        .filter(
            context ->
                !isReturned
                    || context.getKind() == ElementKind.PARAMETER
                    || !contexts.isOwner(context.type, state))
        .findFirst();
  }

  private static boolean isDeclaredDetached(VisitorState state) {
    for (Tree tree : state.getPath()) {
      if (tree instanceof MethodTree && Annotations.find(tree, DETACHED_WORK).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean isOutOfScope(VisitorState state) {
    return contexts.inContextType(state)
        || Annotations.inGeneratedCode(state)
        || TestCode.contains(state);
  }
}
