package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompileSettingsTest {

  private static final List<String> AS_UTF_8 = List.of("-encoding", "UTF-8");
  private static final List<String> AS_ISO = List.of("-encoding", "ISO-8859-1");

  @Test
  void theLastEncodingCounts() {
    assertThat(settings(List.of(), List.of()).charset()).isEqualTo(Charset.defaultCharset());
    assertThat(settings(AS_UTF_8, List.of()).charset()).isEqualTo(UTF_8);
    assertThat(settings(AS_UTF_8, AS_ISO).charset()).isEqualTo(ISO_8859_1);
    assertThat(settings(List.of(), AS_ISO).charset()).isEqualTo(ISO_8859_1);
  }

  @Test
  void anEncodingIsAddedOnlyWhereThereIsNone() {
    assertThat(settings(List.of(), AS_ISO).withSourceRoots(List.of()).options()).isEmpty();
    assertThat(settings(List.of(), List.of()).withSourceRoots(List.of()).options())
        .containsExactly("-encoding", Charset.defaultCharset().name());
  }

  private static CompileSettings settings(List<String> options, List<String> arguments) {
    return new CompileSettings(
        /* skip= */ false,
        List.of(),
        List.of(),
        List.of(),
        /* generatedSources= */ null,
        /* mayUseModulePath= */ false,
        options,
        CompilerArguments.of(arguments),
        /* fork= */ false,
        /* proc= */ "",
        List.of());
  }
}
