package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class CheckPageTest {

  private static final String PAGE =
      """
      # Lost

      It is lost.

      SUGGESTION, since 1.0. In Go: nothing.

      It hurts.

      Much.

      ## Flagged
      this

      ## Suppress or configure
      Say so.
      """;

  @Test
  void itsPartsAreFound() {
    CheckPage page = CheckPage.parse("Lost", PAGE.replace("\n", "\r\n"));

    assertThat(page.summary()).isEqualTo("It is lost.");
    assertThat(page.severity()).isEqualTo(Severity.SUGGESTION);
    assertThat(page.why()).isEqualTo("It hurts.\n\nMuch.");
    assertThat(page.suppress()).isEqualTo("Say so.");
    assertThat(page.markdown()).isEqualTo(PAGE);
  }

  @Test
  void aPageWithoutAHeadIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CheckPage.parse("Lost", "# Lost\n\nGone."));
  }
}
