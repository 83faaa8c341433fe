package dev.baton.checker.differential;

import dev.baton.checker.differential.Scope.Target;
import dev.baton.checker.differential.Variable.Kind;
import java.util.List;

/** Loops, which are run for up to two rounds, and other statements that have a label. */
final class Loops {

  private static final List<String> HEADS =
      List.of(
          "int i# = 0;\nL: while (i#++ < 2 && choose()) {",
          "L: for (int i# = 0; choose() && i# < 2; i#++) {",
          "L: for (int i# : some()) {",
          "int i# = 0;\nL: while (true) {\n  if (i#++ == 2 || choose()) break;",
          "int i# = 0;\nL: for (;;) {\n  if (i#++ == 2 || choose()) break L;");

  private final Draft draft;
  private final Creations creations;
  private final Statement block;

  Loops(Draft draft, Creations creations, Statement block) {
    this.draft = draft;
    this.creations = creations;
    this.block = block;
  }

  /** A loop of any kind. */
  boolean some(Scope outer) {
    Target target = new Target(draft.name("L"), /* isLoop= */ true);
    return switch (draft.random.nextInt(8)) {
      case 0, 1 -> withTestAtEnd(target, outer);
      case 2 -> withVariable(target, outer);
      case 3 -> untilDone(target, outer);
      default -> withHead(draft.pick(HEADS), target, outer.within(target));
    };
  }

  private boolean withHead(String head, Target target, Scope scope) {
    draft.write(head.replace("#", draft.name("")).replace("L", target.label));
    draft.ways.rounds(() -> inner(scope));
    draft.text.line("}");
    return true;
  }

  private boolean withTestAtEnd(Target target, Scope outer) {
    String counter = draft.name("i");
    draft.text.line("int " + counter + " = 0;");
    draft.text.line(target.label + ": do {");
    boolean ends = draft.ways.rounds(() -> inner(outer.within(target)));
    draft.write("} while (" + counter + "++ < 1 && choose());");
    return ends || target.isReached;
  }

  /** Its local is declared once, and gets another context before each round but the first. */
  private boolean withVariable(Target target, Scope outer) {
    String counter = draft.name("i");
    String name = draft.name("v");
    draft.text.line("int " + counter + " = 0;");
    draft.text.line(target.label + ": for (");
    draft.write("    CancellableContext " + name + " = " + creations.creation(outer) + ";");
    draft.write("    " + counter + "++ < 2 && choose();");
    draft.write("    " + name + " = " + creations.creation(outer) + ") {");
    Scope withVariable = outer.inner();
    Creations.add(withVariable, name, Kind.OWNER, /* isFixed= */ false);
    draft.ways.rounds(() -> inner(withVariable.within(target).mustEnd()));
    draft.text.line("}");
    return true;
  }

  /** Goes on for as long as a context lives. */
  private boolean untilDone(Target target, Scope outer) {
    List<Variable> tested =
        outer.all(
            variable -> variable.isFresh && variable.is(Kind.OWNER) && variable.loop == outer.loop);
    Scope scope = outer.within(target);
    if (tested.isEmpty()) {
      return withHead(HEADS.get(0), target, scope);
    }
    Variable variable = draft.pick(tested);
    variable.isFresh = false;
    scope.variables.remove(variable);
    String condition = "!" + variable.name + ".isDone()";
    return withHead(HEADS.get(0).replace("choose()", condition), target, scope);
  }

  /** A block that can be left. */
  boolean labelled(Scope outer) {
    Target target = new Target(draft.name("B"), /* isLoop= */ false);
    draft.text.line(target.label + ": {");
    boolean ends = draft.ways.oneOf(List.of(() -> inner(outer.within(target))));
    draft.text.line("}");
    return ends || target.isReached;
  }

  private boolean inner(Scope scope) {
    return draft.indented(() -> block.write(scope));
  }
}
