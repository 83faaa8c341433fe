package dev.baton.checker;

import java.util.List;
import java.util.Optional;

/**
 * Whether javac is open enough for the checks to read its trees. Names no type of javac, so that it
 * works where the answer is no.
 */
final class JavacExports {

  private static final List<String> EXPORTED =
      List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENED = List.of("code", "comp");

  private JavacExports() {}

  /** What to add to the JVM that runs javac; empty when nothing is missing. */
  static Optional<String> fault() {
    Module javac = ModuleLayer.boot().findModule("jdk.compiler").orElse(null);
    if (javac == null) {
      return Optional.of("Baton needs a JDK: this Java runtime has no module jdk.compiler");
    }
    Module checker = JavacExports.class.getModule();
    boolean exported = EXPORTED.stream().allMatch(p -> javac.isExported(name(p), checker));
    boolean opened = OPENED.stream().allMatch(p -> javac.isOpen(name(p), checker));
    return exported && opened ? Optional.empty() : Optional.of(remedy());
  }

  private static String remedy() {
    StringBuilder flags = new StringBuilder();
    for (String p : EXPORTED) {
      if (!OPENED.contains(p)) {
        flags.append(" -J--add-exports=jdk.compiler/").append(name(p)).append("=ALL-UNNAMED");
      }
    }
    for (String p : OPENED) {
      flags.append(" -J--add-opens=jdk.compiler/").append(name(p)).append("=ALL-UNNAMED");
    }
    return "Baton cannot read javac's trees, because the JVM that runs javac does not open them to"
        + " plugins; pass these flags to javac (with <fork>true</fork> in maven-compiler-plugin),"
        + " or without the -J in .mvn/jvm.config when javac runs inside Maven:"
        + flags;
  }

  private static String name(String javacPackage) {
    return "com.sun.tools.javac." + javacPackage;
  }
}
