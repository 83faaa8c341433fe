package dev.baton.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page has each flag of the checks, and each flag on it is one. */
final class FlagsTest {

  private static final Pattern FLAGS =
      Pattern.compile("is not a flag of Baton; the flags are (.+)");
  private static final Pattern OPTION = Pattern.compile("`-XepOpt:(\\w+:\\w+)=[^`]+`");

  @Test
  void thePageHasEachFlagOfTheChecks() throws IOException {
    SortedSet<String> onPage = new TreeSet<>();
    for (List<String> row : Page.of("reference.md").section("Flags of the checks").rows()) {
      Matcher option = OPTION.matcher(row.get(0));
      assertWithMessage(row.get(0)).that(option.matches()).isTrue();
      onPage.add(option.group(1));
    }

    assertThat(onPage).isEqualTo(flagsOfTheChecks());
  }

  @Test
  void theReadmeHasEachFlagOfTheChecks() throws IOException {
    String readme = Page.of("../README.md").text();

    for (String flag : flagsOfTheChecks()) {
      assertThat(readme).contains("| `-XepOpt:" + flag + "=");
    }
  }

  @Test
  void eachFlagOnThePageIsAccepted() throws IOException {
    Page page = Page.of("reference.md");
    for (String section : List.of("Flags of the checks", "Flags of Error Prone")) {
      List<List<String>> rows = page.section(section).rows();
      assertThat(rows.size()).isAtLeast(5);
      for (List<String> row : rows) {
        String flag = row.get(0).replace("`", "");
        assertWithMessage(flag).that(compiledWith(flag).errors()).isEmpty();
      }
    }
  }

  /** What the checks themselves say when they are given one that there is not. */
  private static SortedSet<String> flagsOfTheChecks() {
    String refusal = compiledWith("-XepOpt:Baton:None=1").errors().get(0).getMessage(Locale.ROOT);
    Matcher flags = FLAGS.matcher(refusal);
    assertWithMessage(refusal).that(flags.find()).isTrue();
    return new TreeSet<>(List.of(flags.group(1).split(", ", -1)));
  }

  private static Compilation compiledWith(String flag) {
    return Javac.compile(
        "-Xplugin:Baton " + flag, List.of(Javac.source("Plain", "class Plain {}")));
  }
}
