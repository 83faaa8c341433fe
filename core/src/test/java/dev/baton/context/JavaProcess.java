package dev.baton.context;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, for what one test must not do to the others. */
final class JavaProcess {
  private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
  private static final Path BUILT = Path.of(System.getProperty("basedir", "."), "target");

  private JavaProcess() {}

  /** Runs a main class that uses the runtime and the JDK alone; returns what it printed. */
  static String run(List<String> jvmOptions, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(BIN.resolve("java").toString());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(
        BUILT.resolve("classes")
            + System.getProperty("path.separator")
            + BUILT.resolve("test-classes"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      assertWithMessage("%s\n%s", command, output).that(exit).isEqualTo(0);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
