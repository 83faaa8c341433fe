package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Arrows between the packages point down: checks to flow, fix, report, model and scan, fix to
 * model, and none back.
 */
final class LayeringTest {

  private static final Path MAIN = Path.of("src", "main", "java", "dev", "baton", "checker");

  private static final ImmutableSetMultimap<String, String> ALLOWED =
      ImmutableSetMultimap.<String, String>builder()
          .putAll("checks", "flow", "fix", "report", "model", "scan")
          .putAll("fix", "model")
          .build();

  private static final ImmutableSet<String> PACKAGES =
      ImmutableSet.of("checks", "flow", "fix", "report", "model", "patch", "scan");

  /** A name of ours, in an import or written out. */
  private static final Pattern OUR_NAME = Pattern.compile("\\bdev\\.baton\\.(checker\\.)?(\\w+)");

  @Test
  void noPackageImportsUpwards() throws IOException {
    int seen = 0;
    for (String from : PACKAGES) {
      for (Path file : Fixtures.filesBelow(MAIN.resolve(from))) {
        Matcher name = OUR_NAME.matcher(code(file));
        while (name.find()) {
          if (name.group(1) != null && !name.group(2).equals(from)) {
            assertWithMessage(file.toString()).that(ALLOWED.get(from)).contains(name.group(2));
            seen++;
          }
        }
      }
    }
    assertThat(seen).isAtLeast(5);
  }

  @Test
  void noCheckImportsAnother() throws IOException {
    for (Path file : Fixtures.filesBelow(MAIN.resolve("checks"))) {
      assertWithMessage(file.toString())
          .that(code(file))
          .doesNotContain("import dev.baton.checker.checks.");
    }
  }

  @Test
  void theRuntimeIsMatchedByNameAlone() throws IOException {
    for (Path file : Fixtures.filesBelow(MAIN)) {
      assertWithMessage(file.toString())
          .that(code(file))
          .doesNotContain("import dev.baton.context");
    }
  }

  /** The file without its package line and comments, which may mention whom they like. */
  private static String code(Path file) throws IOException {
    return Files.readString(file)
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("//.*", "")
        .replaceFirst("(?m)^package .*;$", "");
  }
}
