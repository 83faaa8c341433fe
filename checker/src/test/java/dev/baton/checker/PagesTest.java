package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.BugPattern;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.bugpatterns.BugChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a check says what the check says, and its code behaves as the page tells. */
final class PagesTest {

  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");
  private static final Pattern TYPE_DECLARATION =
      Pattern.compile("(?m)^(\\w+ )*(class|interface|record|enum) ");

  private static final ImmutableList<String> SECTIONS =
      ImmutableList.of(
          "## Flagged", "## Accepted", "## Not seen on purpose", "## Suppress or configure");

  static Stream<Class<? extends BugChecker>> checks() {
    return AnalyzerSetup.CHECKS.stream();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void opensWithTheSummaryAndTheSeverity(Class<? extends BugChecker> check) throws IOException {
    ImmutableList<String> lines = ImmutableList.copyOf(page(check).split("\n", -1));
    BugPattern pattern = check.getAnnotation(BugPattern.class);

    assertThat(lines.get(0)).isEqualTo("# " + check.getSimpleName());
    assertThat(lines.get(2)).isEqualTo(pattern.summary());
    assertThat(lines.get(4)).contains(pattern.severity().name());
    assertThat(lines.get(4)).contains("since 0.1.0");
    assertThat(lines.stream().filter(line -> line.startsWith("## ")).collect(toImmutableList()))
        .isEqualTo(SECTIONS);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void itsFlaggedCodeIsFlaggedAndTheRestIsNot(Class<? extends BugChecker> check)
      throws IOException {
    String page = page(check);
    ImmutableList<String> flagged = blocks(section(page, "## Flagged"));
    ImmutableList<String> accepted = blocks(section(page, "## Accepted"));

    assertThat(flagged).isNotEmpty();
    assertThat(accepted).isNotEmpty();
    for (String block : blocks(page)) {
      assertWithMessage(block)
          .that(block.contains("// BUG: Diagnostic contains:"))
          .isEqualTo(flagged.contains(block));
      CompilationTestHelper.newInstance(check, PagesTest.class)
          .setArgs(Fixtures.MODELS)
          .addSourceLines("Page.java", compilationUnit(block))
          .doTest();
    }
  }

  private static String page(Class<? extends BugChecker> check) throws IOException {
    return Files.readString(Path.of("docs", check.getSimpleName() + ".md"));
  }

  private static String section(String page, String title) {
    int start = page.indexOf(title) + title.length();
    int end = page.indexOf("\n## ", start);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static ImmutableList<String> blocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    Matcher block = JAVA_BLOCK.matcher(markdown);
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return ImmutableList.copyOf(blocks);
  }

  private static String compilationUnit(String block) {
    String imports =
        """
        import dev.baton.context.*;
        import dev.baton.context.annotation.*;
        import java.time.*;
        import java.util.*;
        import java.util.concurrent.*;
        """;
    return TYPE_DECLARATION.matcher(block).find()
        ? imports + block
        : imports + "class Page {\n" + block + "}\n";
  }
}
