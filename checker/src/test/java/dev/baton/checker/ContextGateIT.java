package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -Xplugin:Baton} does to a compilation that may, or may not, use a context. */
final class ContextGateIT {

  /** The class of javac that holds the comments of a file, where somebody may ask for them. */
  private static final String KEPT_COMMENTS = "com.sun.tools.javac.parser.LazyDocCommentTable ";

  private static final String PLUGIN = "dev.baton.checker.BatonPlugin ";
  private static final String ERROR_PRONE = "com.google.errorprone.ErrorProneAnalyzer ";

  @TempDir private static Path folder;

  private static String plain;
  private static String late;
  private static String runtime;

  @BeforeAll
  static void writeSources() throws Exception {
    plain = write("plain/Plain.java", "/** Says nothing. */ class Plain {}");
    late = write("late/Late.java", "class Late { void f(int i, dev.baton.context.Context c) {} }");
    runtime =
        write(
            "sources/dev/baton/context/Context.java",
            "package dev.baton.context; public class Context {}");
    write("module/module-info.java", "module dev.baton.context { exports dev.baton.context; }");
    compile("", "-d", path("classes"), runtime);
    compile("", "-d", path("module"), path("module/module-info.java"), runtime);
  }

  @Test
  void withoutTheRuntimeNobodyListens() throws Exception {
    String printed = loadedFor("-Xplugin:Baton", plain);

    assertThat(printed).contains(PLUGIN);
    assertThat(printed).doesNotContain(KEPT_COMMENTS);
    assertThat(printed).doesNotContain(ERROR_PRONE);
    assertThat(printed).doesNotContain("com.google.common");
  }

  @Test
  void withoutAUseOfTheRuntimeNoChecksAreLoaded() throws Exception {
    String printed = loadedFor("-Xplugin:Baton", "-classpath", path("classes"), plain);

    assertThat(printed).contains(KEPT_COMMENTS);
    assertThat(printed).doesNotContain("com.google.errorprone");
    assertThat(printed).doesNotContain("com.google.common");
  }

  @Test
  void aTypeThatAFlagNamesMayTurnUpAnywhere() throws Exception {
    String plugin = "-Xplugin:Baton -XepOpt:Baton:ContextTypes=com.acme.Ctx";

    assertThat(loadedFor(plugin, plain)).contains(KEPT_COMMENTS);
  }

  @Test
  void theRuntimeIsSeenWhereverJavacReadsIt() throws Exception {
    write("late/module-info.java", "module late { requires dev.baton.context; }");
    String module = path("late/module-info.java");

    for (ImmutableList<String> inputs :
        ImmutableList.of(
            ImmutableList.of("-classpath", path("classes")),
            ImmutableList.of("-classpath", path("sources")),
            ImmutableList.of("-sourcepath", path("sources")),
            ImmutableList.of(runtime),
            ImmutableList.of("--module-path", path("module"), module))) {
      assertWithMessage("%s", inputs)
          .that(compile("-Xplugin:Baton", with(inputs, late)))
          .contains("Late.java:1: warning: [ContextNotFirst]");
    }
  }

  /** A module that holds its own runtime is compiled bit by bit. */
  @Test
  void theRuntimeIsSeenInWhatWasCompiledBefore() throws Exception {
    String module = write("whole/module-info.java", "module whole {}");
    compile("", "-d", path("whole"), module, runtime);

    assertThat(compile("-Xplugin:Baton", "-d", path("whole"), module, late))
        .contains("Late.java:1: warning: [ContextNotFirst]");
  }

  private static String loadedFor(String plugin, String... inputs) throws Exception {
    return compile(plugin, with(ImmutableList.of("-J-verbose:class"), inputs));
  }

  private static String[] with(ImmutableList<String> options, String... more) {
    return ImmutableList.builder()
        .addAll(options)
        .add((Object[]) more)
        .build()
        .toArray(String[]::new);
  }

  private static String compile(String plugin, String... inputs) throws Exception {
    ImmutableList.Builder<String> arguments = ImmutableList.builder();
    arguments.addAll(ForkedJavac.OPENED);
    arguments.add("-proc:none", "-implicit:none", "-d", path("out"));
    if (!plugin.isEmpty()) {
      arguments.add(
          "-processorpath", ForkedJavac.jar() + File.pathSeparator + ForkedJavac.dependencies());
      arguments.add(plugin, "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW");
    }
    return ForkedJavac.run(arguments.add(inputs).build());
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }
}
