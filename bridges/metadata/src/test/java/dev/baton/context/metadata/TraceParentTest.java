package dev.baton.context.metadata;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the W3C recommendation, and what is near them. */
final class TraceParentTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
        "0g-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
      })
  void whatIsNotValid(String header) {
    assertThat(TraceParent.parse(header)).isEmpty();
  }

  @Test
  void itsPartsAndBack() {
    String header = "00-" + TRACE + "-" + PARENT + "-01";
    TraceParent parsed = TraceParent.parse(header).orElseThrow();
    assertThat(parsed.traceId()).isEqualTo(TRACE);
    assertThat(parsed.parentId()).isEqualTo(PARENT);
    assertThat(parsed.sampled()).isTrue();
    assertThat(parsed.toString()).isEqualTo(header);
    assertThat(TraceParent.parse("00-" + TRACE + "-" + PARENT + "-00").orElseThrow().sampled())
        .isFalse();
  }

  @Test
  void aVersionToComeIsReadAsFarAsItIsKnown() {
    TraceParent parsed =
        TraceParent.parse("cc-" + TRACE + "-" + PARENT + "-ff-what-ever").orElseThrow();
    assertThat(parsed.toString()).isEqualTo("00-" + TRACE + "-" + PARENT + "-03");
  }

  @Test
  void aNewOneIsValidAndOfItsOwn() {
    TraceParent one = TraceParent.random();
    assertThat(TraceParent.parse(one.toString())).hasValue(one);
    assertThat(one.sampled()).isFalse();
    assertThat(TraceParent.random().traceId()).isNotEqualTo(one.traceId());
  }

  @Test
  void itsPartsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new TraceParent("x", PARENT, 0));
    assertThrows(IllegalArgumentException.class, () -> new TraceParent(TRACE, "x", 0));
    assertThrows(IllegalArgumentException.class, () -> new TraceParent(TRACE, PARENT, 256));
    assertThrows(IllegalArgumentException.class, () -> new TraceParent(TRACE, PARENT, -1));
  }
}
