package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What test code is: all that stands in a class with tests, which JUnit or TestNG runs.
 *
 * <p>Such a class extends {@code TestCase}, or it, one of its members or one that it inherits has
 * an annotation of these frameworks, or an annotation that has one ({@code @SpringBootTest}).
 */
public final class TestCode {

  private static final String JUNIT_3 = "junit.framework.TestCase";

  private TestCode() {}

  /**
   * Whether the tree at hand is test code. Walks up the path and looks at every member of the
   * classes it meets: ask it last, just before something is reported.
   */
  public static boolean contains(VisitorState state) {
    if (state.errorProneOptions().isTestOnlyTarget()) {
      return true;
    }
    for (Tree tree : state.getPath()) {
      if (tree instanceof ClassTree type && isTestClass(ASTHelpers.getSymbol(type), state)) {
        return true;
      }
    }
    return false;
  }

  /** Whether JUnit or TestNG calls the method, by an annotation on it. */
  public static boolean isRunByFramework(MethodSymbol method) {
    return isMarked(method);
  }

  /** Whether the method is one of Mockito's. */
  static boolean isOfMockito(MethodSymbol method) {
    return method.owner.getQualifiedName().toString().startsWith("org.mockito.");
  }

  private static boolean isTestClass(@Nullable ClassSymbol type, VisitorState state) {
    try {
      for (Symbol at = type; at instanceof ClassSymbol; at = superclassOf(at, state)) {
        if (at.getQualifiedName().contentEquals(JUNIT_3) || isMarked(at) || hasMarkedMember(at)) {
          return true;
        }
      }
      return false;
    } catch (CompletionFailure missing) {
      // A superclass is not on the class path, so what can be seen of this one has to do.
      return false;
    }
  }

  private static @Nullable Symbol superclassOf(Symbol type, VisitorState state) {
    Type superclass = state.getTypes().supertype(type.type);
    return superclass == null ? null : superclass.tsym;
  }

  private static boolean hasMarkedMember(Symbol type) {
    for (Symbol member : ASTHelpers.getEnclosedElements(type)) {
      if (isMarked(member)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarked(@Nullable Symbol symbol) {
    return symbol != null && isMarked(symbol, new HashSet<>());
  }

  /** Looks at the annotations of annotations too; {@code seen} ends their circles. */
  private static boolean isMarked(Symbol symbol, Set<Symbol> seen) {
    try {
      for (Attribute.Compound annotation : symbol.getAnnotationMirrors()) {
        Symbol type = annotation.type.tsym;
        String name = type.getQualifiedName().toString();
        if (name.startsWith("org.junit.") || name.startsWith("org.testng.")) {
          return true;
        }
        if (!name.startsWith("java.") && seen.add(type) && isMarked(type, seen)) {
          return true;
        }
      }
      return false;
    } catch (CompletionFailure missing) {
      return false;
    }
  }
}
