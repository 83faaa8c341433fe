package dev.baton.checker.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A program made at random. */
final class RandomProgram {

  private static final List<String> RETURNED =
      List.of("void", "void", "CancellableContext", "Context", "AutoCloseable", "Object");

  private final Draft draft;
  private final Creations creations;
  private final Discharges discharges;
  private final Jumps jumps;

  /** The kinds of statements, each as often as it is likely. */
  private final List<Kind> kinds = new ArrayList<>();

  /** With which chance what is declared is discharged in the end. */
  private final double tidiness;

  /** How many statements there may be. */
  private int rest;

  private RandomProgram(Random random, Mode mode) {
    draft = new Draft(random, mode);
    tidiness = random.nextBoolean() ? 1 : random.nextDouble();
    rest = 4 + random.nextInt(12);
    creations = new Creations(draft, scope -> block(scope, 2));
    Copies copies = new Copies(draft, creations);
    discharges = new Discharges(draft);
    jumps = new Jumps(draft, creations, discharges, tidiness);
    Statement block = scope -> block(scope, 3);
    Branches branches = new Branches(draft, block);
    Loops loops = new Loops(draft, creations, block);
    Tries tries = new Tries(draft, creations, discharges, block);
    likely(15, 2, creations::declare);
    likely(2, 2, copies::alias);
    likely(6, 1, copies::overwrite);
    likely(2, 1, creations::withoutLocal);
    likely(18, 1, discharges::some);
    likely(6, 1, discharges::use);
    likely(9, 1.5, jumps::some);
    likely(6, 2, branches::branch);
    likely(4, 2, branches::guard);
    likely(6, 3, branches::choice);
    likely(7, 4, loops::some);
    likely(2, 1, loops::labelled);
    likely(9, 1.5, tries::some);
    likely(5, 1.5, tries::withResources);
    likely(2, 1, tries::unlessDone);
    likely(3, 1, this::unit);
    if (mode == Mode.CORRELATED) {
      likely(10, 2, branches::flag);
    }
  }

  /** A kind of statement, and how many times as many runs there are with one. */
  private record Kind(double growth, Statement statement) {}

  private void likely(int weight, double growth, Statement statement) {
    kinds.addAll(Collections.nCopies(weight, new Kind(growth, statement)));
  }

  /** A method of this name. */
  static String named(String name, Random random, Mode mode) {
    while (true) {
      RandomProgram program = new RandomProgram(random, mode);
      String text = program.method(name);
      if (program.draft.ways.areFew()) {
        return text;
      }
    }
  }

  private String method(String name) {
    String returned = draft.pick(RETURNED);
    Scope scope = new Scope(returned);
    draft.text.line("static " + returned + " " + name + "(Context ctx) throws Exception {");
    draft.text.indented(
        () -> {
          if (block(scope, 6) && !returned.equals("void")) {
            jumps.returned(returned, scope);
          }
        });
    draft.text.line("}");
    return draft.text.toString();
  }

  private boolean block(Scope scope, int most) {
    int declaredOutside = scope.variables.size();
    int statementsToWrite = 1 + draft.random.nextInt(most);
    for (int i = 0; i < statementsToWrite && rest > 0; i++) {
      rest--;
      Kind kind = draft.pick(kinds);
      if (draft.ways.mayGrow(kind.growth()) && !kind.statement().write(scope)) {
        return false;
      }
    }
    for (Variable variable : scope.variables.subList(declaredOutside, scope.variables.size())) {
      if (!variable.isDischarged && draft.random.nextDouble() < tidiness) {
        discharges.of(variable);
      }
    }
    return true;
  }

  /** Code that runs by itself, in the body of a lambda or of an anonymous class. */
  private boolean unit(Scope outer) {
    boolean isLambda = draft.oneIn(2);
    draft.write(
        isLambda
            ? "perform(() -> {"
            : "perform(new Task() {\n  @Override public void run() throws Exception {");
    draft.unit(
        () -> {
          Scope scope = outer.unit();
          creations.owner(scope);
          block(scope, 4);
        });
    draft.text.line(isLambda ? "});" : "}});");
    return true;
  }
}
