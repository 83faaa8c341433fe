package dev.baton.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the checks say in their fixtures, which have each fault, is what the page says that they
 * say.
 */
final class MessagesTest {

  private static final Path FIXTURES =
      Path.of("..", "test-fixtures", "conventions", "src", "main", "java");
  private static final Path MORE = Path.of("src", "test", "resources", "messages");

  private static final Pattern FINDING = Pattern.compile("\\[(\\w+)\\] (.*)");
  private static final Pattern NAMED_LIST =
      Pattern.compile("(?m)^.*, \\*(\\w+)\\*:\\n((?:\\n?- .*)+)");

  private static final Map<String, List<String>> TEXTS = new HashMap<>();
  private static final Map<String, List<String>> FOUND = new HashMap<>();

  private static Page page;

  @BeforeAll
  static void compileTheFixtures() throws IOException {
    page = Page.of("reference.md");
    for (MatchResult list :
        NAMED_LIST.matcher(page.section("Texts in messages").text()).results().toList()) {
      TEXTS.put(
          list.group(1),
          list.group(2).lines().filter(line -> !line.isEmpty()).map(l -> l.substring(2)).toList());
    }
    List<JavaFileObject> sources = new ArrayList<>(sourcesBelow(FIXTURES));
    sources.addAll(sourcesBelow(MORE));
    Compilation compilation =
        Javac.compile(
            "-Xplugin:Baton -XepAllErrorsAsWarnings -XepAllSuggestionsAsWarnings"
                + " -XepOpt:Baton:Models=grpc,opentelemetry",
            sources);
    assertThat(compilation.errors()).isEmpty();
    for (Diagnostic<?> diagnostic : compilation.warnings()) {
      FINDING
          .matcher(diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
          .results()
          .forEach(
              finding ->
                  FOUND
                      .computeIfAbsent(finding.group(1), check -> new ArrayList<>())
                      .add(finding.group(2)));
    }
  }

  @Test
  void eachMessageOfACheckIsOnThePage() {
    assertThat(FOUND.keySet()).isEqualTo(Checks.NAMES);
    FOUND.forEach(
        (check, messages) -> {
          List<MessagePattern> patterns = patternsOf(check);
          for (String message : messages) {
            assertWithMessage("%s: %s", check, message)
                .that(patterns.stream().filter(pattern -> pattern.matches(message)).count())
                .isEqualTo(1);
          }
        });
  }

  @Test
  void eachMessageOnThePageIsOneOfItsCheck() {
    for (String check : Checks.NAMES) {
      for (MessagePattern pattern : patternsOf(check)) {
        assertWithMessage("%s: %s", check, pattern.written())
            .that(FOUND.get(check).stream().anyMatch(pattern::matches))
            .isTrue();
      }
    }
  }

  @Test
  void eachTextOnThePageIsPartOfAMessage() {
    List<String> messages = FOUND.values().stream().flatMap(List::stream).toList();

    assertThat(TEXTS.keySet()).containsExactly("way", "loss", "remedy", "effect");
    for (List<String> texts : TEXTS.values()) {
      for (String text : texts) {
        MessagePattern pattern = MessagePattern.of(text, TEXTS);
        assertWithMessage(text).that(messages.stream().anyMatch(pattern::isIn)).isTrue();
      }
    }
  }

  private static List<MessagePattern> patternsOf(String check) {
    return page.section("Messages").section(check).rows().stream()
        .map(row -> MessagePattern.of(row.get(0), TEXTS))
        .toList();
  }

  private static List<JavaFileObject> sourcesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<JavaFileObject> sources = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        sources.add(JavaFileObjects.forResource(file.toUri().toURL()));
      }
      return sources;
    }
  }
}
