package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineMapTest {

  @Test
  void linesOfTheSameTextStay() {
    assertThat(linesBefore("a\nb\nc\n", "a\nb\nc\n")).containsExactly(1, 2, 3).inOrder();
  }

  @Test
  void linesBelowAnInsertionWereFurtherUp() {
    assertThat(linesBefore("a\nb\n", "a\nnew\nnewer\nb\n")).containsExactly(1, 1, 1, 2).inOrder();
    assertThat(linesBefore("a\n", "new\na\n")).containsExactly(1, 1).inOrder();
  }

  @Test
  void linesBelowADeletionWereFurtherDown() {
    assertThat(linesBefore("a\nb\nc\nd\n", "a\nd\n")).containsExactly(1, 4).inOrder();
  }

  @Test
  void changedLinesWereWhereTheirTextWas() {
    assertThat(linesBefore("a\nb\nc\nd\n", "a\nB\nC\nd\n")).containsExactly(1, 2, 3, 4).inOrder();
    assertThat(linesBefore("a\nb\nd\n", "a\nB\nC\nd\n")).containsExactly(1, 2, 2, 3).inOrder();
    assertThat(linesBefore("a\nb\nc\nd\ne\n", "a\nB\nd\nx\ne\n"))
        .containsExactly(1, 2, 4, 4, 5)
        .inOrder();
  }

  @Test
  void linesThatMoveToTheRightStayTheSame() {
    assertThat(linesBefore("{\n  a\n  a\n  c\n}\n", "{\n  new\n    a\n    a\n    c\n  }\n}\n"))
        .containsExactly(1, 1, 2, 3, 4, 5, 5)
        .inOrder();
  }

  private static List<Integer> linesBefore(String before, String after) {
    LineMap map = new LineMap(before, after);
    return IntStream.rangeClosed(1, Lines.of(after).size()).map(map::before).boxed().toList();
  }
}
