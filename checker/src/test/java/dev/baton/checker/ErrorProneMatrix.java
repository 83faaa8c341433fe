package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The packaged checker finds the same in the fixtures under each Error Prone and JDK that it is
 * said to work with. Run by the profile {@code matrix} alone, which resolves the Error Prones.
 */
final class ErrorProneMatrix {

  private static final String BATON = "-Xplugin:Baton -XepAllErrorsAsWarnings " + Fixtures.MODELS;
  private static final String ERROR_PRONE =
      "-Xplugin:ErrorProne -XepAllErrorsAsWarnings " + Fixtures.MODELS;

  private static final Path CLASS_PATHS = Path.of("target", "matrix");

  private static final Pattern FINDING =
      Pattern.compile(
          "(?m)^.*?(\\w+)[/\\\\]([^/\\\\]+\\.java:\\d+): (?:warning|Note): \\[(\\w+)\\] (.*)$");

  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource({"17, 2.32.0", "17, 2.36.0", "17, 2.42.0", "25, 2.42.0", "25, 2.50.0"})
  void findsTheSame(int jdk, String errorProne) throws Exception {
    ImmutableList<Path> files = Fixtures.filesBelow(Fixtures.folder());
    ImmutableList<String> marks = Marks.in(files);
    ImmutableSet<String> checks =
        marks.stream()
            .map(mark -> mark.substring(mark.indexOf(' ') + 1))
            .collect(ImmutableSet.toImmutableSet());

    String alone = compile(jdk, errorProne, BATON, files);
    String beside = compile(jdk, errorProne, ERROR_PRONE, files);

    assertThat(placesOf(alone, checks)).containsExactlyElementsIn(marks);
    assertThat(findingsOf(beside, checks)).isEqualTo(findingsOf(alone, checks));
    assertThat(findingsOf(alone, checks)).isEqualTo(findingsOfTheBuild(checks, files));
  }

  /** What this JDK finds with the Error Prone that the checker is built against. */
  private static ImmutableList<String> findingsOfTheBuild(
      ImmutableSet<String> checks, ImmutableList<Path> files) throws Exception {
    String plugin = BATON;
    return findingsOf(
        ForkedJavac.run(arguments(ForkedJavac.dependencies(), plugin, files)), checks);
  }

  private static String compile(
      int jdk, String errorProne, String plugin, ImmutableList<Path> files) throws Exception {
    Path classPath = CLASS_PATHS.resolve(errorProne + ".classpath");
    String printed =
        ForkedJavac.run(
            jdkHome(jdk), arguments(Files.readString(classPath).strip(), plugin, files));
    assertWithMessage(printed).that(printed).doesNotContain("error:");
    return printed;
  }

  private static ImmutableList<String> arguments(
      String dependencies, String plugin, ImmutableList<Path> files) {
    return ImmutableList.<String>builder()
        .addAll(ForkedJavac.OPENED)
        .add("-proc:none", "-implicit:none", "-Xmaxwarns", "100000", "-d", folder.toString())
        .add("-classpath", System.getProperty("java.class.path"))
        .add("-processorpath", ForkedJavac.jar() + File.pathSeparator + dependencies)
        .add(plugin, "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW")
        .addAll(files.stream().map(Path::toString).collect(toImmutableList()))
        .build();
  }

  /** Of each check in its own fixtures: what others find there is marked nowhere. */
  private static ImmutableList<String> placesOf(String printed, ImmutableSet<String> checks) {
    return findings(printed, checks)
        .filter(finding -> Ascii.toLowerCase(finding.group(3)).equals(finding.group(1)))
        .map(finding -> finding.group(2) + " " + finding.group(3))
        .collect(toImmutableList());
  }

  private static ImmutableList<String> findingsOf(String printed, ImmutableSet<String> checks) {
    return findings(printed, checks)
        .map(finding -> finding.group(2) + " " + finding.group(3) + " " + finding.group(4))
        .collect(toImmutableList());
  }

  private static Stream<MatchResult> findings(String printed, ImmutableSet<String> checks) {
    return FINDING.matcher(printed).results().filter(finding -> checks.contains(finding.group(3)));
  }

  /** The JDKs of a machine stand side by side; each says its own version. */
  private static Path jdkHome(int version) throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> homes = Files.list(own.getParent())) {
      return homes
          .filter(home -> isJdk(home, version))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no JDK " + version + " beside " + own));
    }
  }

  private static boolean isJdk(Path home, int version) {
    try {
      return Files.exists(home.resolve(Path.of("bin", "javac")))
          && Files.readAllLines(home.resolve("release")).stream()
              .anyMatch(line -> line.startsWith("JAVA_VERSION=\"" + version + "."));
    } catch (IOException e) {
      return false;
    }
  }
}
