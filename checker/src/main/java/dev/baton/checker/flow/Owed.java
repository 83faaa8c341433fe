package dev.baton.checker.flow;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something owed on the path at hand.
 *
 * @param birth the expression that created it
 * @param holders the locals that hold it, each of which can settle it; none while it is the value
 *     of the expression that is being evaluated
 * @param left what took control out of the scope of all holders, if something did
 * @param flags the values of boolean locals on the path, as far as they are known
 */
record Owed(
    Tree birth,
    ImmutableSet<VarSymbol> holders,
    @Nullable Escape left,
    ImmutableMap<VarSymbol, Boolean> flags) {

  static Owed bornAt(Tree birth, Map<VarSymbol, Boolean> flags) {
    return new Owed(birth, ImmutableSet.of(), null, ImmutableMap.copyOf(flags));
  }

  /** How it came here is only for the message: told by one way in, not by each of thousands. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Owed same
        && birth.equals(same.birth)
        && holders.equals(same.holders)
        && flags.equals(same.flags);
  }

  @Override
  public int hashCode() {
    return Objects.hash(birth, holders, flags);
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

  Owed leftBy(Escape way) {
    return left != null ? this : new Owed(birth, holders, way, flags);
  }

  private Owed withHolders(ImmutableSet<VarSymbol> variables) {
    return variables.equals(holders) ? this : new Owed(birth, variables, left, flags);
  }

  /** Whether the flag can have the value on the path. */
  boolean allows(VarSymbol flag, boolean value) {
    return flags.getOrDefault(flag, value) == value;
  }

  /** Whether whatever is owed as the other, which has the same holders, is owed as this. */
  boolean includes(Owed other) {
    return other.flags.entrySet().containsAll(flags.entrySet());
  }

  /** With what is known of the flag from now on; null when nothing is. */
  Owed knowing(VarSymbol flag, @Nullable Boolean value) {
    if (Objects.equals(flags.get(flag), value)) {
      return this;
    }
    ImmutableMap.Builder<VarSymbol, Boolean> known = ImmutableMap.builder();
    flags.forEach(
        (other, its) -> {
          if (other != flag) {
            known.put(other, its);
          }
        });
    if (value != null) {
      known.put(flag, value);
    }
    return new Owed(birth, holders, left, known.buildOrThrow());
  }

  Owed withoutFlags() {
    return flags.isEmpty() ? this : new Owed(birth, holders, left, ImmutableMap.of());
  }
}
