package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first code in the README is found as the README says, word for word. */
final class ReadmeTest {

  private static final Pattern FENCE = Pattern.compile("(?m)^```\\w*\\n");

  @Test
  void theFirstCodeGivesTheDiagnosticsBelowIt() throws IOException {
    List<String> blocks =
        FENCE.splitAsStream(Files.readString(Path.of("..", "README.md"))).toList();
    String code = blocks.get(1);
    ImmutableList<String> shown =
        blocks
            .get(3)
            .lines()
            .filter(line -> line.startsWith("Orders.java:") || line.contains("Did you mean"))
            .collect(toImmutableList());

    Compilation compilation =
        Compiler.javac()
            .withOptions(
                "-Xplugin:Baton",
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-proc:none")
            .compile(JavaFileObjects.forSourceString("Orders", code));

    assertThat(compilation.diagnostics()).hasSize(3);
    assertThat(
            compilation.diagnostics().stream()
                .map(
                    finding ->
                        String.format(
                            "Orders.java:%d: %s: %s",
                            finding.getLineNumber(),
                            finding.getKind().name().toLowerCase(Locale.ROOT),
                            finding.getMessage(Locale.ROOT)))
                .flatMap(String::lines)
                .collect(toImmutableList()))
        .isEqualTo(shown);
  }
}
