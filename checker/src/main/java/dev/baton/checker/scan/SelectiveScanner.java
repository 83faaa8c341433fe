package dev.baton.checker.scan;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.AnnotationTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.LiteralTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MemberReferenceTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.NewClassTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.scanner.ErrorProneScanner;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAnnotation;
import com.sun.tools.javac.tree.JCTree.JCLiteral;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Error Prone's scanner, kept to the paths that lead to candidates of the checks. It makes a path,
 * a state and a lookup of suppressions for each tree it visits, which is most of what a check
 * costs, and candidates are few.
 */
final class SelectiveScanner extends ErrorProneScanner {

  private final Selective[] ofMethods;
  private final Selective[] ofVariables;
  private final Selective[] ofCalledMethods;
  private final Selective[] ofCalls;
  private final Selective[] ofCreations;
  private final Selective[] ofReferences;
  private final Selective[] ofLiterals;
  private final Selective[] ofAnnotations;

  /** Whether a check has to look at the calls of a method, all of them. */
  private final Map<Symbol, Boolean> calledMethods = new HashMap<>();

  /** The candidates in the file at hand, and all trees around them. */
  private Set<Tree> ways = new HashSet<>();

  /**
   * @param checks each of them {@link Selective}
   */
  SelectiveScanner(Iterable<BugChecker> checks, Map<String, SeverityLevel> severities) {
    super(checks, severities);
    this.ofMethods = matching(MethodTreeMatcher.class);
    this.ofVariables = matching(VariableTreeMatcher.class);
    Selective[] matching = matching(MethodInvocationTreeMatcher.class);
    this.ofCalledMethods =
        Stream.of(matching).filter(check -> !check.tellsCallsApart()).toArray(Selective[]::new);
    this.ofCalls = Stream.of(matching).filter(Selective::tellsCallsApart).toArray(Selective[]::new);
    this.ofCreations = matching(NewClassTreeMatcher.class);
    this.ofReferences = matching(MemberReferenceTreeMatcher.class);
    this.ofLiterals = matching(LiteralTreeMatcher.class);
    this.ofAnnotations = matching(AnnotationTreeMatcher.class);
  }

  private Selective[] matching(Class<?> matcher) {
    return getBugCheckers().stream().filter(matcher::isInstance).toArray(Selective[]::new);
  }

  @Override
  public @Nullable Void scan(TreePath file, VisitorState state) {
    Ways toCandidates = new Ways(state);
    toCandidates.scan((JCTree) file.getLeaf());
    ways = toCandidates.found;
    return ways.isEmpty() ? null : super.scan(file, state);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, VisitorState state) {
    return ways.contains(tree) ? super.scan(tree, state) : null;
  }

  /** Finds the ways, with the scanner of javac itself, which makes nothing on its way. */
  private final class Ways extends TreeScanner {
    final Set<Tree> found = new HashSet<>();
    private final VisitorState state;

    Ways(VisitorState state) {
      this.state = state;
    }

    @Override
    public void scan(@Nullable JCTree tree) {
      int before = found.size();
      super.scan(tree);
      if (tree != null && found.size() > before) {
        found.add(tree);
      }
    }

    @Override
    public void visitMethodDef(JCMethodDecl tree) {
      ask(ofMethods, tree);
      super.visitMethodDef(tree);
    }

    @Override
    public void visitVarDef(JCVariableDecl tree) {
      ask(ofVariables, tree);
      super.visitVarDef(tree);
    }

    @Override
    public void visitApply(JCMethodInvocation tree) {
      if (isCalledMethodOfInterest(tree) || isCandidate(ofCalls, tree)) {
        found.add(tree);
      }
      super.visitApply(tree);
    }

    @Override
    public void visitNewClass(JCNewClass tree) {
      ask(ofCreations, tree);
      super.visitNewClass(tree);
    }

    @Override
    public void visitReference(JCMemberReference tree) {
      ask(ofReferences, tree);
      super.visitReference(tree);
    }

    @Override
    public void visitLiteral(JCLiteral tree) {
      ask(ofLiterals, tree);
    }

    @Override
    public void visitAnnotation(JCAnnotation tree) {
      ask(ofAnnotations, tree);
      super.visitAnnotation(tree);
    }

    private void ask(Selective[] checks, JCTree tree) {
      if (isCandidate(checks, tree)) {
        found.add(tree);
      }
    }

    private boolean isCalledMethodOfInterest(JCMethodInvocation call) {
      Symbol called = TreeInfo.symbol(call.meth);
      Boolean known = calledMethods.get(called);
      if (known == null) {
        known = isCandidate(ofCalledMethods, call);
        calledMethods.put(called, known);
      }
      return known;
    }

    private boolean isCandidate(Selective[] checks, JCTree tree) {
      try {
        for (Selective check : checks) {
          if (check.isCandidate(tree, state)) {
            return true;
          }
        }
        return false;
      } catch (CompletionFailure missing) {
        return true; // the check knows what to make of it
      }
    }
  }
}
