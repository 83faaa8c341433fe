package dev.baton.checker.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The body of a random program that opens debts, settles some, and has many ways out. */
final class RandomProgram {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int names;
  private int budget;

  /** Whether a handler here gets what any call may throw; then every call must be able to. */
  private boolean caught;

  RandomProgram(Random random) {
    this.random = random;
    this.budget = 6 + random.nextInt(8);
  }

  String text() {
    text.append("    Debt d0 = null;\n");
    text.append("    boolean b0 = ").append(random.nextBoolean()).append(", b1 = choose();\n");
    names = 1;
    block(new ArrayList<>(List.of("d0")), 2, false);
    return text.toString();
  }

  /** Writes statements until one ends the block; says whether its end can be reached. */
  private boolean block(List<String> scope, int depth, boolean inLoop) {
    int statements = 1 + random.nextInt(4);
    for (int i = 0; i < statements && budget > 0; i++) {
      budget--;
      if (!statement(scope, depth, inLoop)) {
        return false;
      }
    }
    return true;
  }

  private boolean statement(List<String> scope, int depth, boolean inLoop) {
    String some = scope.get(random.nextInt(scope.size()));
    String other = scope.get(random.nextInt(scope.size()));
    switch (random.nextInt(depth < 6 ? 19 : 10)) {
      case 0, 1 -> {
        String name = "d" + names++;
        line(depth, "Debt " + name + " = " + open());
        scope.add(name);
      }
      case 2 -> line(depth, some + " = " + open());
      case 3, 4 -> line(depth, settle(some));
      case 5 -> line(depth, some + " = " + other + ";");
      case 17 -> line(depth, flag() + " = " + random.nextBoolean() + ";");
      case 18 -> line(depth, "if (" + flag() + ") " + settle(some));
      case 6 -> line(depth, guarded(some));
      case 7 -> line(depth, random.nextBoolean() ? "risky();" : "call();");
      case 8 -> {
        if (inLoop && random.nextBoolean()) {
          line(depth, "if (" + choose() + ") " + (random.nextBoolean() ? "break;" : "continue;"));
        } else {
          line(depth, "if (" + choose() + ") return;");
        }
      }
      case 9 -> {
        line(depth, "if (" + choose() + ") throw new Thrown();");
      }
      case 10, 11 -> branch(some, scope, depth, inLoop);
      case 12 -> {
        line(depth, "while (" + choose() + ") {");
        block(new ArrayList<>(scope), depth + 1, true);
        line(depth, "}");
      }
      case 13 -> {
        line(depth, "do {");
        block(new ArrayList<>(scope), depth + 1, true);
        line(depth, "} while (" + choose() + ");");
      }
      case 14 -> {
        line(depth, "switch (" + choose() + " ? 1 : " + choose() + " ? 2 : 3) {");
        line(depth, "  case 1:");
        block(new ArrayList<>(scope), depth + 2, inLoop);
        line(depth, "  case 2: {");
        block(new ArrayList<>(scope), depth + 2, inLoop);
        line(depth, "  }");
        line(depth, "}");
      }
      default -> attempt(scope, depth, inLoop);
    }
    return true;
  }

  private void branch(String some, List<String> scope, int depth, boolean inLoop) {
    String[] conditions = {
      flag(),
      "!" + flag(),
      flag() + " && " + choose(),
      choose(),
      some + " == null",
      choose() + " && " + some + " != null",
      "!(" + choose() + " || " + some + " == null)"
    };
    line(depth, "if (" + conditions[random.nextInt(conditions.length)] + ") {");
    block(new ArrayList<>(scope), depth + 1, inLoop);
    line(depth, "} else {");
    block(new ArrayList<>(scope), depth + 1, inLoop);
    line(depth, "}");
  }

  private void attempt(List<String> scope, int depth, boolean inLoop) {
    boolean catches = random.nextBoolean();
    boolean hasFinally = !catches || random.nextInt(3) == 0;
    boolean catchesAnything = catches && random.nextBoolean();
    boolean caughtOutside = caught;
    caught |= catchesAnything;
    line(depth, "try {");
    line(depth + 1, "risky();");
    block(new ArrayList<>(scope), depth + 1, inLoop);
    caught = caughtOutside;
    if (catches) {
      line(
          depth,
          "} catch ("
              + (catchesAnything ? "RuntimeException" : "Checked")
              + " e"
              + names++
              + ") {");
      block(new ArrayList<>(scope), depth + 1, inLoop);
      if (random.nextInt(3) == 0) {
        line(depth + 1, "if (" + choose() + ") throw new Thrown();");
      }
    }
    if (hasFinally) {
      line(depth, "} finally {");
      String some = scope.get(random.nextInt(scope.size()));
      line(depth + 1, guarded(some));
      if (random.nextInt(3) == 0) {
        block(new ArrayList<>(scope), depth + 1, inLoop);
      }
    }
    line(depth, "}");
  }

  private String flag() {
    return random.nextBoolean() ? "b0" : "b1";
  }

  private String choose() {
    return caught ? "chooseOrThrow()" : "choose()";
  }

  private String open() {
    return caught ? "open(0, throwing());" : "open(0);";
  }

  private String guarded(String name) {
    return caught ? settle(name) : "if (" + name + " != null) " + settle(name);
  }

  private String settle(String name) {
    return caught ? "settle(" + name + ", true);" : "settle(" + name + ");";
  }

  private void line(int depth, String code) {
    text.append("  ".repeat(depth)).append(code).append('\n');
  }
}
