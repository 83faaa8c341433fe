package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A javac in a process of its own, with the jar that users get. */
final class ForkedJavac {

  /** The flags that open javac to its plugins, as this test's own JVM has them. */
  static final ImmutableList<String> OPENED =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(argument -> argument.startsWith("--add-"))
          .map(argument -> "-J" + argument)
          .collect(toImmutableList());

  private ForkedJavac() {}

  /** The packaged checker. */
  static String jar() {
    return System.getProperty("baton.checker.jar");
  }

  /** What the packaged checker needs beside it, as a path. */
  static String dependencies() {
    try {
      return Files.readString(Path.of(System.getProperty("baton.runtime.classpath"))).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the javac of this JVM's own JDK printed. */
  static String run(ImmutableList<String> arguments) throws IOException, InterruptedException {
    return run(Path.of(System.getProperty("java.home")), arguments);
  }

  /** What the javac of a JDK printed. */
  static String run(Path javaHome, ImmutableList<String> arguments)
      throws IOException, InterruptedException {
    ImmutableList<String> command =
        ImmutableList.<String>builder()
            .add(javaHome.resolve(Path.of("bin", "javac")).toString())
            .addAll(arguments)
            .build();
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    javac.waitFor();
    return printed;
  }
}
