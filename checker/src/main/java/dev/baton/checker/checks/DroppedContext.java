package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.NewClassTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.baton.checker.fix.InsertedContext;
import dev.baton.checker.flow.NullSuspects;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.ContextOverloads;
import dev.baton.checker.model.ContextScope;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.DoneCode;
import dev.baton.checker.model.Signatures;
import dev.baton.checker.scan.Selective;
import java.util.Optional;
import javax.inject.Inject;

/**
 * A call of a method without a context, where an overload takes one and a context is in scope.
 *
 * <p>The overload without it is there for code that has none yet. What is called through it goes on
 * when its caller has left, without deadline and without the values of the request.
 *
 * <p>Not flagged: the call inside of that overload itself; {@code super.m(…)} in a method {@code
 * m}; where the only contexts in scope are of another type, or may be null. No callee is looked
 * into, and no method of another name is suggested.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary =
        "The overload without a context is called where one is in scope and an overload takes it.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class DroppedContext extends BugChecker
    implements MethodInvocationTreeMatcher, NewClassTreeMatcher, Selective {

  private final Contexts contexts;
  private final ContextOverloads overloads;

  /** For the ServiceLoader: no flags. */
  public DroppedContext() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  DroppedContext(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "DroppedContext");
    this.overloads = new ContextOverloads(contexts);
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return overloads.mayExistFor(tree, state);
  }

  /** It depends on what it is called on. */
  @Override
  public boolean tellsCallsApart() {
    return true;
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    return match(tree, state);
  }

  @Override
  public Description matchNewClass(NewClassTree tree, VisitorState state) {
    return match(tree, state);
  }

  private Description match(ExpressionTree tree, VisitorState state) {
    if (!contexts.areKnown(state) || !isCandidate(tree, state)) {
      return Description.NO_MATCH;
    }

    MethodSymbol overload = overloads.of(state).orElse(null);
    if (overload == null) {
      return Description.NO_MATCH;
    }

    // It is how that overload does its work, or passes on what it overrides.
    if (isInside(overload, tree, state)) {
      return Description.NO_MATCH;
    }

    VarSymbol context = contextFor(overload, state).orElse(null);
    if (context == null) {
      return Description.NO_MATCH;
    }

    if (contexts.inContextType(state) || Annotations.inGeneratedCode(state)) {
      return Description.NO_MATCH;
    }

    boolean mustWorkWhenDone = DoneCode.contains(contexts, state);
    String given = context.getSimpleName() + (mustWorkWhenDone ? ".withoutCancel()" : "");
    return buildDescription(tree)
        .setMessage(
            String.format(
                "this call of %s drops `%s`, which an overload takes; pass `%s` first",
                Signatures.inWords(overload), context.getSimpleName(), given))
        .addFix(
            mustWorkWhenDone
                ? SuggestedFix.emptyFix()
                : InsertedContext.of(tree, overload, context, state))
        .build();
  }

  private static boolean isInside(MethodSymbol overload, Tree call, VisitorState state) {
    boolean isOnSuper =
        call instanceof MethodInvocationTree invocation
            && ASTHelpers.getReceiver(invocation) instanceof IdentifierTree receiver
            && receiver.getName().contentEquals("super");
    for (Tree tree : state.getPath()) {
      if (tree instanceof MethodTree method
          && (overload.equals(ASTHelpers.getSymbol(method))
              || (isOnSuper && method.getName().equals(overload.getSimpleName())))) {
        return true;
      }
    }
    return false;
  }

  /** The nearest context in scope that the overload takes, and that may not be null. */
  private Optional<VarSymbol> contextFor(MethodSymbol overload, VisitorState state) {
    return ContextScope.at(state, contexts).stream()
        .filter(
            context ->
                ASTHelpers.isSubtype(context.type, overload.getParameters().get(0).type, state))
        .filter(context -> !NullSuspects.contain(context, state.getPath()))
        .findFirst();
  }
}
