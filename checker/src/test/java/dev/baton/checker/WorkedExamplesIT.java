package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of {@code docs/context-models.md}, which carry the contexts of others, compile
 * against the jars of these; the packaged checker, told of their types, finds what is marked.
 */
final class WorkedExamplesIT {

  private static final Path PAGE = Path.of("..", "docs", "context-models.md");
  private static final Path CLASS_PATH =
      Path.of("..", "test-fixtures", "real-code", "target", "class.path");

  private static final Pattern FLAG =
      Pattern.compile("-Xplugin:Baton (-XepOpt:Baton:ContextTypes=\\S+)");
  private static final Pattern TYPE_NAME = Pattern.compile("(?m)^public .*class (\\w+)");

  @TempDir private Path folder;

  @Test
  void restate() throws IOException {
    assertFindsWhatIsMarked("Restate");
  }

  @Test
  void hyperledgerFabric() throws IOException {
    assertFindsWhatIsMarked("Hyperledger Fabric");
  }

  private void assertFindsWhatIsMarked(String title) throws IOException {
    Path file = exampleBelow(title);
    List<Marks.Mark> marks = Marks.marksIn(file);
    ImmutableList<Finding> findings = findings(file);

    assertThat(marks.size()).isAtLeast(2);
    assertThat(findings.stream().map(Finding::line).toList())
        .containsExactlyElementsIn(marks.stream().map(Marks.Mark::line).toList())
        .inOrder();
    IntStream.range(0, marks.size())
        .forEach(i -> assertThat(findings.get(i).message()).contains(marks.get(i).text()));
  }

  /** The code below the title, in a file of its own. */
  private Path exampleBelow(String title) throws IOException {
    String page = Files.readString(PAGE);
    String heading = "\n### " + title + "\n";
    assertThat(page).contains(heading);
    int start = page.indexOf("```java\n", page.indexOf(heading)) + "```java\n".length();
    String code = page.substring(start, page.indexOf("```", start));
    Matcher name = TYPE_NAME.matcher(code);
    assertThat(name.find()).isTrue();
    return Files.writeString(folder.resolve(name.group(1) + ".java"), code);
  }

  private static ImmutableList<Finding> findings(Path file) throws IOException {
    Matcher flag = FLAG.matcher(Files.readString(PAGE));
    assertThat(flag.find()).isTrue();
    return PackagedChecker.findings(
        ImmutableList.of(file), Files.readString(CLASS_PATH).strip(), flag.group(1));
  }
}
