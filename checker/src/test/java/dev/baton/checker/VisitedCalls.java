package dev.baton.checker;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import dev.baton.checker.scan.Selective;

/** A check with a finding at every call that it is taken to, and that asks for few. */
@BugPattern(
    summary = "A call that was visited.",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.NONE)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class VisitedCalls extends BugChecker
    implements MethodInvocationTreeMatcher, Selective {

  @Override
  public boolean isCandidate(Tree tree, VisitorState state) {
    return tree instanceof JCMethodInvocation call
        && "candidate".equals(state.getSourceForNode(call.meth));
  }

  @Override
  public boolean tellsCallsApart() {
    return true;
  }

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    return buildDescription(tree).setMessage(state.getSourceForNode(tree)).build();
  }
}
