package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class LineEndingsTest {

  @Test
  void newLinesEndLikeThoseAbove() {
    assertThat(LineEndings.kept("a\r\nb\r\n", "a\nnew\nb\n")).isEqualTo("a\r\nnew\r\nb\r\n");
    assertThat(LineEndings.kept("a\nb\r\nc\r\n", "a\nb\nnew\nc\n"))
        .isEqualTo("a\nb\r\nnew\r\nc\r\n");
    assertThat(LineEndings.kept("a\r\nb\n", "new\na\nb\n")).isEqualTo("new\r\na\r\nb\n");
    assertThat(LineEndings.kept("a\nb\n", "a\nnew\r\nb\n")).isEqualTo("a\nnew\nb\n");
  }

  @Test
  void changedLinesEndAsBefore() {
    assertThat(LineEndings.kept("a\r\nb\nc\r\n", "a\nB\nc\n")).isEqualTo("a\r\nB\nc\r\n");
    assertThat(LineEndings.kept("a\r\nb\nc\r\n", "a\nB\nnew\nc\n")).isEqualTo("a\r\nB\nnew\nc\r\n");
  }

  @Test
  void fileWithoutLastLineEndHasNone() {
    assertThat(LineEndings.kept("a\r\nb", "a\nB")).isEqualTo("a\r\nB");
    assertThat(LineEndings.kept("a\r\nb", "new\na\nb")).isEqualTo("new\r\na\r\nb");
    assertThat(LineEndings.kept("a\r\nb", "a\r\nb\nnew")).isEqualTo("a\r\nb\r\nnew");
    assertThat(LineEndings.kept("a", "b\nc")).isEqualTo("b\nc");
  }

  @Test
  void whatIsInsertedEndsItsLinesLikeTheFile() {
    assertThat(LineEndings.like("a\r\nb\n", "x\ny\r\nz")).isEqualTo("x\r\ny\r\nz");
    assertThat(LineEndings.like("a\nb\r\n", "x\r\ny\n")).isEqualTo("x\ny\n");
    assertThat(LineEndings.like("a", "x\ny")).isEqualTo("x\ny");
    assertThat(LineEndings.like("", "x\ny")).isEqualTo("x\ny");
  }

  @Test
  void fileWithLastLineEndKeepsIt() {
    assertThat(LineEndings.kept("a\r\nb\r\n", "new\na\nb")).isEqualTo("new\r\na\r\nb\r\n");
  }
}
