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
import com.google.errorprone.bugpatterns.BugChecker.NewClassTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Annotations;
import dev.baton.checker.model.AsyncSinks;
import dev.baton.checker.model.Births;
import dev.baton.checker.model.Captures;
import dev.baton.checker.model.Contexts;
import dev.baton.checker.model.EndingContext;
import dev.baton.checker.model.Waits;
import dev.baton.checker.scan.Selective;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * A context that the end of a block cancels, and that work has which the block does not wait for.
 * The work is cancelled as soon as the block ends, most often before it has begun.
 *
 * <p>Not flagged, on purpose: work whose future the block uses, or after which it waits for
 * anything; an executor that closes before the context does; work that only cancels the context, or
 * that has one which the block does not end.
 */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "Baton",
    summary = "A context handed to asynchronous work that outlives its scope.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class EscapedContext extends BugChecker
    implements MethodInvocationTreeMatcher, NewClassTreeMatcher, Selective {

  private final Contexts contexts;
  private final Births births;
  private final AsyncSinks sinks = new AsyncSinks();

  /** For the ServiceLoader: no flags. */
  public EscapedContext() {
    this(ErrorProneFlags.empty());
  }

  @Inject
  EscapedContext(ErrorProneFlags flags) {
    this.contexts = Contexts.of(flags, "EscapedContext");
    this.births = new Births(contexts);
  }

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return sinks.include(calledBy(tree), state);
  }

  private static @Nullable Symbol calledBy(Tree tree) {
    if (tree instanceof JCMethodInvocation call) {
      return TreeInfo.symbol(call.meth);
    }
    return tree instanceof JCNewClass creation ? creation.constructor : null;
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    return check(tree, state);
  }

  @Override
  public Description matchNewClass(NewClassTree tree, VisitorState state) {
    return check(tree, state);
  }

  private Description check(Tree tree, VisitorState state) {
    if (!contexts.areKnown(state)) {
      return NO_MATCH;
    }
    try {
      return checkKnown(tree, state);
    } catch (CompletionFailure missing) {
      // What the code does cannot be told where a type it names is not on the class path.
      return NO_MATCH;
    }
  }

  private Description checkKnown(Tree tree, VisitorState state) {
    if (!isCandidate(tree, state)) {
      return NO_MATCH;
    }

    for (EndingContext ending : EndingContext.around(state.getPath(), contexts, births, state)) {
      if (escapes(ending, state)
          && !isSuppressed(ending.context(), state)
          && !contexts.inContextType(state)
          && !Annotations.inGeneratedCode(state)) {
        return buildDescription(tree).setMessage(message(tree, ending, state)).build();
      }
    }
    return NO_MATCH;
  }

  private boolean escapes(EndingContext ending, VisitorState state) {
    TreePath sink = state.getPath();
    return sinks.workOf(sink, state).stream()
            .anyMatch(
                work ->
                    Captures.exist(ending.context(), work, ending.block(), contexts, births, state))
        // The end of the executor waits for its work.
        && !ending.closesEarlier(sink)
        && !Waits.exist(sink, ending.block(), ending.context(), sinks, births, state);
  }

  private static String message(Tree tree, EndingContext ending, VisitorState state) {
    String sink =
        tree instanceof NewClassTree
            ? "new Thread"
            : TreeInfo.name((JCTree) ((MethodInvocationTree) tree).getMethodSelect()).toString();
    long line =
        state
            .getPath()
            .getCompilationUnit()
            .getLineMap()
            .getLineNumber(ASTHelpers.getStartPosition(ending.block().getLeaf()));
    return String.format(
        "`%s` goes to work that `%s` runs, and the `try` on line %d cancels it without waiting for"
            + " that work; wait for it in the block, or pass `%s.withoutCancel()`",
        ending.context().getSimpleName(), sink, line, ending.context().getSimpleName());
  }
}
