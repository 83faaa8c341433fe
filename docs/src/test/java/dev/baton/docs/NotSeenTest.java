package dev.baton.docs;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page on what is not seen sends its readers to each check. */
final class NotSeenTest {

  @Test
  void namesEachCheck() throws IOException {
    String text = Page.of("not-seen.md").text();

    assertThat(Checks.NAMES).isNotEmpty();
    for (String check : Checks.NAMES) {
      assertThat(text)
          .contains("- [" + check + "](../checker/docs/" + check + ".md#not-seen-on-purpose)");
    }
  }
}
