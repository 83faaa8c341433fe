package dev.baton.checker;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.ClassTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.ClassTree;

/** Stands for a check of somebody else's on the same processor path: it flags every class. */
@AutoService(BugChecker.class)
@BugPattern(summary = "a class of any kind", severity = SeverityLevel.WARNING)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class ForeignCheck extends BugChecker implements ClassTreeMatcher {

  @Override
  public Description matchClass(ClassTree tree, VisitorState state) {
    return describeMatch(tree);
  }
}
