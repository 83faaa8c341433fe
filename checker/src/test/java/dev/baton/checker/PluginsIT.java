package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both javac plugins, with the jar that users get on the processor path. */
final class PluginsIT {

  private static final String TEST_CLASSES = Path.of("target", "test-classes").toString();

  private static final ImmutableList<String> CHECKS =
      AnalyzerSetup.CHECKS.stream().map(Class::getSimpleName).collect(toImmutableList());

  @TempDir private static Path folder;

  private static JavaFileObject careless;
  private static JavaFileObject withoutContexts;

  @BeforeAll
  static void writeSources() throws IOException {
    careless =
        source(
            "shop/Careless.java",
            """
            package shop;
            import dev.baton.context.Context;
            final class Careless {
              void find(String id, Context ctx) {
                find(id, null);
              }
            }
            """);
    withoutContexts =
        source(
            "shop/Plain.java", "package shop; class Plain { int twice(int n) { return 2 * n; } }");
  }

  // What both find

  @Test
  void batonFindsWhatTheFixturesMark() {
    ImmutableList<Path> files = Fixtures.filesBelow(Fixtures.folder());

    ImmutableList<Finding> findings =
        findings(
            compile(
                alone("-Xplugin:Baton -XepAllErrorsAsWarnings " + Fixtures.MODELS),
                sources(files)));

    // What other checks find in a file is marked in the files of their own folders.
    assertThat(
            findings.stream()
                .filter(found -> found.check().equals(Marks.checkOf(Path.of(found.file()))))
                .map(Finding::place)
                .collect(toImmutableList()))
        .containsExactlyElementsIn(Marks.in(files));
  }

  @Test
  void errorProneFindsTheSame() {
    ImmutableList<JavaFileObject> fixtures = sources(Fixtures.filesBelow(Fixtures.folder()));

    ImmutableList<Finding> alone =
        findings(
            compile(alone("-Xplugin:Baton -XepAllErrorsAsWarnings " + Fixtures.MODELS), fixtures));
    ImmutableList<Finding> beside =
        findings(
                compile(
                    besideErrorProne(
                        "-Xplugin:ErrorProne -XepAllErrorsAsWarnings " + Fixtures.MODELS),
                    fixtures))
            .stream()
            .filter(finding -> CHECKS.contains(finding.check()))
            .collect(toImmutableList());

    assertThat(alone).isNotEmpty();
    assertThat(beside).isEqualTo(alone);
  }

  @Test
  void batonRunsNoChecksButItsOwn() {
    String both = alone("").get(1) + File.pathSeparator + TEST_CLASSES;

    Compilation alone = compile(onPath(both, "-Xplugin:Baton"), ImmutableList.of(careless));
    Compilation beside =
        compile(
            onPath(
                besideErrorProne("").get(1) + File.pathSeparator + TEST_CLASSES,
                "-Xplugin:ErrorProne"),
            ImmutableList.of(careless));

    assertThat(checksOf(alone)).containsExactly("ContextNotFirst", "NullContext");
    assertThat(checksOf(beside)).contains("ForeignCheck");
  }

  // Flags

  @Test
  void severitiesAreErrorPronesFlags() {
    assertThat(kinds("-Xplugin:Baton")).containsExactly("WARNING", "ERROR").inOrder();
    assertThat(kinds("-Xplugin:Baton -Xep:NullContext:WARN")).containsExactly("WARNING", "WARNING");
    assertThat(kinds("-Xplugin:Baton -Xep:ContextNotFirst:OFF")).containsExactly("ERROR");
    assertThat(kinds("-Xplugin:Baton -XepAllErrorsAsWarnings"))
        .containsExactly("WARNING", "WARNING");
    assertThat(kinds("-Xplugin:Baton -XepExcludedPaths:.*/shop/.*")).isEmpty();
    assertThat(kinds("-Xplugin:Baton -XepDisableAllChecks")).isEmpty();
    assertThat(kinds("-Xplugin:Baton -Xep:Baton:OFF")).isEmpty();
  }

  @Test
  void aContextTypeThatTheClassPathLacksIsFine() {
    assertThat(kinds("-Xplugin:Baton -XepOpt:Baton:ContextTypes=com.acme.Ctx")).hasSize(2);
    assertThat(kinds("-Xplugin:Baton -XepOpt:Baton:Models=grpc")).hasSize(2);
  }

  @Test
  void aContextTypeOfTheFlagIsChecked() throws IOException {
    JavaFileObject own = source("com/acme/Ctx.java", "package com.acme; public class Ctx {}");
    JavaFileObject late =
        source("shop/Late.java", "package shop; class Late { void f(int i, com.acme.Ctx c) {} }");

    Compilation compilation =
        compile(
            alone("-Xplugin:Baton -XepOpt:Baton:ContextTypes=com.acme.Ctx"),
            ImmutableList.of(own, late));

    assertThat(checksOf(compilation)).containsExactly("ContextNotFirst");
  }

  @Test
  void aNestedContextTypeOfTheFlagIsChecked() throws IOException {
    JavaFileObject own =
        source("com/acme/Flow.java", "package com.acme; public class Flow { public class Ctx {} }");
    JavaFileObject late =
        source("shop/Late.java", "package shop; class L { void f(int i, com.acme.Flow.Ctx c) {} }");

    Compilation compilation =
        compile(
            alone("-Xplugin:Baton -XepOpt:Baton:ContextTypes=com.acme.Flow.Ctx"),
            ImmutableList.of(own, late));

    assertThat(checksOf(compilation)).containsExactly("ContextNotFirst");
  }

  @Test
  void aFileThatIsAnalysedBeforeAnyContextIsKnownHidesNoLaterOne() {
    ImmutableList<String> byFile =
        alone("-Xplugin:Baton").stream()
            .map(option -> option.replace("=simple", "=byfile"))
            .collect(toImmutableList());

    Compilation compilation = compile(byFile, ImmutableList.of(withoutContexts, careless));

    assertThat(checksOf(compilation)).containsExactly("ContextNotFirst", "NullContext");
  }

  // What is wrong with the set-up is one clear error

  @Test
  void anUnknownCheckIsAnError() {
    assertThat(fault("-Xplugin:Baton -Xep:LostCancle:WARN"))
        .isEqualTo("Baton cannot run: LostCancle is not a valid checker name");
  }

  @Test
  void anUnknownModelIsAnErrorUnderBothPlugins() {
    String message =
        "Baton cannot run: -XepOpt:Baton:Models=grcp names no model; the models are grpc,"
            + " opentelemetry";

    // Behind them those of other jars, as that of a test.
    assertThat(fault("-Xplugin:Baton -XepOpt:Baton:Models=grcp")).startsWith(message);
    assertThat(
            Iterables.getOnlyElement(
                errors(besideErrorProne("-Xplugin:ErrorProne -XepOpt:Baton:Models=grcp"))))
        .startsWith(message);
  }

  @Test
  void anUnknownFlagOrValueIsAnErrorUnderBothPlugins() {
    for (String option :
        ImmutableList.of(
            "LostCancel:Strict=maybe",
            "LostCancel:Strikt=true",
            "Baton:ContextTypes=com..Ctx",
            "Baton:Modells=grpc")) {
      String alone = fault("-Xplugin:Baton -XepOpt:" + option);

      assertThat(alone)
          .contains("Baton cannot run: -XepOpt:" + option.replaceFirst("=(?=true|g).*", ""));
      assertThat(errors(besideErrorProne("-Xplugin:ErrorProne -XepOpt:" + option)))
          .containsExactly(alone);
    }
  }

  @Test
  void aFlagOfNoCheckIsAnErrorWhereNoOtherChecksRun() {
    assertThat(fault("-Xplugin:Baton -XepOpt:LostCancle:Strict=true"))
        .startsWith("Baton cannot run: -XepOpt:LostCancle:Strict is a flag of no check here");
    assertThat(errors(besideErrorProne("-Xplugin:ErrorProne -XepOpt:NullAway:Strict=true")))
        .isEmpty();
  }

  @Test
  void anExpressionThatIsNoneIsAnError() {
    assertThat(fault("-Xplugin:Baton -XepExcludedPaths:["))
        .isEqualTo("Baton cannot run: -XepExcludedPaths:[ is no regular expression");
  }

  @Test
  void anArgumentThatIsNoFlagIsAnError() {
    assertThat(fault("-Xplugin:Baton strict"))
        .isEqualTo(
            "Baton cannot run: strict is not a flag of Error Prone, whose flags start with -Xep");
    assertThat(fault("-Xplugin:Baton -XepPatchChecks:LostCancel"))
        .startsWith("Baton cannot run: -XepPatchChecks:LostCancel needs -Xplugin:ErrorProne,");
  }

  @Test
  void javacFlagsThatAPluginCannotSetAreAskedFor() {
    ImmutableList<String> path = ImmutableList.of("-processorpath", alone("").get(1));

    assertThat(errors(with(path, "-Xplugin:Baton", "--should-stop=ifError=FLOW")))
        .containsExactly("Baton cannot run: pass -XDcompilePolicy=simple to javac");
    assertThat(errors(with(path, "-Xplugin:Baton", "-XDcompilePolicy=simple")))
        .containsExactly("Baton cannot run: pass --should-stop=ifError=FLOW to javac");
  }

  @Test
  void missingExportsAreOneMessageThatNamesTheFlags() throws Exception {
    Path source = Files.writeString(folder.resolve("Plain.java"), "class Plain {}\n");

    ImmutableList<String> command =
        with(alone("-Xplugin:Baton"), "-d", folder.toString(), source.toString());

    String printed = ForkedJavac.run(command);

    assertThat(printed).contains("Plain.java:1: error: Baton cannot read javac's trees");
    assertThat(printed)
        .contains("-J--add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED");
    assertThat(printed).contains("-J--add-opens=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED");
    assertThat(printed).doesNotContain("IllegalAccessError");
    assertThat(printed).endsWith("1 error\n");

    ImmutableList<String> named =
        Stream.of(printed.split("\\s+", -1))
            .filter(word -> word.startsWith("-J--add-"))
            .collect(toImmutableList());
    assertThat(
            ForkedJavac.run(ImmutableList.<String>builder().addAll(named).addAll(command).build()))
        .isEmpty();
  }

  // Compiling

  private static ImmutableList<String> alone(String plugin) {
    return onPath(ForkedJavac.jar() + File.pathSeparator + ForkedJavac.dependencies(), plugin);
  }

  /** The class path of this test has Error Prone's own checks as well. */
  private static ImmutableList<String> besideErrorProne(String plugin) {
    String rest =
        ImmutableList.copyOf(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .stream()
            .filter(entry -> !entry.endsWith("test-classes"))
            .reduce((a, b) -> a + File.pathSeparator + b)
            .orElseThrow();
    return onPath(ForkedJavac.jar() + File.pathSeparator + rest, plugin);
  }

  private static ImmutableList<String> onPath(String processorPath, String plugin) {
    return ImmutableList.of(
        "-processorpath",
        processorPath,
        plugin,
        "-XDcompilePolicy=simple",
        "--should-stop=ifError=FLOW",
        "-Xmaxwarns",
        "100000");
  }

  private static ImmutableList<String> with(ImmutableList<String> options, String... more) {
    return ImmutableList.<String>builder().addAll(options).add(more).build();
  }

  private static Compilation compile(
      ImmutableList<String> options, ImmutableList<JavaFileObject> sources) {
    return Compiler.javac().withOptions(options).compile(sources);
  }

  /** A real file: what Error Prone does with file names it does with those of the file system. */
  private static JavaFileObject source(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return JavaFileObjects.forResource(Files.writeString(file, text).toUri().toURL());
  }

  private static ImmutableList<JavaFileObject> sources(ImmutableList<Path> files) {
    ImmutableList.Builder<JavaFileObject> sources = ImmutableList.builder();
    try {
      for (Path file : files) {
        sources.add(JavaFileObjects.forResource(file.toUri().toURL()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return sources.build();
  }

  // Reading what was said

  private static ImmutableList<Finding> findings(Compilation compilation) {
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      assertWithMessage(error.toString()).that(Finding.isFinding(error)).isTrue();
    }
    List<Finding> findings = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
      if (Finding.isFinding(diagnostic)) {
        findings.add(Finding.of(diagnostic));
      }
    }
    Collections.sort(findings);
    return ImmutableList.copyOf(findings);
  }

  private static ImmutableList<String> checksOf(Compilation compilation) {
    return findings(compilation).stream().map(Finding::check).collect(toImmutableList());
  }

  private static ImmutableList<String> kinds(String plugin) {
    return findings(compile(alone(plugin), ImmutableList.of(careless))).stream()
        .map(Finding::severity)
        .collect(toImmutableList());
  }

  /** The one error of a compilation that needs no context to go wrong. */
  private static String fault(String plugin) {
    ImmutableList<String> errors = errors(alone(plugin));
    assertThat(errors).hasSize(1);
    return errors.get(0);
  }

  private static ImmutableList<String> errors(ImmutableList<String> options) {
    return compile(options, ImmutableList.of(withoutContexts)).errors().stream()
        .map(error -> error.getMessage(Locale.ROOT))
        .collect(toImmutableList());
  }
}
