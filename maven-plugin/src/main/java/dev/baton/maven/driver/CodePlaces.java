package dev.baton.maven.driver;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Finds the places of diagnostics in the trees that javac has parsed. */
final class CodePlaces implements TaskListener {

  private final Map<URI, CompilationUnitTree> units = new ConcurrentHashMap<>();
  private final SourcePositions positions;

  CodePlaces(JavacTask task) {
    positions = Trees.instance(task).getSourcePositions();
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.PARSE) {
      CompilationUnitTree unit = event.getCompilationUnit();
      units.put(unit.getSourceFile().toUri(), unit);
    }
  }

  /** The place of a diagnostic; unknown while its file is not parsed. */
  CodePlace of(Diagnostic<? extends JavaFileObject> diagnostic) {
    @Nullable JavaFileObject source = diagnostic.getSource();
    @Nullable CompilationUnitTree unit = source == null ? null : units.get(source.toUri());
    if (unit == null || diagnostic.getPosition() == Diagnostic.NOPOS) {
      return CodePlace.UNKNOWN;
    }
    try {
      String text = unit.getSourceFile().getCharContent(true).toString();
      return place(unit, text, diagnostic);
    } catch (IOException e) {
      // The finding matters more than its place.
      return CodePlace.UNKNOWN;
    }
  }

  private CodePlace place(
      CompilationUnitTree unit, String text, Diagnostic<? extends JavaFileObject> diagnostic) {
    int position = (int) diagnostic.getPosition();
    Innermost innermost = new Innermost(unit, position);
    innermost.scan(new TreePath(unit), null);
    List<Tree> trees = new ArrayList<>();
    innermost.found.forEach(trees::add);
    Collections.reverse(trees);

    int lineEnd = lineEnd(text, position);
    int start = (int) diagnostic.getStartPosition();
    int end = (int) diagnostic.getEndPosition();
    boolean onTheLine = start >= 0 && lineEnd(text, start) == lineEnd && end <= lineEnd;
    return new CodePlace(
        type(unit, trees),
        member(trees),
        code(unit, trees, text, position).replaceAll("\\s+", " ").strip(),
        onTheLine ? start : position,
        onTheLine ? end : lineEnd,
        new Declarations(unit, positions).around(trees));
  }

  private static int lineEnd(String text, int position) {
    int end = position;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Local classes are part of the member that they are in. */
  private static String type(CompilationUnitTree unit, List<Tree> trees) {
    @Nullable Tree packageName = unit.getPackageName();
    String prefix = packageName == null ? "" : packageName + ".";
    String names =
        trees.stream()
            .skip(1)
            .takeWhile(ClassTree.class::isInstance)
            .map(tree -> ((ClassTree) tree).getSimpleName())
            .collect(Collectors.joining("."));
    return prefix + (names.isEmpty() ? "package-info" : names);
  }

  private static String member(List<Tree> trees) {
    for (Tree tree : trees.subList(1, trees.size())) {
      if (!(tree instanceof ClassTree)) {
        return trees.get(1) instanceof ClassTree ? nameOfMember(tree) : "";
      }
    }
    return "";
  }

  /** What stands in a class and is no member, such as an annotation of it, has no name. */
  private static String nameOfMember(Tree tree) {
    if (tree instanceof MethodTree method) {
      return method.getName().toString();
    }
    if (tree instanceof VariableTree variable) {
      return variable.getName().toString();
    }
    return tree instanceof BlockTree ? "<initializer>" : "";
  }

  /** The statement or declaration up to the body, which may change without it. */
  private String code(CompilationUnitTree unit, List<Tree> trees, String text, int position) {
    for (int i = trees.size() - 1; i > 0; i--) {
      Tree tree = trees.get(i);
      if (tree instanceof ClassTree) {
        int brace = text.indexOf('{', position);
        return text.substring(position, brace < 0 ? lineEnd(text, position) : brace);
      }
      if (tree instanceof MethodTree || tree instanceof StatementTree) {
        return upToBody(unit, tree, text, position);
      }
    }
    return text.substring(position, lineEnd(text, position));
  }

  /** Declarations start after their modifiers and annotations. */
  private int start(CompilationUnitTree unit, Tree tree, int position) {
    @Nullable Tree type = null;
    if (tree instanceof MethodTree method) {
      type = method.getReturnType();
    } else if (tree instanceof VariableTree variable) {
      type = variable.getType();
    } else {
      return Math.min((int) positions.getStartPosition(unit, tree), position);
    }
    long start = type == null ? -1 : positions.getStartPosition(unit, type);
    return start < 0 ? position : (int) Math.min(start, position);
  }

  /** Without the statements in it: those in front of the position, and all from the next on. */
  private String upToBody(CompilationUnitTree unit, Tree tree, String text, int position) {
    int[] end = {(int) Math.max(positions.getEndPosition(unit, tree), position)};
    SortedMap<Integer, Integer> before = new TreeMap<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree inner, @Nullable Void unused) {
        // Variables are statements too, but also parameters; those in a body are left out with it.
        if (inner instanceof StatementTree && !(inner instanceof VariableTree) && inner != tree) {
          leaveOut(inner);
        }
        return super.scan(inner, null);
      }

      @Override
      public @Nullable Void visitCase(CaseTree branch, @Nullable Void unused) {
        @Nullable List<? extends StatementTree> statements = branch.getStatements();
        if (statements != null) {
          statements.forEach(this::leaveOut);
        }
        return super.visitCase(branch, null);
      }

      private void leaveOut(Tree inner) {
        int start = (int) positions.getStartPosition(unit, inner);
        int innerEnd = (int) positions.getEndPosition(unit, inner);
        if (start > position) {
          end[0] = Math.min(end[0], start);
        } else if (start >= 0 && start <= innerEnd && innerEnd <= position) {
          // Not a call of super() that javac puts in: it has no end.
          before.merge(start, innerEnd, Math::max);
        }
      }
    }.scan(tree, null);
    StringBuilder code = new StringBuilder();
    int done = start(unit, tree, position);
    for (Map.Entry<Integer, Integer> body : before.entrySet()) {
      if (body.getKey() >= done) {
        code.append(text, done, body.getKey());
        done = body.getValue();
      }
    }
    return code.append(text, done, end[0]).toString();
  }

  /** Follows the trees around a position. */
  private final class Innermost extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final int position;
    private TreePath found;

    Innermost(CompilationUnitTree unit, int position) {
      this.unit = unit;
      this.position = position;
      this.found = new TreePath(unit);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null
          || positions.getStartPosition(unit, tree) > position
          || positions.getEndPosition(unit, tree) <= position) {
        return null;
      }
      found = new TreePath(getCurrentPath(), tree);
      return super.scan(tree, null);
    }
  }
}
