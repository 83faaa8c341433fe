package dev.baton.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import dev.baton.checker.model.ContextModelProvider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the set-up says when something is wrong with it is what the page says, and no more. */
final class SetUpMessagesTest {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private Path folder;

  @Test
  void thePlugin() throws Exception {
    List<String> said = new ArrayList<>();
    for (String argument :
        List.of(
            "-Xep:LostCancle:WARN",
            "-Xep:LostCancel:LOUD",
            "-XepOpt:LostCancel:Strikt=true",
            "-XepOpt:NullAway:Strict=true",
            "-XepOpt:Baton:Models=grcp",
            "-XepOpt:Baton:ContextTypes=com..Ctx",
            "-XepOpt:BlockingIgnoresContext:Methods=call",
            "-XepOpt:LostCancel:Strict=maybe",
            "-XepExcludedPaths:[",
            "strict",
            "-XepPatchChecks:LostCancel")) {
      said.add(errorOf("-Xplugin:Baton " + argument, Javac.NEEDED));
    }
    said.add(errorOf("-Xplugin:Baton", List.of(Javac.NEEDED.get(0))));
    said.add(errorOf("-Xplugin:Baton", List.of(Javac.NEEDED.get(1))));
    said.add(ofModelThatIsNone());
    said.add(
        afterTheFileName(
            compiledApart("-processorpath", CLASS_PATH, "-Xplugin:Baton", plainSource())));

    assertAreTheRowsOf("The plugin `-Xplugin:Baton`", said);
  }

  @Test
  void javacAndErrorProne() throws Exception {
    List<String> said =
        List.of(
            compiledApart("-processorpath", folder.toString(), "-Xplugin:Baton", plainSource()),
            compiledApart(
                "-processorpath", pluginOfTheNextJava().toString(), "-Xplugin:Late", plainSource()),
            compiledApart("-processorpath", CLASS_PATH, "-Xplugin:ErrorProne", plainSource()));

    assertAreTheRowsOf("javac and Error Prone", said);
  }

  /** Those of the goals are asserted where the goals are. */
  @Test
  void theGoals() throws IOException {
    String tests = literalsBelow(Path.of("..", "maven-plugin", "src", "test", "java"));

    List<List<String>> rows = Page.of("set-up.md").section("The goals").rows();
    assertThat(rows.size()).isAtLeast(10);
    for (List<String> row : rows) {
      assertWithMessage(row.get(0))
          .that(
              Stream.of(row.get(0).replace("`", "").split("…|\\bN\\b", -1))
                  .anyMatch(part -> isPartlyIn(tests, part)))
          .isTrue();
    }
  }

  private static void assertAreTheRowsOf(String section, List<String> said) throws IOException {
    List<String> rows =
        Page.of("set-up.md").section(section).rows().stream().map(row -> row.get(0)).toList();
    for (String message : said) {
      assertWithMessage(message)
          .that(rows.stream().filter(row -> patternOf(row).matcher(message).find()).count())
          .isEqualTo(1);
    }
    for (String row : rows) {
      assertWithMessage(row).that(said.stream().anyMatch(patternOf(row).asPredicate())).isTrue();
    }
  }

  private static Pattern patternOf(String row) {
    return Pattern.compile(
        Arrays.stream(row.replace("`", "").split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  // Provoking

  /** The one error of a compilation that needs no context to go wrong. */
  private static String errorOf(String plugin, List<String> options) {
    Compilation compilation =
        Javac.compile(
            Stream.concat(Stream.of(plugin), options.stream()).toList(),
            List.of(Javac.source("Plain", "class Plain {}")));
    assertWithMessage(plugin).that(compilation.errors()).hasSize(1);
    return compilation.errors().get(0).getMessage(Locale.ROOT);
  }

  /** Apart, as the class loader of this test would not see the model. */
  private String ofModelThatIsNone() throws IOException, InterruptedException {
    Path services = Files.createDirectories(folder.resolve("model/META-INF/services"));
    Files.writeString(services.resolve(ContextModelProvider.class.getName()), "com.acme.NoModel");
    return afterTheFileName(
        compiledApart(
            Stream.concat(
                    ForkedJavac.OPENED.stream(),
                    Stream.of(
                        "-processorpath",
                        folder.resolve("model") + File.pathSeparator + CLASS_PATH,
                        "-Xplugin:Baton -XepOpt:Baton:Models=acme",
                        plainSource()))
                .toArray(String[]::new)));
  }

  private String compiledApart(String... arguments) throws IOException, InterruptedException {
    return ForkedJavac.run(
        Stream.concat(Stream.of("-d", folder.toString()), Arrays.stream(arguments))
            .toArray(String[]::new));
  }

  private String plainSource() throws IOException {
    return Files.writeString(folder.resolve("Plain.java"), "class Plain {}\n").toString();
  }

  private static String afterTheFileName(String printed) {
    return printed.lines().findFirst().orElse("").replaceFirst(".*: error: ", "");
  }

  /** A javac plugin whose class file is of a Java that no JDK runs yet. */
  private Path pluginOfTheNextJava() throws IOException {
    Path plugin = Files.createDirectories(folder.resolve("late"));
    byte[] type;
    try (var in = getClass().getResourceAsStream("/dev/baton/checker/BatonPlugin.class")) {
      type = in.readAllBytes();
    }
    type[7] = 99;
    Path file = plugin.resolve("dev/baton/checker/BatonPlugin.class");
    Files.createDirectories(file.getParent());
    Files.write(file, type);
    Path services = Files.createDirectories(plugin.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("com.sun.source.util.Plugin"), "dev.baton.checker.BatonPlugin");
    return plugin;
  }

  // The tests of the goals

  private static boolean isPartlyIn(String tests, String part) {
    int window = 20;
    return IntStream.rangeClosed(0, part.length() - window)
        .anyMatch(start -> tests.contains(part.substring(start, start + window)));
  }

  private static String literalsBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder literals = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"(.*)\"")
            .matcher(Files.readString(file))
            .results()
            .forEach(literal -> literals.append(literal.group(1)).append('\n'));
      }
      return literals.toString();
    }
  }
}
