package dev.baton.checker.flow;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Sets;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that some path to the point at hand still owes; nothing where no path leads there.
 *
 * <p>Compared by hand, as all here that is a key or in a set: what a record does by itself is
 * linked when it is first asked, which costs a compilation more than the walks do.
 */
record Debts(ImmutableSet<Owed> all) {

  /** With more than that told apart by the values of flags, none are any more. */
  private static final int MANY = 32;

  static final Debts NONE = new Debts(ImmutableSet.of());

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Debts same && all.equals(same.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** What is owed where two paths meet. */
  Debts or(Debts other) {
    if (other.isEmpty() || other.equals(this)) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    Debts both = merged(Sets.union(all, other.all));
    long told = both.all.stream().filter(owed -> !owed.flags().isEmpty()).count();
    return told > MANY ? both.changed(Owed::withoutFlags) : both;
  }

  /** Tells apart only what differs: owed with either value of a flag is owed whatever its value. */
  private static Debts merged(Set<Owed> all) {
    if (all.stream().allMatch(owed -> owed.flags().isEmpty())) {
      return new Debts(ImmutableSet.copyOf(all));
    }
    ListMultimap<Owed, Owed> byHolders = LinkedListMultimap.create();
    all.forEach(owed -> mergeInto(byHolders.get(owed.withoutFlags()), owed));
    return new Debts(ImmutableSet.copyOf(byHolders.values()));
  }

  private static void mergeInto(List<Owed> others, Owed owed) {
    if (others.stream().anyMatch(other -> other.includes(owed))) {
      return;
    }
    for (VarSymbol flag : owed.flags().keySet()) {
      if (others.remove(owed.knowing(flag, !owed.flags().get(flag)))) {
        mergeInto(others, owed.knowing(flag, null));
        return;
      }
    }
    others.removeIf(owed::includes);
    others.add(owed);
  }

  /** After something was opened where the flags have these values. */
  Debts openedBy(Tree birth, Map<VarSymbol, Boolean> flags) {
    return or(new Debts(ImmutableSet.of(Owed.bornAt(birth, flags))));
  }

  /** Where a test has shown the value of the flag. */
  Debts where(VarSymbol flag, boolean value) {
    return leaving(
        owed -> !owed.allows(flag, value), owed -> owed.knowing(flag, value), impossible -> {});
  }

  /** After the flag was assigned; null when the value is not known. */
  Debts after(VarSymbol flag, @Nullable Boolean value) {
    return changed(owed -> owed.knowing(flag, value));
  }

  /** Without what one of the variables holds. */
  Debts settledBy(Set<VarSymbol> variables) {
    if (isEmpty() || variables.isEmpty()) {
      return this;
    }
    ImmutableSet.Builder<Owed> rest = ImmutableSet.builder();
    all.stream().filter(owed -> !owed.isHeldByOneOf(variables)).forEach(rest::add);
    return new Debts(rest.build());
  }

  /**
   * After a value was assigned to the variable.
   *
   * @param sources the variables whose value it may be
   * @param lost is told what only the variable held
   */
  Debts assigned(VarSymbol variable, Set<VarSymbol> sources, Consumer<Owed> lost) {
    ImmutableSet<VarSymbol> target = ImmutableSet.of(variable);
    return leaving(
        owed -> owed.isHeldOnlyBy(target) && !sources.contains(variable),
        owed ->
            owed.isBeingEvaluated() || owed.isHeldByOneOf(sources)
                ? owed.heldAlsoBy(variable)
                : owed.notHeldBy(target),
        lost);
  }

  /** After the variable became another name of one of the sources. */
  Debts named(VarSymbol variable, Set<VarSymbol> sources) {
    return changed(owed -> owed.isHeldByOneOf(sources) ? owed.heldAlsoBy(variable) : owed);
  }

  /** After the scope of the variables has ended; is told what only they held. */
  Debts outOf(Set<VarSymbol> scope, Consumer<Owed> lost) {
    return scope.isEmpty()
        ? this
        : leaving(owed -> owed.isHeldOnlyBy(scope), owed -> owed.notHeldBy(scope), lost);
  }

  /** After control has left the scope by this way, for the message that is to come. */
  Debts leftBy(Escape way, Set<VarSymbol> scope) {
    return changed(owed -> owed.isHeldOnlyBy(scope) ? owed.leftBy(way) : owed);
  }

  private Debts changed(UnaryOperator<Owed> change) {
    return leaving(owed -> false, change, owed -> {});
  }

  private Debts leaving(Predicate<Owed> isLost, UnaryOperator<Owed> change, Consumer<Owed> lost) {
    if (isEmpty()) {
      return this;
    }
    ImmutableSet.Builder<Owed> rest = ImmutableSet.builder();
    for (Owed owed : all) {
      if (isLost.test(owed)) {
        lost.accept(owed);
      } else {
        rest.add(change.apply(owed));
      }
    }
    return new Debts(rest.build());
  }
}
