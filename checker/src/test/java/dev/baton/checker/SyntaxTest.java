package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.TruthJUnit.assume;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.truth.Correspondence;
import dev.baton.checker.AnyCode.Outcome;
import dev.baton.checker.Marks.Mark;
import java.io.IOException;
import java.nio.file.Path;
import javax.tools.JavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The syntax of Java 8 to 25 in code that the checks flag or accept, marked as the fixtures are. A
 * folder holds what a release has added and is compiled for that release.
 */
final class SyntaxTest {

  static final Path FOLDER = Path.of("src", "test", "resources", "syntax");
  static final Path MODULE = FOLDER.resolve("9-module");

  private static final Correspondence<Finding, Mark> IS_MARKED =
      Correspondence.from(
          (finding, mark) ->
              finding.place().startsWith(mark.file() + ":" + mark.line() + " ")
                  && finding.message().contains(mark.text()),
          "is marked as");

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 10, 11, 14, 15, 16, 17, 21, 22, 25})
  void newIn(int release) throws IOException {
    assume().that(Runtime.version().feature()).isAtLeast(release);

    verify(FOLDER.resolve(String.valueOf(release)), "--release", String.valueOf(release));
  }

  @Test
  void modules() throws IOException {
    verify(MODULE, "--release", "9", "--add-reads", "acme=ALL-UNNAMED");
  }

  private static void verify(Path folder, String... options) throws IOException {
    ImmutableList<Path> paths = Fixtures.filesBelow(folder);
    ImmutableList<Outcome> outcomes;
    try (JavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      outcomes =
          new AnyCode(files, ImmutableList.copyOf(options))
              .outcomes(Lists.transform(paths, AnyCode::source));
    }

    assertThat(outcomes.stream().flatMap(outcome -> outcome.crash().stream())).isEmpty();
    assertThat(outcomes.stream().flatMap(outcome -> outcome.errors().stream())).isEmpty();
    assertThat(outcomes.stream().flatMap(outcome -> outcome.findings().stream()).toList())
        .comparingElementsUsing(IS_MARKED)
        .containsExactlyElementsIn(
            paths.stream().flatMap(path -> Marks.marksIn(path).stream()).toList());
  }
}
