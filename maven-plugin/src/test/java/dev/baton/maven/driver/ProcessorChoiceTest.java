package dev.baton.maven.driver;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessorChoiceTest {

  private static final List<String> NONE = List.of();
  private static final List<String> CLASS_PATH = List.of("app.jar");

  @Test
  void noneIsOffWhateverElseIsGiven() {
    var choice = new ProcessorChoice("none", List.of("P"), List.of("p.jar"), CLASS_PATH);

    assertThat(choice.isOn(17)).isFalse();
  }

  @Test
  void classPathIsSearchedUnaskedUpTo22() {
    var choice = new ProcessorChoice("", NONE, NONE, CLASS_PATH);

    assertThat(choice.isOn(22)).isTrue();
    assertThat(choice.isOn(23)).isFalse();
    assertThat(choice.effectivePath()).isEqualTo(CLASS_PATH);
  }

  @Test
  void askingTurnsItOnForEveryRelease() {
    assertThat(new ProcessorChoice("full", NONE, NONE, CLASS_PATH).isOn(25)).isTrue();
    assertThat(new ProcessorChoice("", List.of("P"), NONE, CLASS_PATH).isOn(25)).isTrue();
    assertThat(new ProcessorChoice("", NONE, List.of("p.jar"), CLASS_PATH).isOn(25)).isTrue();
  }

  @Test
  void processorPathReplacesTheClassPath() {
    var choice = new ProcessorChoice("", NONE, List.of("p.jar"), CLASS_PATH);

    assertThat(choice.effectivePath()).containsExactly("p.jar");
  }
}
