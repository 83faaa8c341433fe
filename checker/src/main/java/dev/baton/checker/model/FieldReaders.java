package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which methods read a field, as far as the code of its outermost class shows.
 *
 * <p>Code in a lambda, or in a class inside a method, belongs to the method of the field's own
 * class around it. Initialisers belong to the constructors, and these do not count as readers.
 */
public final class FieldReaders {

  private final Predicate<MethodSymbol> predicate;
  private final VarSymbol field;
  private final VisitorState state;
  private final Set<MethodSymbol> seen = new HashSet<>();
  private boolean isSatisfied;

  private FieldReaders(Predicate<MethodSymbol> predicate, VarSymbol field, VisitorState state) {
    this.predicate = predicate;
    this.field = field;
    this.state = state;
  }

  /**
   * Whether methods that satisfy the predicate read the field, and only they, constructors and
   * private methods that only they call.
   */
  public static boolean allSatisfy(
      Predicate<MethodSymbol> predicate, VarSymbol field, VisitorState state) {
    FieldReaders readers = new FieldReaders(predicate, field, state);
    return readers.areOnlyThoseOf(field) && readers.isSatisfied;
  }

  /** Whether what mentions the field, or the private method that reads it, is as it has to be. */
  private boolean areOnlyThoseOf(Symbol mentioned) {
    for (TreePath mention : Mentions.of(mentioned, state)) {
      MethodSymbol reader = methodAround(mention);
      if (reader != null && !isReachedAsDemanded(reader)) {
        return false;
      }
    }
    return true;
  }

  private boolean isReachedAsDemanded(MethodSymbol method) {
    if (!seen.add(method) || method.isConstructor()) {
      return true;
    }
    if (predicate.test(method)) {
      isSatisfied = true;
      return true;
    }
    return method.isPrivate() && areOnlyThoseOf(method);
  }

  /** The outermost method around the tree that stands in the field's own class, if it can. */
  private @Nullable MethodSymbol methodAround(TreePath path) {
    MethodTree outermost = null;
    for (Tree tree : path) {
      if (tree instanceof MethodTree method) {
        outermost = method;
      }
      if (tree instanceof ClassTree type && ASTHelpers.getSymbol(type) == field.owner) {
        break;
      }
    }
    return outermost == null ? null : ASTHelpers.getSymbol(outermost);
  }
}
