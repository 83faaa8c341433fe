package dev.baton.checker.flow;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something owed on the path at hand.
 *
 * @param birth the expression that created it
 * @param holders the locals that hold it, each of which can settle it; none while it is the value
 *     of the expression that is being evaluated
 * @param left the exception that took control out of the scope of all holders, if one did
 */
record Owed(Tree birth, ImmutableSet<VarSymbol> holders, @Nullable Escape left) {

  static Owed bornAt(Tree birth) {
    return new Owed(birth, ImmutableSet.of(), null);
  }

  boolean isBeingEvaluated() {
    return holders.isEmpty();
  }

  boolean isHeldByOneOf(Set<VarSymbol> variables) {
    return !variables.isEmpty() && holders.stream().anyMatch(variables::contains);
  }

  boolean isHeldOnlyBy(Set<VarSymbol> variables) {
    return !holders.isEmpty() && variables.containsAll(holders);
  }

  Owed heldAlsoBy(VarSymbol variable) {
    return withHolders(ImmutableSet.<VarSymbol>builder().addAll(holders).add(variable).build());
  }

  Owed notHeldBy(Set<VarSymbol> variables) {
    return withHolders(Sets.difference(holders, variables).immutableCopy());
  }

  Owed leftBy(Escape exception) {
    return left != null ? this : new Owed(birth, holders, exception);
  }

  private Owed withHolders(ImmutableSet<VarSymbol> variables) {
    return variables.equals(holders) ? this : new Owed(birth, variables, left);
  }
}
