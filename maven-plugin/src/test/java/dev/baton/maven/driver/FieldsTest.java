package dev.baton.maven.driver;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FieldsTest {

  @Test
  void anyTextSurvives() {
    List<String> fields =
        List.of("", "plain", "a\tb", "two\nlines\r\n", "C:\\temp\\new", "\\t", "ends in \\");

    assertThat(Fields.split(Fields.join(fields))).isEqualTo(fields);
  }

  @Test
  void lineHasNoBreak() {
    assertThat(Fields.join(List.of("a\nb", "c\rd"))).isEqualTo("a\\nb\tc\\rd");
  }
}
