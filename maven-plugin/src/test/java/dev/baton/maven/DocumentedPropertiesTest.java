package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on findings names what a user can set, and nothing else. */
final class DocumentedPropertiesTest {

  private static final Path PAGE = Path.of("..", "docs", "findings.md");
  private static final Path DESCRIPTOR =
      Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

  @Test
  void thePageHasEachPropertyOfAGoal() throws Exception {
    SortedSet<String> properties = all(DESCRIPTOR, "\\$\\{(baton\\.[\\w.]+)}");

    assertThat(properties).contains("baton.failOn");
    assertThat(all(PAGE, "(?m)^\\| `(baton\\.[\\w.]+)` \\|")).isEqualTo(properties);
  }

  @Test
  void thePageHasEachGoal() throws Exception {
    SortedSet<String> goals = all(DESCRIPTOR, "<goal>([\\w-]+)</goal>");
    // It is of no use to users.
    goals.remove("watch");

    assertThat(goals).contains("check");
    assertThat(all(PAGE, "(?m)^\\| `([a-z-]+)` \\|")).isEqualTo(goals);
  }

  private static SortedSet<String> all(Path file, String pattern) throws Exception {
    SortedSet<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
