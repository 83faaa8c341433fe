package dev.baton.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of a project below {@code src/it}, on which Maven runs as users run it. */
final class MavenProjectCopy {

  private static final String PLUGIN =
      "dev.baton:baton-maven-plugin:" + System.getProperty("baton.version");

  static final String CHECK = PLUGIN + ":check";
  static final String FIX = PLUGIN + ":fix";
  static final String SUPPRESS = PLUGIN + ":suppress";
  static final String REPORT = PLUGIN + ":report";

  private static final Path PROJECTS = property("it.projects");
  private static final Path WORK = property("it.work");

  private final Path directory;

  private MavenProjectCopy(Path directory) {
    this.directory = directory;
  }

  /** A fresh copy of a project, in a directory named after the test. */
  static MavenProjectCopy of(String project, String test) throws IOException {
    Path directory = WORK.resolve(test).resolve(project);
    WorkDirectory.emptied(directory);
    copy(PROJECTS.resolve(project), directory);
    // Without it Maven would take the settings of the repository around, which users do not have.
    Files.createDirectories(directory.resolve(".mvn"));
    return new MavenProjectCopy(directory);
  }

  /** Adds the files below another directory, as they are. */
  void add(Path files, String target) throws IOException {
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = path(target).resolve(files.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  MavenRun check(String... arguments) throws IOException, InterruptedException {
    return goal(CHECK, arguments);
  }

  MavenRun fix(String... arguments) throws IOException, InterruptedException {
    return goal(FIX, arguments);
  }

  MavenRun report(String... arguments) throws IOException, InterruptedException {
    return goal(REPORT, arguments);
  }

  MavenRun suppress(String... arguments) throws IOException, InterruptedException {
    return goal(SUPPRESS, arguments);
  }

  private MavenRun goal(String goal, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(goal));
    all.addAll(Arrays.asList(arguments));
    return maven(all);
  }

  MavenRun maven(List<String> arguments) throws IOException, InterruptedException {
    return mavenOf(property("maven.home"), arguments);
  }

  /** Runs another Maven than the one that builds this project. */
  MavenRun mavenOf(Path home, List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin").resolve("mvn").toString(),
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                "-s",
                settings().toString(),
                "-Dmaven.repo.local=" + property("it.repository")));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
    builder.environment().remove("MAVEN_ARGS");
    return run(builder);
  }

  /** Runs any other command in the project's directory. */
  MavenRun run(String... command) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true));
  }

  private static MavenRun run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new MavenRun(process.waitFor(), output.lines().toList());
  }

  /** A second copy, of the project's files as they are now. */
  MavenProjectCopy again() throws IOException {
    MavenProjectCopy copy = new MavenProjectCopy(directory.resolveSibling("again"));
    WorkDirectory.emptied(copy.directory);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.path(directory.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy;
  }

  /** Every file below a directory of the project, by name, with its content. */
  SortedMap<String, String> snapshot(String name) throws IOException {
    Path root = path(name);
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  /** Every file that people write, by name, with its content. */
  SortedMap<String, String> sources() throws IOException {
    SortedMap<String, String> sources = snapshot(".");
    sources.keySet().removeIf(name -> name.contains("target" + File.separator));
    return sources;
  }

  private static Path settings() throws IOException {
    String text = Files.readString(PROJECTS.resolve("settings.xml"));
    Path settings = WORK.resolve("settings.xml");
    Files.writeString(settings, text.replace("@user.repository@", userRepository()));
    return settings;
  }

  private static String userRepository() {
    return property("user.repository").toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          String text = Files.readString(file);
          Files.writeString(
              target, text.replace("@baton.version@", System.getProperty("baton.version")));
        }
      }
    }
  }

  private static Path property(String name) {
    return Path.of(System.getProperty(name));
  }
}
