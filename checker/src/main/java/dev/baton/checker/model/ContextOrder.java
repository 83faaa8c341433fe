package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order of a parameter list: contexts lead it, behind at most one parameter that a framework
 * wants before all else.
 */
public final class ContextOrder {

  /** What JUnit hands to tests and to extensions, which name it before all else. */
  private static final ImmutableSet<String> JUNIT =
      ImmutableSet.of(
          "org.junit.jupiter.api.TestInfo",
          "org.junit.jupiter.api.TestReporter",
          "org.junit.jupiter.api.extension.ExtensionContext");

  private final Contexts contexts;
  private final ImmutableList<TypeName> allowedFirst;

  public ContextOrder(Contexts contexts, Settings settings) {
    this.contexts = contexts;
    this.allowedFirst =
        Stream.concat(JUNIT.stream(), settings.allowedFirst().stream())
            .map(TypeName::new)
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * The place of the first context after the leading run of contexts, or -1. A parameterized test
   * has none: its order is that of the arguments which the source of the test supplies.
   */
  public int firstLate(MethodTree method, VisitorState state) {
    int late = firstLate(method.getParameters(), state);
    return late > 0 && Annotations.find(method, "ParameterizedTest").isPresent() ? -1 : late;
  }

  private int firstLate(List<? extends VariableTree> parameters, VisitorState state) {
    int late = firstContextAfterRun(parameters, 0, state);
    return late > 0 && isAllowedFirst(parameters.get(0), state)
        ? firstContextAfterRun(parameters, 1, state)
        : late;
  }

  private int firstContextAfterRun(
      List<? extends VariableTree> parameters, int start, VisitorState state) {
    boolean inRun = true;
    for (int i = start; i < parameters.size(); i++) {
      boolean isContext = isContext(parameters.get(i), state);
      if (isContext && !inRun) {
        return i;
      }
      inRun &= isContext;
    }
    return -1;
  }

  /** The parameters by their places, in the order of the convention. */
  public ImmutableList<Integer> contextsFirst(
      List<? extends VariableTree> parameters, VisitorState state) {
    return IntStream.range(0, parameters.size())
        .boxed()
        .sorted(Comparator.comparingInt(place -> rankOf(place, parameters, state)))
        .collect(ImmutableList.toImmutableList());
  }

  private int rankOf(int place, List<? extends VariableTree> parameters, VisitorState state) {
    if (place == 0 && isAllowedFirst(parameters.get(0), state)) {
      return 0;
    }
    return isContext(parameters.get(place), state) ? 1 : 2;
  }

  /** Whether the parameter is a context, or takes any number of them. */
  public boolean isContext(VariableTree parameter, VisitorState state) {
    VarSymbol symbol = ((JCVariableDecl) parameter).sym;
    if (symbol == null) { // of code that javac has not come to, after an error
      return false;
    }
    return contexts.isContext(
        Signatures.isVarargs(symbol) ? state.getTypes().elemtype(symbol.type) : symbol.type, state);
  }

  private boolean isAllowedFirst(VariableTree parameter, VisitorState state) {
    Symbol symbol = ASTHelpers.getDeclaredSymbol(parameter);
    return symbol != null
        && allowedFirst.stream().anyMatch(type -> type.isSupertypeOf(symbol.type, state));
  }
}
