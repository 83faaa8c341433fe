package dev.baton.docs;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Compiles with the checks, as users do. */
final class Javac {

  /** The flags of javac that a plugin cannot set. */
  static final List<String> NEEDED =
      List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW");

  private Javac() {}

  /** Compiles with all checks, also those that only suggest. */
  static Compilation compile(JavaFileObject... sources) {
    return compile("-Xplugin:Baton -XepAllSuggestionsAsWarnings", Arrays.asList(sources));
  }

  /** Compiles with a plugin and its arguments. */
  static Compilation compile(String plugin, List<JavaFileObject> sources) {
    return compile(
        Stream.concat(Stream.of(plugin, "-Xmaxwarns", "100000"), NEEDED.stream()).toList(),
        sources);
  }

  static Compilation compile(List<String> options, List<JavaFileObject> sources) {
    return Compiler.javac()
        .withOptions(Stream.concat(options.stream(), Stream.of("-proc:none")).toList())
        .compile(sources);
  }

  static JavaFileObject source(String type, String code) {
    return JavaFileObjects.forSourceString(type, code);
  }
}
