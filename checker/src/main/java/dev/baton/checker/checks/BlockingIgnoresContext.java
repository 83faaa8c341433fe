package dev.baton.checker.checks;

import static com.google.errorprone.matchers.Description.NO_MATCH;

import com.google.auto.service.AutoService;
import com.google.common.collect.Iterables;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MemberReferenceTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.fix.AwaitedPause;
import dev.baton.checker.flow.NextRounds;
import dev.baton.checker.flow.Shown;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.BlockingCall;
import dev.baton.checker.model.BlockingCalls;
import dev.baton.checker.model.ContextScope;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.Growth;
import dev.baton.checker.model.Settings;
import dev.baton.checker.model.StoppedCalls;
import dev.baton.checker.model.TestCode;
import dev.baton.checker.scan.Selective;
import java.util.List;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * A call that blocks where a context is in scope which cannot stop it. The client has left or the
 * time is up, and the thread, with all that it holds, stays until what it waits for happens.
 *
 * <p>Not flagged, on purpose: what the bridges of the runtime stop, or a listener; a time-out that
 * is taken from the context; a future that is known to be done; waiting in a {@code finally}, which
 * cleans up whatever the context says; test code.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A blocking call that the context in scope cannot stop.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class BlockingIgnoresContext extends BugChecker
    implements MethodInvocationTreeMatcher, MemberReferenceTreeMatcher, Selective {

  private final Contexts contexts;
  private final BlockingCalls blockingCalls;

  /** For the ServiceLoader: no flags. */
  public BlockingIgnoresContext() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  BlockingIgnoresContext(ErrorProneFlags flags) {
    Settings settings = Settings.from(flags);
    this.contexts = Contexts.of(settings, "BlockingIgnoresContext");
    this.blockingCalls = BlockingCalls.of(settings);
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return blockingCalls.find(calledBy(tree), state).isPresent();
  }

  private static @Nullable Symbol calledBy(Tree tree) {
    if (tree instanceof JCMethodInvocation call) {
      return TreeInfo.symbol(call.meth);
    }
    return tree instanceof JCMemberReference reference ? reference.sym : null;
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    return check(tree, ASTHelpers.getReceiver(tree), state);
  }

  @Override
  public Description matchMemberReference(MemberReferenceTree tree, VisitorState state) {
    boolean isOfType = ASTHelpers.getSymbol(tree.getQualifierExpression()) instanceof ClassSymbol;
    return check(tree, isOfType ? null : tree.getQualifierExpression(), state);
  }

  private Description check(Tree tree, @Nullable ExpressionTree receiver, VisitorState state) {
    if (!contexts.areKnown(state)) {
      return NO_MATCH;
    }
    try {
      return checkKnown(tree, receiver, state);
    } catch (CompletionFailure missing) {
      // What the code does cannot be told where a type it names is not on the class path.
      return NO_MATCH;
    }
  }

  private Description checkKnown(Tree tree, @Nullable ExpressionTree receiver, VisitorState state) {
    BlockingCall call = blockingCalls.find(calledBy(tree), state).orElse(null);
    if (call == null) {
      return NO_MATCH;
    }

    List<VarSymbol> inScope = ContextScope.at(state, contexts);
    if (inScope.isEmpty()) {
      return NO_MATCH;
    }

    // The context stops it all the same, or must not.
    if (StoppedCalls.contain(receiver, contexts, state)) {
      return NO_MATCH;
    }

    // It does not block.
    if (receiver != null && Shown.at(state.getPath(), test -> asksIfDone(test, receiver))) {
      return NO_MATCH;
    }

    if (contexts.inContextType(state)
        || Annotations.inGeneratedCode(state)
        || TestCode.contains(state)) {
      return NO_MATCH;
    }

    VarSymbol context = inScope.get(0);
    return buildDescription(tree)
        .setMessage(message(call, receiver, context))
        .addFix(fixOf(tree, context, state))
        .build();
  }

  private static SuggestedFix fixOf(Tree tree, VarSymbol context, VisitorState state) {
    if (!(tree instanceof MethodInvocationTree call)) {
      return SuggestedFix.emptyFix();
    }
    Tree loop =
        Iterables.getFirst(NextRounds.after(state.getPath(), /* isEnd= */ step -> false), null);
    return AwaitedPause.of(call, context, loop, state);
  }

  private static boolean asksIfDone(ExpressionTree test, ExpressionTree future) {
    return test instanceof MethodInvocationTree call
        && TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
        && method.getSimpleName().contentEquals("isDone")
        && ASTHelpers.getReceiver(call) != null
        && Growth.isSame(ASTHelpers.getReceiver(call), future);
  }

  private static String message(
      BlockingCall call, @Nullable ExpressionTree receiver, VarSymbol context) {
    String type = call.type().substring(call.type().lastIndexOf('.') + 1);
    String it = receiver instanceof IdentifierTree name ? name.getName().toString() : call.noun();
    return String.format(
        "`%s.%s` keeps blocking when `%s` is done; write `%s` instead",
        type,
        call.method(),
        context.getSimpleName(),
        call.instead().replace("{ctx}", context.getSimpleName()).replace("{it}", it));
  }
}
