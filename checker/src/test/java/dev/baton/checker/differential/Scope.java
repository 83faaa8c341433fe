package dev.baton.checker.differential;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a statement of a program may name, and where it may jump to. */
final class Scope {

  /** A statement that a jump can leave. */
  static final class Target {
    final String label;
    final boolean isLoop;

    /** Some jump leads to its end, or to its next round. */
    boolean isReached;

    Target(String label, boolean isLoop) {
      this.label = label;
      this.isLoop = isLoop;
    }
  }

  final List<Variable> variables = new ArrayList<>();

  /** Those of the units around, which this one may use. */
  final List<Variable> captured = new ArrayList<>();

  /** Boolean locals, whose values conditions can depend on. */
  final List<String> flags = new ArrayList<>();

  /** The innermost last. */
  final List<Target> targets = new ArrayList<>();

  /** The type of what a {@code return} gives; null where there can be none. */
  @Nullable String returned;

  /** The innermost loop in whose body this is. */
  @Nullable Object loop;

  /** The end has to be reached, so jumps stand under a condition. */
  boolean mustEnd;

  /** What is returned may get lost, since a finally or a close can end otherwise. */
  boolean losesReturned;

  Scope(@Nullable String returned) {
    this.returned = returned;
  }

  Scope inner() {
    Scope inner = new Scope(returned);
    inner.variables.addAll(variables);
    inner.captured.addAll(captured);
    inner.flags.addAll(flags);
    inner.targets.addAll(targets);
    inner.loop = loop;
    inner.mustEnd = mustEnd;
    inner.losesReturned = losesReturned;
    return inner;
  }

  Scope within(Target target) {
    Scope inner = inner();
    inner.targets.add(target);
    if (target.isLoop) {
      inner.loop = target;
    }
    return inner;
  }

  Scope mustEnd() {
    Scope inner = inner();
    inner.mustEnd = true;
    return inner;
  }

  /** The arm of a switch expression: no jump leads out of it. */
  Scope arm() {
    Scope inner = inner();
    inner.targets.clear();
    inner.returned = null;
    return inner;
  }

  /** The body of a lambda. */
  Scope unit() {
    Scope inner = new Scope("void");
    inner.captured.addAll(captured);
    inner.captured.addAll(all(variable -> variable.isFixed));
    return inner;
  }

  ImmutableList<Variable> all(Predicate<Variable> which) {
    return variables.stream().filter(which).collect(ImmutableList.toImmutableList());
  }
}
