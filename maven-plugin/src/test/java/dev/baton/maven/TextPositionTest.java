package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class TextPositionTest {

  @Test
  void bothCountFromOne() {
    assertThat(TextPosition.of("ab", 0)).isEqualTo(new TextPosition(1, 1));
    assertThat(TextPosition.of("ab", 2)).isEqualTo(new TextPosition(1, 3));
  }

  @Test
  void everyEndOfALineIsOne() {
    String text = "a\nb\r\nc\rd\n\ne";

    assertThat(TextPosition.of(text, text.indexOf('b'))).isEqualTo(new TextPosition(2, 1));
    assertThat(TextPosition.of(text, text.indexOf('c'))).isEqualTo(new TextPosition(3, 1));
    assertThat(TextPosition.of(text, text.indexOf('d'))).isEqualTo(new TextPosition(4, 1));
    assertThat(TextPosition.of(text, text.indexOf('e'))).isEqualTo(new TextPosition(6, 1));
  }
}
