package dev.baton.checker.differential;

import dev.baton.checker.differential.Variable.Kind;
import java.util.List;

/** Statements that discharge the duty a local has, and such as only look as if. */
final class Discharges {

  private static final List<String> OF_OWNER =
      List.of(
          "$.cancel();",
          "$.cancel();",
          "$.close();",
          "$.cancel(null);",
          "((CancellableContext) $).cancel();",
          "own($);",
          "hold($);",
          "put($);",
          "ownAll(current(), $);",
          "box().it = $;",
          "cells()[0] = $;",
          "owners().add($);",
          "taking().accept($);",
          "new Holder(($));",
          "if ($.cancel()) ok();\nok();",
          "Context c# = $;\n((CancellableContext) c#).cancel();");

  /** Of a condition that was not evaluated, or on one way only. */
  private static final List<String> ON_SOME_WAYS =
      List.of(
          "if (choose() && $.cancel()) ok();",
          "if (choose() || $.cancel()) ok();",
          "if (!(choose() && !$.cancel())) ok();",
          "boolean b# = choose() ? $.cancel() : choose();",
          "if (choose()) $.cancel();",
          "if (choose()) own($); else use($);",
          "own(choose() ? $ : current());",
          "ownAny(switch (pick()) {\n  case 0 -> current();\n  case 1 -> $;\n  default -> {\n    ok();\n    yield $;\n  }\n});");

  private static final List<String> OF_LIVE_OWNER =
      List.of(
          "if (!$.isDone()) $.cancel();",
          "if ($.isDone()) ok(); else own($);",
          "if ($.err() == null) $.close();");

  private static final List<String> OF_ALIAS =
      List.of(
          "ownAny($);",
          "hold($);",
          "own((CancellableContext) $);",
          "((Context) $).isDone();\nhold($);");

  private static final List<String> OF_NULLABLE =
      List.of(
          "own($);",
          "if ($ != null) $.cancel();",
          "if (null != $) own($);",
          "if (!($ == null)) $.close();",
          "if ($ == null) use(ctx); else $.cancel();",
          "if ($ != null && choose()) $.cancel();",
          "boolean b# = $ != null && $.cancel();",
          "boolean b# = $ == null || choose() || $.cancel();",
          "boolean b# = $ == null ? choose() : $.cancel();");

  private static final List<String> WHERE_FLAG_IS_SET =
      List.of("if (%) $.cancel();", "if (!%) use(ctx); else own($);");

  /** By code that somebody runs, now or later. */
  private static final List<String> CAPTURED =
      List.of(
          "perform($::close);",
          "later($::close);",
          "perform(() -> $.close());",
          "later(() -> $.close());",
          "perform(() -> later($::close));",
          "Task t# = $::close;\nperform(t#);",
          "later(() -> {\n  use(ctx);\n  $.close();\n});",
          "perform(() -> {\n  try { use(ctx); } finally { $.close(); }\n});",
          "perform(new Task() {\n  @Override public void run() throws Exception { $.close(); }\n});",
          "class L# implements Task {\n  @Override public void run() { hold($); }\n}\n"
              + "later(new L#());");

  private static final List<String> USES =
      List.of(
          "use($);",
          "useAll(ctx, $);",
          "ProgramLogger.info($);",
          "using().accept($);",
          "plain().add($);",
          "Context c# = $;",
          "$.withoutCancel();",
          "boolean b# = $.isDone();",
          "synchronized ($) {\n  ok();\n}",
          "switch (pick()) {\n  case 0 -> use($);\n  default -> ok();\n}");

  private final Draft draft;

  Discharges(Draft draft) {
    this.draft = draft;
  }

  /** Discharges the duty of some local, one of the nearer ones rather. */
  boolean some(Scope scope) {
    int count = scope.variables.size();
    if (count == 0) {
      return use(scope);
    }
    int chosen = Math.max(draft.random.nextInt(count), draft.random.nextInt(count));
    of(scope.variables.get(chosen));
    return true;
  }

  /** Discharges the duty of the local, on most ways. */
  void of(Variable variable) {
    if (variable.isFixed && variable.isNeverNull() && draft.oneIn(3)) {
      draft.write(filled(draft.pick(CAPTURED), variable));
    } else {
      switch (variable.kind) {
        case OWNER -> owner(variable);
        case ALIAS -> alias(variable);
        case NULLABLE -> nullable(variable);
      }
    }
    variable.isFresh = false;
    variable.isDischarged = true;
  }

  private void owner(Variable variable) {
    if (draft.oneIn(8)) {
      draft.write(filled(draft.pick(ON_SOME_WAYS), variable));
      draft.ways.choose(2);
    } else if (draft.oneIn(8)) {
      draft.writeGuarded(filled(draft.pick(OF_LIVE_OWNER), variable));
      draft.ways.choose(2);
    } else {
      draft.write(filled(draft.pick(OF_OWNER), variable));
    }
  }

  private void alias(Variable variable) {
    if (draft.oneIn(4)) {
      draft.writeGuarded(filled("if ($ instanceof CancellableContext p#) p#.cancel();", variable));
    } else if (draft.oneIn(2)) {
      draft.write(variable.name + ".close();", "Exception");
    } else {
      draft.write(filled(draft.pick(OF_ALIAS), variable));
    }
  }

  private void nullable(Variable variable) {
    if (variable.flag != null && draft.oneIn(2)) {
      draft.writeGuarded(
          filled(draft.pick(WHERE_FLAG_IS_SET), variable).replace("%", variable.flag));
    } else if (!draft.text.isHandled() && draft.oneIn(6)) {
      // Where there are handlers the checker would see an exception of this call, which has none.
      draft.write(filled("if (Objects.nonNull($)) $.cancel();", variable));
    } else {
      draft.writeGuarded(filled(draft.pick(OF_NULLABLE), variable));
    }
  }

  /** Uses some local as a context. */
  boolean use(Scope scope) {
    if (draft.oneIn(5)) {
      draft.write(draft.pick(List.of("risky();", "new Risk();")), "Checked");
      return true;
    }
    if (!scope.captured.isEmpty() && draft.oneIn(2)) {
      draft.write(filled("ProgramLogger.info($);", draft.pick(scope.captured)));
      return true;
    }
    List<Variable> usable = scope.all(Variable::isNeverNull);
    if (usable.isEmpty()) {
      draft.write("ok();");
      return true;
    }
    Variable variable = draft.pick(usable);
    if (variable.is(Kind.ALIAS)) {
      draft.write(filled("ProgramLogger.info($);", variable));
    } else if (variable.isFixed && draft.oneIn(4)) {
      draft.write(filled("later(() -> use($));", variable));
    } else {
      draft.write(filled(draft.pick(USES), variable));
    }
    return true;
  }

  private String filled(String code, Variable variable) {
    return code.replace("$", variable.name).replace("#", draft.name(""));
  }
}
