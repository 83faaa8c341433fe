package dev.baton.checker.differential;

import com.google.common.collect.ImmutableList;
import dev.baton.checker.differential.Scope.Target;
import dev.baton.checker.differential.Variable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Statements of which one branch or another is run. */
final class Branches {

  private static final List<String> CONDITIONS =
      List.of(
          "choose()",
          "!choose()",
          "choose() && choose()",
          "choose() || !choose()",
          "!(choose() && (choose()))",
          "choose() ? choose() : choose()");

  /** Which a test of a local that is null or not, as it happens, can have. */
  private static final List<String> NULL_TESTS =
      List.of("$ == null", "null != $", "!($ == null)", "choose() && $ == null");

  /** The same of one that is done or not. */
  private static final List<String> DONE_TESTS =
      List.of("$.isDone()", "!$.isDone()", "$.err() != null", "choose() || $.isDone()");

  /**
   * A switch.
   *
   * @param isTotal javac knows that some label always fits
   * @param isOld whether it can be written with colons
   */
  private record Shape(String selector, List<String> labels, boolean isTotal, boolean isOld) {}

  private static final Shape CONSTANTS =
      new Shape("side()", List.of("case LEFT", "case RIGHT"), false, true);

  private static final ImmutableList<Shape> SHAPES =
      ImmutableList.of(
          CONSTANTS,
          new Shape("pick()", List.of("case 0", "default", "case 1"), true, true),
          new Shape("pick()", List.of("case 0, 1"), false, true),
          new Shape("pick()", List.of("case 1", "case 2"), false, true),
          new Shape("word()", List.of("case \"one\"", "case \"two\"", "default"), true, true));

  private static final ImmutableList<Shape> PATTERNS =
      ImmutableList.of(
          new Shape(
              "shape()",
              List.of("case Dot(int x#)", "case Line(Dot(int y#), Dot z#)"),
              true,
              false),
          new Shape(
              "thing()",
              List.of("case String s# when choose()", "case Integer i#", "case null, default"),
              true,
              false),
          new Shape("thing()", List.of("case Dot d# when choose()", "default"), true, false));

  private final Draft draft;
  private final Statement block;

  Branches(Draft draft, Statement block) {
    this.draft = draft;
    this.block = block;
  }

  /** An {@code if} that chooses. */
  boolean branch(Scope scope) {
    return onCondition(draft.pick(CONDITIONS), scope);
  }

  /** An {@code if} that looks at a local which is null or done, or neither, as it happens. */
  boolean guard(Scope scope) {
    List<Variable> tested =
        scope.all(variable -> !variable.is(Kind.ALIAS) && mayTest(variable, scope));
    if (tested.isEmpty()) {
      return branch(scope);
    }
    Variable variable = draft.pick(tested);
    variable.isFresh = false;
    String condition = draft.pick(variable.is(Kind.OWNER) ? DONE_TESTS : NULL_TESTS);
    return onCondition(condition.replace("$", variable.name), scope);
  }

  private boolean mayTest(Variable variable, Scope scope) {
    return draft.mode == Mode.CORRELATED || (variable.isFresh && variable.loop == scope.loop);
  }

  /** Declares a flag, or assigns or tests one. */
  boolean flag(Scope scope) {
    String value = draft.pick(List.of("choose()", "true", "false"));
    if (scope.flags.isEmpty() || draft.oneIn(5)) {
      String flag = draft.name("b");
      draft.write("boolean " + flag + " = " + value + ";");
      scope.flags.add(flag);
      return true;
    }
    String flag = draft.pick(scope.flags);
    if (draft.oneIn(3)) {
      draft.write(flag + " = " + value + ";");
      return true;
    }
    String test = draft.pick(List.of("$", "!$", "($)", "$ && choose()", "choose() || !$"));
    return onCondition(test.replace("$", flag), scope);
  }

  private boolean onCondition(String condition, Scope scope) {
    boolean hasElse = draft.oneIn(2);
    draft.write("if (" + condition + ") {");
    boolean ends =
        draft.ways.oneOf(
            List.of(
                () -> inner(scope),
                () -> {
                  if (hasElse) {
                    draft.text.line("} else {");
                  }
                  return !hasElse || inner(scope);
                }));
    draft.text.line("}");
    return ends;
  }

  /** A switch of any kind. */
  boolean choice(Scope outer) {
    boolean hasPatterns = Runtime.version().feature() >= 21 && draft.oneIn(3);
    Shape shape = draft.pick(hasPatterns ? PATTERNS : SHAPES);
    boolean isOld = shape.isOld() && draft.oneIn(2);
    Target target = new Target(draft.name("L"), /* isLoop= */ false);
    Scope scope = outer.within(target);
    draft.write(target.label + ": switch (" + shape.selector() + ") {");
    List<BooleanSupplier> arms = new ArrayList<>();
    for (String label : shape.labels()) {
      boolean isLast = label == shape.labels().get(shape.labels().size() - 1);
      // Javac believes that no constant fits, so it takes what follows for reachable.
      Scope arm = shape == CONSTANTS && isLast ? scope.mustEnd() : scope.inner();
      arms.add(() -> isOld ? group(label, arm, target, isLast) : rule(label, arm));
    }
    if (!shape.isTotal()) {
      arms.add(() -> true);
    }
    boolean ends = draft.ways.oneOf(arms);
    draft.text.line("}");
    return ends || target.isReached;
  }

  private boolean rule(String label, Scope scope) {
    draft.write("  " + label.replace("#", draft.name("")) + " -> {");
    boolean ends = draft.indented(() -> inner(scope));
    draft.text.line("  }");
    return ends;
  }

  /** Those but the last end where the next begins. */
  private boolean group(String label, Scope scope, Target target, boolean isLast) {
    draft.text.line("  " + label + ":");
    boolean ends = draft.indented(() -> inner(scope));
    if (ends && draft.oneIn(2)) {
      draft.text.line("    break;");
      target.isReached = true;
    }
    return ends && isLast;
  }

  private boolean inner(Scope scope) {
    return draft.indented(() -> block.write(scope.inner()));
  }
}
