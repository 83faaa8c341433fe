package dev.baton.checker.differential;

import com.google.common.collect.ImmutableList;
import dev.baton.checker.differential.Variable.Kind;
import java.util.List;

/** Statements that give a local the value of another one, or a new one for the one it has. */
final class Copies {

  /** Expressions that have the value of a local, whatever is chosen. */
  private static final List<String> EXPRESSIONS =
      List.of(
          "$",
          "$",
          "($)",
          "choose() ? $ : $",
          "switch (pick()) {\n  case 0 -> $;\n  default -> {\n    ok();\n    yield $;\n  }\n}",
          "switch (side()) {\n  case LEFT:\n    ok();\n  case RIGHT:\n    yield ($);\n}");

  private final Draft draft;
  private final Creations creations;

  Copies(Draft draft, Creations creations) {
    this.draft = draft;
    this.creations = creations;
  }

  /** Declares another name of some local. */
  boolean alias(Scope scope) {
    ImmutableList<Variable> others = scope.all(Variable::isNeverNull);
    if (others.isEmpty()) {
      return creations.declare(scope);
    }
    Variable other = draft.pick(others);
    Kind kind = draft.oneIn(3) ? Kind.ALIAS : Kind.OWNER;
    boolean isNarrower = kind == Kind.OWNER && other.is(Kind.ALIAS);
    String value = (isNarrower ? "(CancellableContext) " : "") + other.name;
    String name = draft.name("v");
    draft.write(
        (kind == Kind.ALIAS ? "AutoCloseable " : "CancellableContext ")
            + name
            + " = "
            + draft.pick(EXPRESSIONS).replace("$", value)
            + ";");
    other.isFresh = false;
    Variable alias = Creations.add(scope, name, kind, draft.oneIn(2));
    alias.isDischarged = other.isDischarged;
    return true;
  }

  /** Assigns something else to a local. */
  boolean overwrite(Scope scope) {
    ImmutableList<Variable> variables =
        scope.all(variable -> !variable.isFixed && variable.flag == null);
    if (variables.isEmpty()) {
      return creations.declare(scope);
    }
    Variable variable = draft.pick(variables);
    draft.write(creations.filled(assignment(variable, scope), variable.name, scope));
    variable.isFresh = false;
    variable.isDischarged = false;
    return true;
  }

  private String assignment(Variable variable, Scope scope) {
    return switch (draft.random.nextInt(6)) {
      case 0 -> "use((Context) ($ = @));";
      case 1 -> variable.is(Kind.ALIAS) ? "ownAny($ = subscribe(ctx));" : "own($ = @);";
      case 2 -> variable.is(Kind.NULLABLE) ? "$ = null;" : "$ = @;";
      case 3 ->
          "$ = "
              + copyOf(scope.all(other -> other != variable && mayCopy(other, variable, scope)))
              + ";";
      case 4 -> {
        ImmutableList<Variable> others =
            scope.all(other -> other != variable && other.is(Kind.OWNER) && !other.isFixed);
        yield others.isEmpty() ? "$ = @;" : "$ = " + copyOf(others) + " = @;";
      }
      default -> "$ = @;";
    };
  }

  private String copyOf(List<Variable> others) {
    if (others.isEmpty()) {
      return "@";
    }
    Variable other = draft.pick(others);
    other.isFresh = false;
    return other.name;
  }

  /** In a loop, a chain of copies from local to local would take as many rounds as it has links. */
  private boolean mayCopy(Variable from, Variable to, Scope scope) {
    boolean fits =
        switch (from.kind) {
          case OWNER -> true;
          case ALIAS -> to.is(Kind.ALIAS);
          case NULLABLE -> to.is(Kind.NULLABLE) && draft.mode == Mode.CORRELATED;
        };
    return fits && (scope.loop == null || from.loop == scope.loop || to.loop == scope.loop);
  }
}
