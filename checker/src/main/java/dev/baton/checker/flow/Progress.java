package dev.baton.checker.flow;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk has got: what is owed at the point at hand, what is on its way out of the
 * statement at hand, and what was found to be lost on the way here.
 */
final class Progress {

  /** The boolean locals that are known at the point at hand. */
  final Flags flags = new Flags();

  /** What is owed at the point at hand. */
  Debts owed = Debts.NONE;

  private final VisitorState state;
  private final Map<Tree, Escape> escapes = new LinkedHashMap<>();
  private final Map<Entry, Exit> exits = new HashMap<>();

  /** The jumps on their way out of the statement at hand. */
  private Set<Jump> jumps = new LinkedHashSet<>();

  /** The locals declared so far in the innermost body of a loop or of a try. */
  private Set<VarSymbol> declared = new LinkedHashSet<>();

  /** How many of the tries around it have a finally that opens something on every way out. */
  private int openingFinallies;

  /** What a part is entered with. */
  private record Entry(Tree part, Debts owed, ImmutableMap<VarSymbol, Boolean> flags) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry same
          && part == same.part
          && owed.equals(same.owed)
          && flags.equals(same.flags);
    }

    @Override
    public int hashCode() {
      return 31 * part.hashCode() + owed.hashCode();
    }
  }

  /** What a part is left with. */
  private record Exit(
      Debts owed,
      ImmutableMap<VarSymbol, Boolean> flags,
      Set<Jump> outward,
      Set<VarSymbol> declared) {}

  Progress(VisitorState state) {
    this.state = state;
  }

  /** The first way, in the order of the source, by which each debt is lost. */
  ImmutableMap<Tree, Escape> escapes() {
    return ImmutableMap.copyOf(escapes);
  }

  /** Whether a jump from here can come to owe anything. */
  boolean jumpsMatter() {
    return !owed.isEmpty() || openingFinallies > 0;
  }

  /** Control does not go on from here, but where the jump goes. */
  void leaveBy(Jump jump) {
    pass(jump);
    owed = Debts.NONE;
  }

  /** Adds a jump to those on their way out, unless it owes nothing and never will. */
  void pass(Jump jump) {
    if (!jump.owed().isEmpty() || openingFinallies > 0) {
      jumps.add(jump);
    }
  }

  /** Lets those jumps go on here whose target the statement is, and the others out of it. */
  void land(Set<Jump> inner, Tree statement) {
    for (Jump jump : inner) {
      if (jump.target() == statement) {
        owed = owed.or(jump.owed());
      } else {
        pass(jump);
      }
    }
  }

  /** Walks a part; the jumps that leave it. */
  Set<Jump> jumpsOf(Runnable part) {
    Set<Jump> outside = jumps;
    jumps = new LinkedHashSet<>();
    part.run();
    Set<Jump> inside = jumps;
    jumps = outside;
    return inside;
  }

  /** Walks a part that has a finally in which something is opened: then every jump counts. */
  <T> T withEveryJump(Supplier<T> part) {
    openingFinallies++;
    T result = part.get();
    openingFinallies--;
    return result;
  }

  void declare(VarSymbol local) {
    declared.add(local);
  }

  /** Walks a part; the locals that are declared in it. */
  Set<VarSymbol> declaredIn(Runnable part) {
    Set<VarSymbol> outside = declared;
    declared = new LinkedHashSet<>();
    part.run();
    Set<VarSymbol> inside = declared;
    declared = outside;
    declared.addAll(inside);
    return inside;
  }

  /**
   * Walks a part that is walked again and again, but no more than once with the same debts: parts
   * within parts would be walked twice as often with each level of nesting.
   */
  void once(Tree part, Runnable walk) {
    Entry entry = new Entry(part, owed, flags.values());
    Exit exit = exits.get(entry);
    if (exit == null) {
      Set<VarSymbol> scope = new LinkedHashSet<>();
      Set<Jump> outward = jumpsOf(() -> scope.addAll(declaredIn(walk)));
      exit = new Exit(owed, flags.values(), outward, scope);
      exits.put(entry, exit);
    }
    owed = exit.owed();
    flags.become(exit.flags());
    jumps.addAll(exit.outward());
    declared.addAll(exit.declared());
  }

  /** The debt is lost; of several ways the first in the order of the source is told. */
  void lose(Owed lost, Escape way) {
    Escape escape = lost.left() != null ? lost.left() : way;
    escapes.merge(
        lost.birth(),
        escape,
        (one, other) -> other.position(state) < one.position(state) ? other : one);
  }
}
