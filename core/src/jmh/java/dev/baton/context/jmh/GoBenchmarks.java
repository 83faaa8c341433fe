package dev.baton.context.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Runs the same cases in Go, by the script beside its sources, where there is a Go toolchain. */
final class GoBenchmarks {
  /** {@code BenchmarkValue/100-2 42 1234 ns/op 56 B/op 7 allocs/op}. */
  private static final Pattern LINE =
      Pattern.compile(
          "^Benchmark\\w+?(?:/(\\w+))?(?:-\\d+)?\\s+\\d+\\s+([\\d.]+) ns/op.*?([\\d.]+) B/op",
          Pattern.MULTILINE);

  private final Settings settings;

  GoBenchmarks(Settings settings) {
    this.settings = settings;
  }

  static boolean available() throws InterruptedException {
    try {
      version();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static String version() throws IOException, InterruptedException {
    return output(new ProcessBuilder("go", "version")).strip();
  }

  List<Measurement> run(Case wanted) throws IOException, InterruptedException {
    String time = settings.quick() ? "10ms" : "500ms";
    ProcessBuilder script = new ProcessBuilder(settings.go().toString(), wanted.benchmark(), time);
    if (settings.cpu()) {
      script.environment().put("CONTEXTBENCH_CPU", "yes");
    }
    String said = output(script);
    return LINE.matcher(said).results().map(GoBenchmarks::measurement).toList();
  }

  private static Measurement measurement(MatchResult line) {
    String parameter = line.group(1) == null ? "" : line.group(1);
    return new Measurement(
        parameter, "go", Double.parseDouble(line.group(2)), Double.parseDouble(line.group(3)));
  }

  private static String output(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command.command() + " failed:\n" + text);
      }
      return text;
    }
  }
}
