package dev.baton.maven;

import dev.baton.maven.driver.CodePlace;
import dev.baton.maven.driver.TextEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report about files that have what is hard to show. */
final class ReportSample {

  static final String ORDERS =
      """
      package com.acme;

      /** Keeps <b>orders</b> & "more". */
      final class Orders {
      \tString find(String id) { return load(null, id) + load(null, id); }
      }
      """;

  static final String CART =
      "final class Cart {\r\n  Context ctx; // <script>alert(1)</script>\r\n}";

  private final Path base;
  private final String prefix;

  /** With some lines in front of the code, which moves it. */
  ReportSample(Path base, String prefix) {
    this.base = base;
    this.prefix = prefix;
  }

  Path orders() {
    return base.resolve("my api/src/Orders.java");
  }

  Path cart() {
    return base.resolve("app/src/Cart.java");
  }

  String text() {
    return prefix + ORDERS;
  }

  Report report() throws IOException {
    write(orders(), text());
    write(cart(), CART);
    int first = text().indexOf("null");
    int second = text().lastIndexOf("null");
    Finding one = orders(first);
    Finding other = orders(second);
    Finding field =
        new Finding(
            Severity.WARNING,
            "StoredContext",
            cart(),
            2,
            3,
            "`Cart` keeps <ctx>; pass it",
            "  Context ctx;",
            new CodePlace("Cart", "ctx", "Context ctx;", 20, 32));
    Map<String, ModuleResult> modules = new LinkedHashMap<>();
    modules.put("api", module(orders(), List.of(one, other), List.of(fix(one), fix(other))));
    modules.put("app", module(cart(), List.of(field), List.of()));
    modules.put("quiet", module(base.resolve("Quiet.java"), List.of(), List.of()));
    return new Report(
        "The <shop>",
        "1.0",
        base,
        "2 errors & 1 warning",
        List.copyOf(modules.keySet()),
        ReportedFinding.all(modules),
        new Sources(
            new HashMap<>(Map.of(orders(), StandardCharsets.UTF_8, cart(), StandardCharsets.UTF_8)),
            List.of()),
        CheckPages.load(ReportSample.class.getClassLoader()));
  }

  private Finding orders(int start) {
    TextPosition position = TextPosition.of(text(), start);
    return new Finding(
        Severity.ERROR,
        "NullContext",
        orders(),
        position.line(),
        position.column(),
        "`load` is given null for its context; pass `ctx`",
        "",
        new CodePlace(
            "com.acme.Orders",
            "find",
            "return load(null, id) + load(null, id);",
            start,
            start + "null".length()));
  }

  private static ProposedFix fix(Finding finding) {
    int start = finding.place().start();
    return new ProposedFix(
        finding,
        new TextEdit(start, start + "null".length(), "ctx"),
        List.of(new TextEdit(0, 0, "import a.B;\n")));
  }

  private static ModuleResult module(Path file, List<Finding> findings, List<ProposedFix> fixes) {
    return new ModuleResult(
        Set.of(file.toString()), findings, fixes, List.of(), Set.of(), Set.of());
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
