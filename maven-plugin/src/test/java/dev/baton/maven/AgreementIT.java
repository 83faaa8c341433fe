package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The goal prints the findings that javac with the plugin prints, on all the fixtures. */
final class AgreementIT {

  static final Path FIXTURES = Path.of("..", "test-fixtures", "conventions", "src", "main", "java");
  static final String MODELS = "-XepOpt:Baton:Models=grpc,opentelemetry";
  private static final Path JVM_CONFIG = Path.of("..", ".mvn", "jvm.config");

  private static final Pattern BY_JAVAC =
      Pattern.compile("(.+:\\d+): (error|warning): (\\[\\w+\\] .+)");
  private static final Pattern BY_GOAL =
      Pattern.compile("\\[(ERROR|WARNING)\\] (.+:\\d+): (\\[\\w+\\] .+)");

  @Test
  void goalAndPluginAgree() throws Exception {
    MavenProjectCopy project = MavenProjectCopy.of("conventions", "goalAndPluginAgree");
    Path sources = project.path("src/main/java");
    project.add(FIXTURES, "src/main/java");

    List<String> byGoal = new ArrayList<>();
    for (String line :
        project.check("-Dbaton.failOn=never", "-Dbaton.args=" + MODELS).succeeds().output()) {
      Matcher finding = BY_GOAL.matcher(line);
      if (finding.matches()) {
        byGoal.add(finding.group(1) + " " + finding.group(2) + " " + finding.group(3));
      }
    }
    List<String> byJavac = new ArrayList<>();
    for (String line : javac(project.path("."), sources)) {
      Matcher finding = BY_JAVAC.matcher(line);
      if (finding.matches()) {
        byJavac.add(
            finding.group(2).toUpperCase(Locale.ROOT)
                + " "
                + finding.group(1)
                + " "
                + finding.group(3));
      }
    }

    assertThat(byJavac).isNotEmpty();
    assertThat(byGoal).containsExactlyElementsIn(byJavac);
  }

  /** What the javac plugin prints, with the class path of this test for the checks and the code. */
  private static List<String> javac(Path directory, Path sources) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    for (String export : Files.readAllLines(JVM_CONFIG)) {
      command.add("-J" + export);
    }
    String classPath = System.getProperty("java.class.path");
    command.addAll(
        List.of(
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            "-Xmaxerrs",
            "10000",
            "-Xmaxwarns",
            "10000",
            "-proc:none",
            "-Xplugin:Baton " + MODELS,
            "-processorpath",
            classPath,
            "-cp",
            classPath,
            "-d",
            directory.toRealPath().resolve("classes").toString()));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> directory.normalize().relativize(file).toString())
          .forEach(command::add);
    }
    Files.createDirectories(directory.resolve("classes"));
    Process javac =
        new ProcessBuilder(command)
            .directory(directory.toRealPath().toFile())
            .redirectErrorStream(true)
            .start();
    List<String> output = new String(javac.getInputStream().readAllBytes(), UTF_8).lines().toList();
    javac.waitFor();
    return output;
  }
}
