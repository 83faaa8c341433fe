package dev.baton.checker.differential;

import dev.baton.checker.differential.Variable.Kind;
import java.util.List;

/** Statements that create contexts. */
final class Creations {

  private static final List<String> OF_CONTEXT =
      List.of(
          "ctx.withCancel()",
          "ctx.withTimeout(Duration.ofDays(1))",
          "ctx.withoutCancel().withCancel()",
          "open(ctx)");

  /** Contexts that no local gets; {@code @} stands for what creates one. */
  private static final List<String> WITHOUT_LOCAL =
      List.of(
          "@;",
          "Context c# = @;",
          "Context[] c# = {@};",
          "use(@);",
          "own(@);",
          "supply(() -> open(ctx));",
          "supply(ctx::withCancel);",
          "supplyPlain(() -> ctx.withCancel());",
          "supplyPlain(ctx::withCancel);");

  private final Draft draft;
  private final Statement block;

  Creations(Draft draft, Statement block) {
    this.draft = draft;
    this.block = block;
  }

  /** An expression that creates a context. */
  String creation(Scope scope) {
    List<Variable> parents = scope.all(variable -> variable.is(Kind.OWNER));
    return parents.isEmpty() || !draft.oneIn(5)
        ? draft.pick(OF_CONTEXT)
        : draft.pick(parents).name + ".withCancel()";
  }

  /** A declaration. */
  boolean declare(Scope scope) {
    switch (draft.random.nextInt(14)) {
      case 0, 1 -> created(scope, Kind.ALIAS, "AutoCloseable $ = subscribe(ctx);");
      case 2 -> created(scope, Kind.ALIAS, "AutoCloseable $ = @;");
      case 3 -> foreign(scope);
      case 4, 5 -> nullable(scope);
      case 6 -> nullableWithFlag(scope);
      case 7 -> inBothBranches(scope);
      case 8 -> bySwitch(scope);
      case 9 -> created(scope, Kind.OWNER, "var $ = @;");
      default -> owner(scope);
    }
    return true;
  }

  void owner(Scope scope) {
    created(scope, Kind.OWNER, "CancellableContext $ = @;");
  }

  private void created(Scope scope, Kind kind, String code) {
    String name = draft.name("v");
    draft.write(filled(code, name, scope));
    add(scope, name, kind, draft.oneIn(2)).isFresh = true;
  }

  /** Of what an accessor returns somebody else is the owner. */
  private void foreign(Scope scope) {
    String name = draft.name("v");
    draft.write("CancellableContext " + name + " = current();");
    add(scope, name, Kind.OWNER, draft.oneIn(2)).isDischarged = true;
  }

  private void nullable(Scope scope) {
    String name = draft.name("v");
    boolean isFixed = draft.oneIn(2);
    String code =
        isFixed
            ? draft.pick(
                List.of(
                    "CancellableContext $ = choose()\n    ? @\n    : null;",
                    "CancellableContext $ = choose()\n    ? null\n    : @;"))
            : "CancellableContext $ = null;\nif (choose()) $ = @;";
    draft.write(filled(code, name, scope));
    draft.ways.choose(2);
    add(scope, name, Kind.NULLABLE, isFixed).isFresh = true;
  }

  private void nullableWithFlag(Scope scope) {
    String name = draft.name("v");
    String flag = draft.name("b");
    String code =
        draft.oneIn(2)
            ? "CancellableContext $ = %\n    ? @\n    : null;"
            : "CancellableContext $ = null;\nif (%) $ = @;";
    draft.write("boolean " + flag + " = choose();");
    draft.write(filled(code, name, scope).replace("%", flag));
    draft.ways.choose(2);
    add(scope, name, Kind.NULLABLE, /* isFixed= */ false).flag = flag;
    scope.flags.add(flag);
  }

  private void inBothBranches(Scope scope) {
    String name = draft.name("v");
    String code =
        draft.oneIn(2)
            ? "CancellableContext $ = choose()\n    ? @\n    : %;"
            : "CancellableContext $;\nif (choose()) {\n  $ = @;\n} else {\n  $ = %;\n}";
    draft.write(filled(code, name, scope).replace("%", creation(scope)));
    draft.ways.choose(2);
    add(scope, name, Kind.OWNER, draft.oneIn(2)).isFresh = true;
  }

  // Switch expressions

  private void bySwitch(Scope scope) {
    String name = draft.name("v");
    String head = "CancellableContext " + name + " = switch ";
    switch (draft.random.nextInt(3)) {
      case 0 -> {
        draft.write(head + "(pick()) {\n  case 0 -> " + creation(scope) + ";");
        draft.text.line("  case 1 -> {");
        arm(scope);
        draft.text.line("  }");
        draft.write("  default -> " + creation(scope) + ";");
        draft.ways.choose(3);
      }
      case 1 -> {
        draft.write(head + "(side()) {\n  case LEFT -> " + creation(scope) + ";");
        draft.text.line("  case RIGHT -> {");
        arm(scope);
        draft.text.line("  }");
        draft.ways.choose(2);
      }
      default -> {
        draft.write(head + "(word()) {");
        draft.text.line("  case \"one\", \"two\":");
        arm(scope);
        draft.write("  default:\n    yield " + creation(scope) + ";");
        draft.ways.choose(2);
      }
    }
    draft.text.line("};");
    add(scope, name, Kind.OWNER, draft.oneIn(2)).isFresh = true;
  }

  /** What it yields is created in it. */
  private void arm(Scope outer) {
    Scope scope = outer.arm();
    draft.text.indented(
        () ->
            draft.text.indented(
                () -> {
                  if (!block.write(scope)) {
                    return;
                  }
                  List<Variable> own =
                      scope.all(
                          variable ->
                              variable.is(Kind.OWNER) && !outer.variables.contains(variable));
                  String yielded =
                      own.isEmpty() || draft.oneIn(2) ? creation(scope) : draft.pick(own).name;
                  draft.write("yield " + yielded + ";");
                }));
  }

  /** Something else than a local gets the context, or nothing does. */
  boolean withoutLocal(Scope scope) {
    draft.write(filled(draft.pick(WITHOUT_LOCAL), "", scope).replace("#", draft.name("")));
    return true;
  }

  String filled(String code, String name, Scope scope) {
    return code.replace("$", name).replace("@", creation(scope));
  }

  /** Declares a local; whoever writes the declaration says what it begins with. */
  static Variable add(Scope scope, String name, Kind kind, boolean isFixed) {
    Variable variable = new Variable(name, kind, isFixed, scope.loop);
    scope.variables.add(variable);
    return variable;
  }
}
