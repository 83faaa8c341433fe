package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.baton.maven.driver.CompileRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckedCompilationTest {

  private static final String GENERATED = "/app/target/generated-sources/annotations";

  @TempDir Path work = Path.of("");

  @Test
  void noFindingIsCutOff() throws IOException {
    List<String> options = request(settings("")).options();

    assertThat(after("-Xmaxerrs", options)).isEqualTo("1000000");
    assertThat(after("-Xmaxwarns", options)).isEqualTo("1000000");
  }

  @Test
  void checksRunAloneAndToTheEnd() throws IOException {
    List<String> options = request(settings("")).options();

    assertThat(options).contains("-XDcompilePolicy=simple");
    assertThat(options).contains("--should-stop=ifError=FLOW");
    assertThat(options).contains("-Xplugin:Baton -Xep:LostCancel:WARN");
    assertThat(after("-processorpath", options)).isEqualTo("checker.jar");
  }

  @Test
  void everythingIsWrittenBelowTheWorkDirectory() throws IOException {
    List<String> options = request(settings("")).options();

    assertThat(after("-d", options)).isEqualTo(work.resolve("classes").toString());
    assertThat(after("-s", options)).isEqualTo(work.resolve("generated-sources").toString());
  }

  @Test
  void otherPluginsAreFoundBesideTheChecks() throws IOException {
    List<String> options = request(settings("", "-Xplugin:Manifold")).options();

    assertThat(after("-processorpath", options)).isEqualTo("checker.jar:processor.jar");
    assertThat(options).contains("-Xplugin:Manifold");
  }

  @Test
  void generatedSourcesAreFoundOnlyWhereNobodyGeneratesThemAnew() throws IOException {
    assertThat(after("-sourcepath", request(settings("")).options())).isEqualTo("/app/src");
    assertThat(after("-sourcepath", request(settings("none")).options()))
        .isEqualTo("/app/src:" + GENERATED);
  }

  private CompileRequest request(CompileSettings settings) throws IOException {
    return new CheckedCompilation(
            settings,
            ClassPaths.onClassPath(List.of("lib.jar")),
            List.of("processor.jar"),
            List.of("checker.jar"),
            "-Xep:LostCancel:WARN")
        .analysis(List.of("/app/src/App.java"), work);
  }

  private static CompileSettings settings(String proc, String... arguments) {
    return new CompileSettings(
        /* skip= */ false,
        List.of("/app/src", GENERATED),
        List.of(),
        List.of(),
        GENERATED,
        /* mayUseModulePath= */ true,
        List.of("--release", "17"),
        CompilerArguments.of(List.of(arguments)),
        /* fork= */ false,
        proc,
        List.of());
  }

  private static @Nullable String after(String option, List<String> options) {
    int at = options.indexOf(option);
    return at < 0 ? null : options.get(at + 1);
  }
}
