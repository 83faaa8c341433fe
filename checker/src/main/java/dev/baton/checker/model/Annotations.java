package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Annotations, known by their simple names alone: a code base may declare its own, and need not
 * depend on the runtime to speak to the checks.
 */
public final class Annotations {

  private static final String GENERATED = "Generated";

  private Annotations() {}

  /**
   * Whether the tree at hand, a declaration around it or its package is marked as generated. Walks
   * up the path: ask it last, just before something is reported.
   */
  public static boolean inGeneratedCode(VisitorState state) {
    ClassSymbol outermost = null;
    for (Tree tree : state.getPath()) {
      if (find(tree, GENERATED).isPresent()) {
        return true;
      }
      if (tree instanceof ClassTree type) {
        outermost = ASTHelpers.getSymbol(type);
      }
    }
    return outermost != null && has(outermost.owner, GENERATED);
  }

  /** The annotation of that simple name that stands on the declaration, as it is written. */
  public static Optional<AnnotationTree> find(Tree declaration, String simpleName) {
    for (AnnotationTree annotation : ASTHelpers.getAnnotations(declaration)) {
      if (isNamed(annotation, simpleName)) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** Whether the annotation has that simple name. */
  public static boolean isNamed(AnnotationTree annotation, String simpleName) {
    Tree type = annotation.getAnnotationType();
    if (type instanceof IdentifierTree identifier) {
      return identifier.getName().contentEquals(simpleName);
    }
    return type instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals(simpleName);
  }

  /**
   * Whether the declaration has an annotation of that simple name, in source or from the class
   * path; for a variable also its type, for a method also its return type, so that annotations on
   * declarations and on types are found alike.
   */
  public static boolean has(@Nullable Symbol symbol, String simpleName) {
    if (symbol == null) {
      return false;
    }
    try {
      return isAmong(symbol.getAnnotationMirrors(), simpleName)
          || (symbol instanceof VarSymbol && isAmong(annotationsOf(symbol.type), simpleName))
          || (symbol instanceof MethodSymbol method
              && isAmong(annotationsOf(method.getReturnType()), simpleName));
    } catch (CompletionFailure missing) {
      // An annotation is not on the class path. What cannot be seen is not there.
      return false;
    }
  }

  /**
   * Whether the annotation, one that exempts code from a check, leaves out why: its {@code value}
   * is blank. One whose type has no such element has nothing to say.
   */
  public static boolean lacksReason(AnnotationTree annotation) {
    for (ExpressionTree argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree assignment
          && assignment.getVariable() instanceof IdentifierTree element
          && element.getName().contentEquals("value")) {
        return isBlank(ASTHelpers.constValue(assignment.getExpression()));
      }
    }
    Symbol type = ASTHelpers.getSymbol(annotation.getAnnotationType());
    return type instanceof ClassSymbol declared && isBlank(defaultOfValue(declared));
  }

  private static @Nullable Object defaultOfValue(ClassSymbol annotationType) {
    for (Symbol element : ASTHelpers.getEnclosedElements(annotationType)) {
      if (element instanceof MethodSymbol method
          && method.getSimpleName().contentEquals("value")
          && method.getDefaultValue() != null) {
        return method.getDefaultValue().getValue();
      }
    }
    return null;
  }

  private static boolean isBlank(@Nullable Object constant) {
    return constant instanceof String text && text.isBlank();
  }

  private static List<? extends Attribute.Compound> annotationsOf(@Nullable Type type) {
    return type == null ? List.of() : type.getAnnotationMirrors();
  }

  private static boolean isAmong(
      List<? extends Attribute.Compound> annotations, String simpleName) {
    for (Attribute.Compound annotation : annotations) {
      if (annotation.type.tsym.getSimpleName().contentEquals(simpleName)) {
        return true;
      }
    }
    return false;
  }
}
