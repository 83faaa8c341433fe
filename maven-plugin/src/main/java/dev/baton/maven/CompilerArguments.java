package dev.baton.maven;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The arguments that a project gives to javac itself, without those that would spoil a second
 * compilation: they decide what javac reports, where it writes, or which other checks run.
 *
 * @param options what is left of them, in order
 * @param processorPath the processor path, empty when they have none
 * @param processors the processors they name
 * @param proc the value of {@code -proc}, empty when there is none
 * @param jvm the arguments for the JVM that javac runs in
 * @param checks the flags with which the project itself runs these checks
 */
record CompilerArguments(
    List<String> options,
    String processorPath,
    List<String> processors,
    String proc,
    List<String> jvm,
    List<String> checks) {

  private static final Set<String> DROPPED = Set.of("-Werror", "-nowarn", "-verbose", "-Xlint");

  private static final List<String> DROPPED_PREFIXES =
      List.of(
          "-Xlint:",
          "-Xdoclint",
          "-Xdiags",
          "-XDrawDiagnostics",
          "-XDcompilePolicy",
          "-XDshould-stop",
          "--should-stop",
          "-Xplugin:ErrorProne",
          "-Xep");

  /** These take the argument after them along. */
  private static final Set<String> DROPPED_PAIRS =
      Set.of("-d", "-s", "-h", "-Xmaxerrs", "-Xmaxwarns", "-Xstdout");

  private static final String PLUGIN = "-Xplugin:";

  /** To javac, a plugin that is asked for twice is not there. */
  private static final String OURS = "-Xplugin:Baton";

  static CompilerArguments of(List<String> arguments) {
    List<String> options = new ArrayList<>();
    String processorPath = "";
    List<String> processors = List.of();
    String proc = "";
    List<String> jvm = new ArrayList<>();
    List<String> checks = new ArrayList<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next().strip();
      List<String> words = List.of(argument.split("\\s+"));
      if (DROPPED_PAIRS.contains(argument)) {
        next(rest);
      } else if (argument.equals("-processorpath") || argument.equals("--processor-path")) {
        processorPath = next(rest);
      } else if (argument.startsWith("--processor-path=")) {
        processorPath = argument.substring("--processor-path=".length());
      } else if (argument.equals("-processor")) {
        processors = List.of(next(rest).split(","));
      } else if (argument.startsWith("-proc:")) {
        proc = argument.substring("-proc:".length());
      } else if (argument.startsWith("-J")) {
        jvm.add(argument.substring("-J".length()));
      } else if (words.get(0).equals(OURS)) {
        checks.addAll(words.subList(1, words.size()));
      } else if (!argument.isEmpty() && !isDropped(argument)) {
        options.add(argument);
      }
    }
    return new CompilerArguments(
        List.copyOf(options),
        processorPath,
        processors,
        proc,
        List.copyOf(jvm),
        List.copyOf(checks));
  }

  /** Whether javac also loads plugins from the processor path, and must find them there. */
  boolean hasPlugins() {
    return options.stream().anyMatch(o -> o.startsWith(PLUGIN));
  }

  private static boolean isDropped(String argument) {
    Stream<String> prefixes = DROPPED_PREFIXES.stream();
    return DROPPED.contains(argument) || prefixes.anyMatch(argument::startsWith);
  }

  private static String next(Iterator<String> rest) {
    return rest.hasNext() ? rest.next().strip() : "";
  }
}
