package dev.baton.checker.flow;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import org.jspecify.annotations.Nullable;

/** Whether the variable {@code x} may be null where {@code here()} is called. */
@BugPattern(summary = "x may be null here", severity = SeverityLevel.ERROR)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class Suspicion extends BugChecker implements MethodInvocationTreeMatcher {

  @Override
  public Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    if (!ASTHelpers.getSymbol(tree).getSimpleName().contentEquals("here")) {
      return Description.NO_MATCH;
    }
    Symbol variable = variableOf(state.findEnclosing(MethodTree.class));
    return NullSuspects.contain(variable, state.getPath())
        ? describeMatch(tree)
        : Description.NO_MATCH;
  }

  private static Symbol variableOf(MethodTree method) {
    Symbol[] found = new Symbol[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
        if (variable.getName().contentEquals("x")) {
          found[0] = ASTHelpers.getSymbol(variable);
        }
        return super.visitVariable(variable, null);
      }
    }.scan(method, null);
    return found[0];
  }
}
