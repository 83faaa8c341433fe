package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The convention that a promise of the runtime is found by its number. */
final class PromisesTest {
  private static final int PROMISES = 37;
  private static final Pattern TEST = Pattern.compile("void promise(\\d+)_[a-z]\\w*\\(");

  @Test
  void everyPromiseHasATestThatIsNamedAfterIt() throws IOException {
    Set<Integer> tested = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        TEST.matcher(Files.readString(source))
            .results()
            .map((MatchResult found) -> Integer.valueOf(found.group(1)))
            .forEach(tested::add);
      }
    }
    assertThat(tested)
        .isEqualTo(IntStream.rangeClosed(1, PROMISES).boxed().collect(Collectors.toSet()));
  }
}
