package dev.baton.checker.differential;

import com.google.common.collect.ImmutableList;
import dev.baton.checker.differential.Variable.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Statements that catch, clean up, or close. */
final class Tries {

  private static final ImmutableList<List<String>> HANDLERS =
      ImmutableList.of(
          List.of("Checked"),
          List.of("SubChecked"),
          List.of("SubChecked", "Checked"),
          List.of("RuntimeException"),
          List.of("IllegalStateException"),
          List.of("IllegalStateException", "RuntimeException"),
          List.of("Exception"),
          List.of("Throwable"),
          List.of("Error"),
          List.of("Checked", "RuntimeException"),
          List.of("Checked", "Exception"),
          List.of("Checked", "Throwable"),
          List.of("Checked | IllegalStateException"));

  private final Draft draft;
  private final Creations creations;
  private final Discharges discharges;
  private final Statement block;

  Tries(Draft draft, Creations creations, Discharges discharges, Statement block) {
    this.draft = draft;
    this.creations = creations;
    this.discharges = discharges;
    this.block = block;
  }

  /** A try without resources. */
  boolean some(Scope outer) {
    boolean hasFinally = draft.oneIn(2);
    List<String> handlers = hasFinally && !draft.oneIn(3) ? List.of() : draft.pick(HANDLERS);
    boolean isQuiet = draft.oneIn(2) && !draft.text.isHandled();
    Scope scope = outer.inner();
    scope.losesReturned |= hasFinally && !isQuiet;
    draft.text.line("try {");
    boolean ends =
        draft.ways.caught(
            () -> handled(handlers, () -> body(handlers, scope)), handlers(handlers, scope, "} "));
    if (hasFinally) {
      draft.text.line("} finally {");
      draft.ways.lastly(() -> draft.text.indented(() -> cleanUp(outer, isQuiet)));
    }
    draft.text.line("}");
    return ends;
  }

  private boolean handled(List<String> handlers, BooleanSupplier part) {
    boolean[] ends = new boolean[1];
    List<String> types =
        handlers.stream().flatMap(handler -> Arrays.stream(handler.split(" \\| ", -1))).toList();
    draft.text.handled(types, () -> ends[0] = part.getAsBoolean());
    return ends[0];
  }

  private boolean body(List<String> handlers, Scope scope) {
    return draft.indented(
        () -> {
          // So that each handler is reached.
          if (!handlers.isEmpty()) {
            draft.write("risky();", "Checked");
          }
          return block.write(scope.inner());
        });
  }

  private ImmutableList<BooleanSupplier> handlers(
      List<String> handlers, Scope scope, String beforeFirst) {
    ImmutableList.Builder<BooleanSupplier> written = ImmutableList.builder();
    for (int i = 0; i < handlers.size(); i++) {
      String head = (i == 0 ? beforeFirst : "} ") + "catch (" + handlers.get(i);
      written.add(() -> handler(head, scope));
    }
    return written.build();
  }

  private boolean handler(String head, Scope scope) {
    String exception = draft.name("e");
    draft.text.line(head + " " + exception + ") {");
    return draft.indented(
        () -> {
          draft.write("caught(" + exception + ");");
          boolean ends = block.write(scope.inner());
          if (ends && !scope.mustEnd && draft.oneIn(4)) {
            draft.text.line("throw " + exception + ";");
            draft.ways.jump();
            return false;
          }
          return ends;
        });
  }

  /** The block of a finally; a quiet one has no way out but its end. */
  private void cleanUp(Scope outer, boolean isQuiet) {
    List<Variable> variables = outer.all(variable -> !isQuiet || !variable.is(Kind.ALIAS));
    if (!variables.isEmpty()) {
      discharges.of(draft.pick(variables));
    }
    if (!isQuiet && draft.oneIn(3)) {
      block.write(outer.mustEnd());
    }
  }

  // Resources

  /** A try with resources. */
  boolean withResources(Scope outer) {
    List<String> handlers = draft.oneIn(3) ? draft.pick(HANDLERS) : List.of();
    Scope scope = outer.inner();
    boolean ends =
        draft.ways.caught(
            () -> handled(handlers, () -> resources(handlers, scope)),
            handlers(handlers, outer, ""));
    if (!handlers.isEmpty()) {
      draft.text.line("}");
    }
    return ends;
  }

  private boolean resources(List<String> handlers, Scope scope) {
    draft.text.line("try (");
    String declared = declareResources(scope);
    scope.losesReturned |= draft.text.isHandled() || !declared.isEmpty();
    boolean ends = body(handlers, scope);
    draft.closeResources(declared);
    return ends;
  }

  /** Declares what is closed in the end; says which exception of that is declared. */
  private String declareResources(Scope scope) {
    List<Variable> fixed = scope.all(variable -> variable.isFixed);
    String name = draft.name("v");
    switch (draft.random.nextInt(fixed.isEmpty() ? 4 : 5)) {
      case 0 -> {
        draft.write("    AutoCloseable " + name + " = subscribe(ctx)) {");
        return "Exception";
      }
      case 1 -> {
        String second = draft.name("v");
        draft.write("    CancellableContext " + name + " = " + creations.creation(scope) + ";");
        draft.write("    var " + second + " = " + name + ".withCancel()) {");
        resource(scope, second);
      }
      case 2, 3 -> {
        draft.write("    CancellableContext " + name + " = " + creations.creation(scope) + ") {");
        resource(scope, name);
      }
      default -> {
        Variable variable = draft.pick(fixed);
        variable.isFresh = false;
        variable.isDischarged = true;
        draft.text.line("    " + variable.name + ") {");
        return variable.is(Kind.ALIAS) ? "Exception" : "";
      }
    }
    return "";
  }

  private static void resource(Scope scope, String name) {
    Creations.add(scope, name, Kind.OWNER, /* isFixed= */ true).isDischarged = true;
  }

  /** Cleans up unless all went well. */
  boolean unlessDone(Scope outer) {
    String name = draft.name("v");
    String flag = draft.name("b");
    draft.write("CancellableContext " + name + " = " + creations.creation(outer) + ";");
    draft.text.line("boolean " + flag + " = false;");
    Scope scope = outer.inner();
    scope.losesReturned |= draft.text.isHandled();
    draft.text.line("try {");
    boolean ends =
        draft.indented(
            () -> {
              boolean goesWell = block.write(scope.inner());
              if (goesWell) {
                draft.text.line(flag + " = true;");
              }
              return goesWell;
            });
    draft.text.line("} finally {");
    draft.text.indented(() -> draft.writeGuarded("if (!" + flag + ") " + name + ".cancel();"));
    draft.text.line("}");
    Creations.add(outer, name, Kind.OWNER, /* isFixed= */ true);
    return ends;
  }
}
