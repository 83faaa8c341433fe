package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks are a part of the compilation that caches of builds may rely on. */
final class RepeatableIT {

  @TempDir private static Path folder;

  private static String printed;
  private static String printedAgain;

  @BeforeAll
  static void compileThrice() throws IOException, InterruptedException {
    ImmutableList<String> checks =
        ImmutableList.of(
            "-processorpath",
            ForkedJavac.jar() + File.pathSeparator + ForkedJavac.dependencies(),
            "-Xplugin:Baton -XepAllErrorsAsWarnings " + Fixtures.MODELS,
            "--should-stop=ifError=FLOW");
    printed = compile("checked", checks);
    printedAgain = compile("again", checks);
    compile("plain", ImmutableList.of());
  }

  @Test
  void findsTheSameInTheSameOrder() {
    assertThat(printed).contains("[LostCancel]");
    assertThat(printed).contains("[ContextNotFirst]");
    assertThat(printedAgain).isEqualTo(printed);
  }

  @Test
  void classFilesAreThoseThatJavacWritesWithoutTheChecks() {
    ImmutableSortedMap<String, String> plain = classes("plain");

    assertThat(plain).isNotEmpty();
    assertThat(classes("checked")).isEqualTo(plain);
    assertThat(classes("again")).isEqualTo(plain);
  }

  /** In a process of its own, as two machines would. */
  private static String compile(String output, ImmutableList<String> options)
      throws IOException, InterruptedException {
    return ForkedJavac.run(
        ImmutableList.<String>builder()
            .addAll(ForkedJavac.OPENED)
            .add("-XDcompilePolicy=simple", "-proc:none", "-Xmaxwarns", "100000")
            .add("-classpath", System.getProperty("java.class.path"))
            .add("-d", folder.resolve(output).toString())
            .addAll(options)
            .addAll(Fixtures.filesBelow(Fixtures.folder()).stream().map(Path::toString).toList())
            .build());
  }

  /** The content of each file by its name. */
  private static ImmutableSortedMap<String, String> classes(String output) {
    Path root = folder.resolve(output);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              ImmutableSortedMap.toImmutableSortedMap(
                  String::compareTo, file -> root.relativize(file).toString(), RepeatableIT::read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return HexFormat.of().formatHex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
