package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/**
 * The contexts in scope: what code at some place could pass on instead of a root or of null.
 *
 * <p>Parameters, locals, pattern bindings, loop and resource variables of a context type that are
 * visible and definitely assigned, also those captured from an enclosing method or lambda. Not
 * fields, which belong to the object and not to the call, and not what its name says is unused.
 */
public final class ContextScope {

  private ContextScope() {}

  /**
   * The contexts in scope at the place that the state stands at, the nearest first; parameters of
   * one list in their order, for the first is the one that the call is made with.
   */
  public static ImmutableList<VarSymbol> at(VisitorState state, Contexts contexts) {
    return LocalScope.at(state).stream()
        .filter(variable -> !isUnused(variable))
        .filter(variable -> contexts.isContext(variable.type, state))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether its name says that nobody uses it. */
  public static boolean isUnused(VarSymbol variable) {
    String name = variable.getSimpleName().toString();
    // javac gives an unnamed variable the empty name.
    return name.isEmpty()
        || name.equals("_")
        || name.startsWith("unused")
        || name.startsWith("ignored");
  }
}
