package dev.baton.maven.driver;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the declarations around a place that take annotations. */
final class Declarations {

  private static final String SUPPRESS_WARNINGS = "SuppressWarnings";

  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  Declarations(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
  }

  /** The innermost first, of trees of which each is in the one before. */
  List<Declaration> around(List<Tree> trees) {
    List<Declaration> around = new ArrayList<>();
    for (int i = trees.size() - 1; i > 0; i--) {
      @Nullable ModifiersTree modifiers = modifiers(trees.get(i), trees.get(i - 1));
      if (modifiers != null) {
        around.add(declaration((int) start(trees.get(i)), modifiers));
      }
    }
    return around;
  }

  /** Null for what takes no annotation: an anonymous class, a parameter without a type. */
  private @Nullable ModifiersTree modifiers(Tree tree, Tree parent) {
    if (tree instanceof ClassTree type) {
      return type.getSimpleName().isEmpty() ? null : type.getModifiers();
    }
    if (tree instanceof MethodTree method) {
      return method.getModifiers();
    }
    if (tree instanceof VariableTree variable) {
      boolean isBare =
          parent instanceof LambdaExpressionTree
              && end(variable) - start(variable) == variable.getName().length();
      return isBare ? null : variable.getModifiers();
    }
    return null;
  }

  private Declaration declaration(int start, ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      String name = annotation.getAnnotationType().toString();
      boolean suppresses = name.equals(SUPPRESS_WARNINGS) || name.endsWith("." + SUPPRESS_WARNINGS);
      if (suppresses && !annotation.getArguments().isEmpty()) {
        return suppressing(start, annotation.getArguments().get(0));
      }
    }
    return new Declaration(start);
  }

  private Declaration suppressing(int start, ExpressionTree argument) {
    ExpressionTree value =
        argument instanceof AssignmentTree named ? named.getExpression() : argument;
    if (!(value instanceof NewArrayTree list)) {
      return new Declaration(start, (int) start(value), (int) end(value));
    }
    List<? extends ExpressionTree> names = list.getInitializers();
    long end = names.isEmpty() ? start(list) + 1 : end(names.get(names.size() - 1));
    return new Declaration(start, (int) start(list), (int) end);
  }

  private long start(Tree tree) {
    return positions.getStartPosition(unit, tree);
  }

  private long end(Tree tree) {
    return positions.getEndPosition(unit, tree);
  }
}
