package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CompilerArgumentsTest {

  @Test
  void dropsWhatHidesOrChangesFindings() {
    assertThat(
            options(
                "-nowarn",
                "-Werror",
                "-Xlint",
                "-Xlint:all",
                "-Xmaxwarns",
                "5",
                "-Xmaxerrs",
                "5",
                "-XDcompilePolicy=bytodo",
                "--should-stop=ifError=INIT",
                "-XDrawDiagnostics"))
        .isEmpty();
  }

  @Test
  void dropsOtherSetUpsOfErrorProne() {
    assertThat(options("-Xplugin:ErrorProne -Xep:Foo:OFF \\\n -XepOpt:a=b", "-Xep:Bar:OFF"))
        .isEmpty();
  }

  @Test
  void takesFlagsOfTheChecksOut() {
    CompilerArguments arguments =
        CompilerArguments.of(
            List.of("-Xplugin:Baton\n -Xep:LostCancel:WARN  -XepOpt:a=b", "-Xplugin:BatonToo"));

    assertThat(arguments.checks()).containsExactly("-Xep:LostCancel:WARN", "-XepOpt:a=b").inOrder();
    assertThat(arguments.options()).containsExactly("-Xplugin:BatonToo");
    assertThat(CompilerArguments.of(List.of("-Xplugin:Baton")).options()).isEmpty();
  }

  @Test
  void dropsPlacesToWriteTo() {
    assertThat(options("-d", "out", "-s", "gen", "-h", "headers")).isEmpty();
  }

  @Test
  void keepsTheRestInOrder() {
    assertThat(
            options(
                "-Amapstruct.verbose=true", "--add-modules", "java.sql", "-Xplugin:Manifold", " "))
        .containsExactly(
            "-Amapstruct.verbose=true", "--add-modules", "java.sql", "-Xplugin:Manifold")
        .inOrder();
  }

  @Test
  void knowsPluginsThatNeedTheProcessorPath() {
    assertThat(CompilerArguments.of(List.of("-Xplugin:ErrorProne")).hasPlugins()).isFalse();
    assertThat(CompilerArguments.of(List.of("-Xplugin:Manifold")).hasPlugins()).isTrue();
  }

  @Test
  void takesProcessorsOut() {
    CompilerArguments arguments =
        CompilerArguments.of(
            List.of("-processor", "a.A,b.B", "--processor-path=p.jar", "-proc:full"));

    assertThat(arguments.processors()).containsExactly("a.A", "b.B").inOrder();
    assertThat(arguments.processorPath()).isEqualTo("p.jar");
    assertThat(arguments.proc()).isEqualTo("full");
    assertThat(arguments.options()).isEmpty();
  }

  @Test
  void takesArgumentsForTheJvmOut() {
    CompilerArguments arguments = CompilerArguments.of(List.of("-J-Xmx2g", "-parameters"));

    assertThat(arguments.jvm()).containsExactly("-Xmx2g");
    assertThat(arguments.options()).containsExactly("-parameters");
  }

  private static List<String> options(String... arguments) {
    return CompilerArguments.of(List.of(arguments)).options();
  }
}
