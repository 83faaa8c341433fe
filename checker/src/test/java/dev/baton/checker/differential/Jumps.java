package dev.baton.checker.differential;

import dev.baton.checker.differential.Scope.Target;
import dev.baton.checker.differential.Variable.Kind;
import java.util.List;

/** Statements that leave. */
final class Jumps {

  private static final List<String> THROWN =
      List.of("Checked", "SubChecked", "Unchecked", "Illegal", "Fault");

  private final Draft draft;
  private final Creations creations;
  private final Discharges discharges;
  private final double tidiness;

  Jumps(Draft draft, Creations creations, Discharges discharges, double tidiness) {
    this.draft = draft;
    this.creations = creations;
    this.discharges = discharges;
    this.tidiness = tidiness;
  }

  /** A jump, under a condition mostly. */
  boolean some(Scope scope) {
    if (!scope.mustEnd && draft.oneIn(5)) {
      away(scope);
      return false;
    }
    draft.write("if (" + draft.pick(List.of("choose()", "!choose()", "(choose())")) + ") {");
    draft.ways.oneOf(List.of(() -> true, () -> draft.indented(() -> awayOrFail(scope))));
    draft.text.line("}");
    return true;
  }

  private boolean awayOrFail(Scope scope) {
    if (draft.oneIn(8)) {
      draft.write("fail();");
      draft.ways.jump();
      return true;
    }
    away(scope);
    return false;
  }

  private void away(Scope scope) {
    for (Variable variable : scope.variables) {
      if (!variable.isDischarged && draft.random.nextDouble() < tidiness) {
        discharges.of(variable);
        variable.isDischarged = false; // not on the ways that go on
      }
    }
    if (!scope.targets.isEmpty() && draft.oneIn(2)) {
      toTarget(scope);
    } else if (scope.returned != null && draft.oneIn(2)) {
      returned(scope.returned, scope);
    } else {
      thrown();
    }
    draft.ways.jump();
  }

  private void toTarget(Scope scope) {
    Target target = draft.pick(scope.targets);
    target.isReached = true;
    String jump = target.isLoop && draft.oneIn(2) ? "continue" : "break";
    boolean isInnermost = target == scope.targets.get(scope.targets.size() - 1);
    boolean needsNoLabel = isInnermost && !target.label.startsWith("B");
    draft.write(needsNoLabel && draft.oneIn(2) ? jump + ";" : jump + " " + target.label + ";");
  }

  private void thrown() {
    String type = draft.pick(THROWN);
    draft.write(
        draft.oneIn(2) || draft.text.isHandled()
            ? "throw failure(new " + type + "());"
            : "throw new " + type + "();");
  }

  /** Returns something of the type, an owner if there is one. */
  void returned(String type, Scope scope) {
    draft.write("return" + value(type, scope) + ";");
  }

  private String value(String type, Scope scope) {
    if (type.equals("void")) {
      return "";
    }
    if (scope.losesReturned && !type.equals("Context")) {
      return " current()";
    }
    List<Variable> values =
        scope.all(variable -> !variable.is(Kind.ALIAS) || !type.endsWith("Context"));
    if (values.isEmpty() || draft.oneIn(4)) {
      return draft.oneIn(2) ? " " + creations.creation(scope) : " current()";
    }
    String owner = draft.pick(values).name;
    return draft.oneIn(4) ? " choose() ? current() : " + owner : " " + owner;
  }
}
