package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.baton.checker.model.ContextModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name in five places: check, test, page, fixtures and README row; and in no more. */
final class FivePlacesTest {

  private static final ImmutableList<Class<? extends BugChecker>> CHECKS = AnalyzerSetup.CHECKS;
  private static final ImmutableSet<String> NAMES =
      CHECKS.stream().map(Class::getSimpleName).collect(toImmutableSet());

  private static final Path CHECK_SOURCES =
      Path.of("src", "main", "java", "dev", "baton", "checker", "checks");
  private static final Path CHECK_TESTS =
      Path.of("src", "test", "java", "dev", "baton", "checker", "checks");
  private static final Path PAGES = Path.of("docs");
  private static final Path README = Path.of("..", "README.md");

  @Test
  void checks() throws IOException {
    assertThat(namesIn(CHECK_SOURCES, ".java")).containsExactlyElementsIn(NAMES);
  }

  @Test
  void tests() throws IOException {
    // Beside the test of a check may stand others for its fix.
    assertThat(namesIn(CHECK_TESTS, "Test.java")).containsAtLeastElementsIn(NAMES);
  }

  @Test
  void pages() throws IOException {
    assertThat(namesIn(PAGES, ".md")).containsExactlyElementsIn(NAMES);
  }

  @Test
  void fixtures() throws IOException {
    ImmutableSet<String> folders =
        NAMES.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(toImmutableSet());
    assertThat(namesIn(Fixtures.folder(), "")).containsExactlyElementsIn(folders);
  }

  @Test
  void readmeRows() throws IOException {
    ImmutableList<String> rows =
        Files.readAllLines(README).stream()
            .filter(line -> line.startsWith("| [") && line.contains("checker/docs/"))
            .collect(toImmutableList());

    ImmutableList<String> expected =
        CHECKS.stream()
            .map(
                check ->
                    String.format(
                        "| [%1$s](checker/docs/%1$s.md) | %2$s | %3$s |",
                        check.getSimpleName(), pattern(check).severity(), pattern(check).summary()))
            .collect(toImmutableList());
    assertThat(rows).containsExactlyElementsIn(expected).inOrder();
  }

  @Test
  void theSameChecksAreKnownToErrorPronesServiceLoaderAndToTheTable() {
    ImmutableSet<String> loaded =
        ServiceLoader.load(BugChecker.class).stream()
            .map(provider -> provider.type())
            .filter(type -> type.getPackageName().equals("dev.baton.checker.checks"))
            .map(Class::getSimpleName)
            .collect(toImmutableSet());

    assertThat(loaded).isEqualTo(NAMES);
    assertThat(Sets.union(ContextModel.BATON.checks(), ContextModel.GRPC.checks()))
        .isEqualTo(NAMES);
  }

  @Test
  void everyCheckIsSilencedByTheNameOfAll() {
    for (Class<? extends BugChecker> check : CHECKS) {
      assertWithMessage(check.getSimpleName())
          .that(pattern(check).altNames())
          .asList()
          .containsExactly("Baton");
    }
  }

  @Test
  void noCheckSendsItsReaderToErrorPronesOwnPages() {
    for (Class<? extends BugChecker> check : CHECKS) {
      assertWithMessage(check.getSimpleName())
          .that(pattern(check).linkType())
          .isEqualTo(BugPattern.LinkType.NONE);
    }
  }

  private static BugPattern pattern(Class<? extends BugChecker> check) {
    return check.getAnnotation(BugPattern.class);
  }

  private static ImmutableList<String> namesIn(Path folder, String ending) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.endsWith(ending) && !name.equals("package-info.java"))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .collect(toImmutableList());
    }
  }
}
