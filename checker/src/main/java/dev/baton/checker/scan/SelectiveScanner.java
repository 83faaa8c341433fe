package dev.baton.checker.scan;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ErrorProneScanner;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAnnotation;
import com.sun.tools.javac.tree.JCTree.JCLiteral;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Error Prone's scanner, kept to the paths that lead to candidates of the checks. It makes a path,
 * a state and a lookup of suppressions for each tree it visits, which is most of what a check
 * costs, and candidates are few.
 */
final class SelectiveScanner extends ErrorProneScanner {

  private final Selective[] checks;

  /** The candidates in the file at hand, and all trees around them. */
  private Set<Tree> ways = new HashSet<>();

  /**
   * @param checks each of them {@link Selective}
   */
  SelectiveScanner(Iterable<BugChecker> checks, Map<String, SeverityLevel> severities) {
    super(checks, severities);
    this.checks = getBugCheckers().toArray(new Selective[0]);
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
      ask(tree);
      super.visitMethodDef(tree);
    }

    @Override
    public void visitVarDef(JCVariableDecl tree) {
      ask(tree);
      super.visitVarDef(tree);
    }

    @Override
    public void visitApply(JCMethodInvocation tree) {
      ask(tree);
      super.visitApply(tree);
    }

    @Override
    public void visitNewClass(JCNewClass tree) {
      ask(tree);
      super.visitNewClass(tree);
    }

    @Override
    public void visitReference(JCMemberReference tree) {
      ask(tree);
      super.visitReference(tree);
    }

    @Override
    public void visitLiteral(JCLiteral tree) {
      ask(tree);
    }

    @Override
    public void visitAnnotation(JCAnnotation tree) {
      ask(tree);
      super.visitAnnotation(tree);
    }

    private void ask(JCTree tree) {
      try {
        for (Selective check : checks) {
          if (check.isCandidate(tree, state)) {
            found.add(tree);
            return;
          }
        }
      } catch (CompletionFailure missing) {
        found.add(tree); // the check knows what to make of it
      }
    }
  }
}
