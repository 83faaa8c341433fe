package dev.baton.maven.driver;

import java.util.List;

/**
 * Which annotation processors a project compiles with, in the terms of javac's own options.
 *
 * @param proc the value of {@code -proc}, empty when there is none
 * @param names the processors that are named, empty when they are to be discovered
 * @param path the processor path, empty when there is none
 * @param classPath where javac looks when there is no processor path
 */
public record ProcessorChoice(
    String proc, List<String> names, List<String> path, List<String> classPath) {

  /** From this release on, javac runs no processor that nobody asked for. */
  private static final int LAST_RELEASE_WITH_IMPLICIT_PROCESSING = 22;

  public ProcessorChoice {
    names = List.copyOf(names);
    path = List.copyOf(path);
    classPath = List.copyOf(classPath);
  }

  /** Whether javac of the given feature release would process annotations at all. */
  public boolean isOn(int javaFeature) {
    if (proc.equals("none")) {
      return false;
    }
    boolean asked = !proc.isEmpty() || !names.isEmpty() || !path.isEmpty();
    return asked || javaFeature <= LAST_RELEASE_WITH_IMPLICIT_PROCESSING;
  }

  /** The path that javac would load processors from. */
  List<String> effectivePath() {
    return path.isEmpty() ? classPath : path;
  }
}
