import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes the densest code that a user of the checks could have: services in layers that call each
 * other, every method takes a context, and one in ten creates an owner and cancels it on every
 * path. It keeps the rules, so the checks have to look at all of it and say nothing.
 *
 * <p>{@code java DenseSource.java FOLDER LINES SEED [PACKAGE]}; the same seed gives the same code.
 */
final class DenseSource {

  private static final int OWNERS_ONE_IN = 10;
  private static final int SERVICES_A_PACKAGE = 12;

  private static final List<String> DOMAINS =
      List.of(
          "orders", "stock", "prices", "billing", "ledger", "users", "carts", "offers", "shipping",
          "returns", "search", "reviews", "coupons", "audit", "mail", "reports");
  private static final List<String> LAYERS = List.of("data", "biz", "service");
  private static final List<String> VERBS =
      List.of(
          "find", "load", "count", "check", "list", "merge", "price", "book", "route", "rank",
          "settle", "resolve", "render", "score", "submit", "verify");
  private static final List<String> NOUNS =
      List.of(
          "Order", "Item", "Quote", "Basket", "Customer", "Invoice", "Payment", "Parcel", "Rate",
          "Slot", "Voucher", "Entry", "Label", "Batch", "Refund", "Notice");

  /** The types of results and of parameters after the context. */
  private enum Type {
    TEXT("String"),
    NUMBER("int"),
    TEXTS("List<String>");

    final String java;

    Type(String java) {
      this.java = java;
    }
  }

  private record Method(String name, Type result, List<Type> parameters) {}

  private record Service(String packageName, String name, List<Method> methods) {}

  private final Path root;
  private final String rootPackage;
  private final Random random;
  private final List<Service> written = new ArrayList<>();
  private int files;
  private int lines;
  private int methods;
  private int owners;

  /** The lines of the file that is being written, and how deep they are nested. */
  private final List<String> file = new ArrayList<>();

  private int depth;

  /** Numbers the locals of one method. */
  private int locals;

  private DenseSource(Path root, String rootPackage, long seed) {
    this.root = root;
    this.rootPackage = rootPackage;
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[2]);
    String rootPackage = args.length > 3 ? args[3] : "bench";
    DenseSource source = new DenseSource(Path.of(args[0]), rootPackage, seed);
    source.write(Integer.parseInt(args[1]));
    System.out.printf(
        "%d lines, %d files, seed %d: %d methods, each takes a context, %d create an owner (%.1f %%)%n",
        source.lines,
        source.files,
        seed,
        source.methods,
        source.owners,
        100.0 * source.owners / source.methods);
  }

  private void write(int atLeast) throws IOException {
    for (int i = 0; lines < atLeast; i++) {
      int packages = i / SERVICES_A_PACKAGE;
      String packageName =
          rootPackage + "." + DOMAINS.get(packages / LAYERS.size() % DOMAINS.size())
              + "." + LAYERS.get(packages % LAYERS.size());
      written.add(service(packageName, pick(NOUNS) + "Service" + i));
    }
  }

  // A service: fields, a constructor, five to fifteen methods

  private Service service(String packageName, String name) throws IOException {
    List<Service> used = new ArrayList<>();
    for (int i = 0; i < 3 && !written.isEmpty(); i++) {
      Service other = pick(written.subList(Math.max(0, written.size() - 60), written.size()));
      if (!used.contains(other)) {
        used.add(other);
      }
    }
    line("package " + packageName + ";");
    line("");
    line("import dev.baton.context.CancellableContext;");
    line("import dev.baton.context.Context;");
    line("import dev.baton.context.Key;");
    line("import java.time.Duration;");
    line("import java.util.ArrayList;");
    line("import java.util.List;");
    line("");
    line("public final class " + name + " {");
    line("  private static final Key<String> TENANT = Key.of(\"tenant\");");
    line("  private static final Duration PATIENCE = Duration.ofMillis(" + random.nextInt(900) + ");");
    line("");
    for (int i = 0; i < used.size(); i++) {
      line("  private final " + qualified(used.get(i)) + " next" + i + ";");
    }
    line("");
    depth = 1;
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      parameters.add(qualified(used.get(i)) + " next" + i);
    }
    open("public " + name + "(" + String.join(", ", parameters) + ") {");
    for (int i = 0; i < used.size(); i++) {
      line("this.next" + i + " = next" + i + ";");
    }
    close();
    List<Method> own = new ArrayList<>();
    int count = 5 + random.nextInt(11);
    for (int i = 0; i < count; i++) {
      line("");
      own.add(method(pick(VERBS) + pick(NOUNS) + i, used));
    }
    depth = 0;
    line("}");
    Path folder = Files.createDirectories(root.resolve(packageName.replace('.', '/')));
    Files.write(folder.resolve(name + ".java"), file);
    files++;
    lines += file.size();
    file.clear();
    return new Service(packageName, name, own);
  }

  private Method method(String name, List<Service> used) {
    Type result = pick(List.of(Type.values()));
    List<Type> parameters = List.of(pick(List.of(Type.values())), pick(List.of(Type.values())));
    List<List<String>> scope = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    locals = 0;
    StringBuilder head = new StringBuilder("public " + result.java + " " + name + "(Context ctx");
    for (Type type : parameters) {
      head.append(", ").append(type.java).append(' ').append(fresh(type, scope));
    }
    open(head + ") {");
    Body body = new Body(used, scope, result);
    if (random.nextInt(OWNERS_ONE_IN) == 0) {
      owners++;
      body.withOwner();
    } else {
      body.statements("ctx", 2 + random.nextInt(4), true);
      line("return " + body.value(result) + ";");
    }
    close();
    methods++;
    return new Method(name, result, parameters);
  }

  /** What stands in a method, with the locals that are in scope of each type. */
  private final class Body {
    private final List<Service> used;
    private final List<List<String>> scope;
    private final Type result;

    Body(List<Service> used, List<List<String>> scope, Type result) {
      this.used = used;
      this.scope = scope;
      this.result = result;
    }

    /** The ways to keep the rule, the commonest first. */
    void withOwner() {
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3, 4, 5 -> {
          statements("ctx", random.nextInt(3), true);
          open("try (CancellableContext timed = ctx.withTimeout(PATIENCE)) {");
          line("timed.throwIfDone();");
          statements("timed", 2 + random.nextInt(3), true);
          line("return " + value(result) + ";");
          close();
        }
        case 6, 7 -> {
          line("CancellableContext stoppable = ctx.withCancel();");
          open("try {");
          line("stoppable.throwIfDone();");
          statements("stoppable", 1 + random.nextInt(3), true);
          line("return " + value(result) + ";");
          reopen("} finally {");
          line("stoppable.cancel();");
          close();
        }
        case 8 -> {
          line("CancellableContext timed = ctx.withTimeout(PATIENCE);");
          open("if (" + condition() + ") {");
          line("timed.cancel();");
          line("return " + value(result) + ";");
          close();
          line("timed.throwIfDone();");
          inner("timed", 1 + random.nextInt(2));
          line("timed.close();");
          line("return " + value(result) + ";");
        }
        default -> {
          line("CancellableContext timed = ctx.withTimeout(PATIENCE);");
          line("ctx.afterFunc(timed::close);");
          line("timed.throwIfDone();");
          inner("timed", 1 + random.nextInt(2));
          line("return " + value(result) + ";");
        }
      }
    }

    void statements(String ctx, int count, boolean nested) {
      for (int i = 0; i < count; i++) {
        statement(ctx, nested);
      }
    }

    private void statement(String ctx, boolean nested) {
      switch (random.nextInt(nested ? 12 : 5)) {
        case 0, 1, 2 -> {
          Type type = pick(List.of(Type.values()));
          String called = call(ctx, type);
          line(type.java + " " + fresh(type, scope) + " = " + called + ";");
        }
        case 3 -> line(ctx + ".throwIfDone();");
        case 4 -> {
          String made = "\"" + pick(NOUNS) + " \" + " + value(Type.TEXT) + " + " + value(Type.NUMBER);
          line("String " + fresh(Type.TEXT, scope) + " = " + made + ";");
        }
        case 5, 6 -> {
          open("if (" + condition() + ") {");
          inner(ctx, 1 + random.nextInt(2));
          if (random.nextBoolean()) {
            line("return " + value(result) + ";");
          } else {
            reopen("} else {");
            inner(ctx, 1 + random.nextInt(2));
          }
          close();
        }
        case 7 -> {
          String list = "found" + locals++;
          line("List<String> " + list + " = new ArrayList<>();");
          String each = "each" + locals++;
          open("for (String " + each + " : " + value(Type.TEXTS) + ") {");
          inner(ctx, 1);
          line(list + ".add(" + each + ");");
          close();
          scope.get(Type.TEXTS.ordinal()).add(list);
        }
        case 8 -> {
          String index = "i" + locals++;
          open("for (int " + index + " = 0; " + index + " < " + value(Type.NUMBER) + "; " + index + "++) {");
          inner(ctx, 2);
          open("if (" + ctx + ".isDone()) {");
          line("break;");
          close();
          close();
        }
        case 9 -> {
          open("try {");
          inner(ctx, 2);
          reopen("} catch (IllegalStateException e) {");
          line("return " + value(result) + ";");
          close();
        }
        case 10 -> {
          String each = "each" + locals++;
          String mapped = value(Type.TEXTS) + ".stream().map(" + each + " -> " + each + " + "
              + ctx + ".value(TENANT)).toList()";
          line("List<String> " + fresh(Type.TEXTS, scope) + " = " + mapped + ";");
        }
        default -> {
          String chosen = "switch (" + value(Type.NUMBER) + ") {";
          open("int " + fresh(Type.NUMBER, scope) + " = " + chosen);
          line("case 0 -> " + random.nextInt(100) + ";");
          line("case 1, 2 -> " + random.nextInt(100) + ";");
          line("default -> " + random.nextInt(100) + ";");
          closeWith("};");
        }
      }
    }

    /** Simple statements whose locals end with their block. */
    private void inner(String ctx, int count) {
      int[] sizes = scope.stream().mapToInt(List::size).toArray();
      statements(ctx, count, false);
      for (int i = 0; i < sizes.length; i++) {
        scope.get(i).subList(sizes[i], scope.get(i).size()).clear();
      }
    }

    /** A call of another service that is given the context. */
    private String call(String ctx, Type type) {
      if (used.isEmpty()) {
        return value(type);
      }
      int at = random.nextInt(used.size());
      List<Method> fitting =
          used.get(at).methods().stream().filter(m -> m.result() == type).toList();
      if (fitting.isEmpty()) {
        return value(type);
      }
      Method called = pick(fitting);
      StringBuilder call = new StringBuilder("next" + at + "." + called.name() + "(" + ctx);
      for (Type parameter : called.parameters()) {
        call.append(", ").append(value(parameter));
      }
      return call.append(')').toString();
    }

    private String condition() {
      return random.nextBoolean()
          ? value(Type.NUMBER) + " > " + random.nextInt(50)
          : value(Type.TEXT) + ".startsWith(\"" + pick(NOUNS) + "\")";
    }

    String value(Type type) {
      List<String> names = scope.get(type.ordinal());
      if (!names.isEmpty() && random.nextInt(5) > 0) {
        return pick(names);
      }
      return switch (type) {
        case TEXT -> "\"" + pick(VERBS) + "\"";
        case NUMBER -> String.valueOf(random.nextInt(1000));
        case TEXTS -> "List.of(\"" + pick(NOUNS) + "\", " + value(Type.TEXT) + ")";
      };
    }
  }

  private String fresh(Type type, List<List<String>> scope) {
    String name = type.name().charAt(0) == 'N' ? "number" + locals : "text" + locals;
    locals++;
    scope.get(type.ordinal()).add(name);
    return name;
  }

  private static String qualified(Service service) {
    return service.packageName() + "." + service.name();
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  // Lines

  private void open(String text) {
    line(text);
    depth++;
  }

  private void reopen(String text) {
    depth--;
    open(text);
  }

  private void close() {
    closeWith("}");
  }

  private void closeWith(String text) {
    depth--;
    line(text);
  }

  private void line(String text) {
    file.add(text.isEmpty() ? "" : "  ".repeat(depth) + text);
  }
}
