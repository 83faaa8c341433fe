package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The goal on whole projects, run by a Maven of their own. */
final class CheckIT {

  private static final String WARNING_IN_ORDERS =
      "WARNING src/main/java/com/acme/Orders.java:8 ContextNotFirst |"
          + "    String find(String id, Context ctx) {";
  private static final String ERROR_IN_ORDERS =
      "ERROR src/main/java/com/acme/Orders.java:14 NullContext |    return find(\"1\", null);";

  private String test = "";

  @BeforeEach
  void nameDirectory(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  // What there is nothing to find in.

  @Test
  void cleanProjectPasses() throws Exception {
    copy("clean")
        .check("-Dbaton.failOn=warning")
        .succeeds()
        .says("[INFO] Baton: no findings; checked 1 source file")
        .findings()
        .isEmpty();
  }

  @Test
  void projectWithoutJavaPasses() throws Exception {
    copy("no-java").check().succeeds().says("Baton: this build has no Java sources");
  }

  @Test
  void pomPasses() throws Exception {
    copy("pom-only").check().succeeds().says("Baton: this build has no Java sources");
  }

  @Test
  void skippedProjectIsNotChecked() throws Exception {
    copy("single")
        .check("-Dbaton.skip")
        .succeeds()
        .says("[INFO] Baton: skipped")
        .doesNotSay("no Java sources");
  }

  // One module.

  @Test
  void errorFailsTheBuild() throws Exception {
    MavenRun run =
        copy("single")
            .check()
            .fails()
            .says(
                "[INFO] Baton: 1 error and 1 warning; checked 2 source files",
                "[INFO]   NullContext: 1 error",
                "[INFO]   ContextNotFirst: 1 warning",
                "Baton found 1 error and 1 warning; fix them");
    run.findings().containsExactly(WARNING_IN_ORDERS, ERROR_IN_ORDERS).inOrder();
  }

  @Test
  void failOnNeverPasses() throws Exception {
    copy("single")
        .check("-Dbaton.failOn=never")
        .succeeds()
        .findings()
        .containsExactly(WARNING_IN_ORDERS, ERROR_IN_ORDERS);
  }

  @Test
  void failOnAnythingElseNamesTheValues() throws Exception {
    copy("single")
        .check("-Dbaton.failOn=errors")
        .fails()
        .says("baton.failOn is 'errors', but must be one of error, warning, never");
  }

  @Test
  void argumentsReachTheChecks() throws Exception {
    MavenProjectCopy project = copy("single");
    String args = "-Dbaton.args=-Xep:NullContext:WARN -Xep:ContextNotFirst:OFF";

    project.check(args).succeeds().says("Baton: 1 warning; checked 2 source files");
    project.check(args, "-Dbaton.failOn=warning").fails().says("Baton found 1 warning;");
  }

  @Test
  void wrongArgumentsAreRefusedInOneLine() throws Exception {
    copy("single")
        .check("-Dbaton.args=-Xep:LostCancel:LOUD")
        .fails()
        .says("on project single: Baton cannot run: ")
        .doesNotSay("Exception:");
  }

  // Where a project keeps its sources.

  @Test
  void pathsMayHaveSpaces() throws Exception {
    MavenProjectCopy project = copy("single");
    Files.move(project.path("src"), project.path("the sources"));
    String pom = Files.readString(project.path("pom.xml"));
    Files.writeString(
        project.path("pom.xml"),
        pom.replace(
            "</project>",
            "<build><sourceDirectory>the sources/main/java</sourceDirectory></build></project>"));

    project
        .check()
        .fails()
        .findings()
        .contains(ERROR_IN_ORDERS.replace("src/main", "the sources/main"));
  }

  @Test
  void addedSourceRootsTakePart() throws Exception {
    copy("source-root")
        .check()
        .fails()
        .says("checked 2 source files")
        .findings()
        .containsExactly(
            "ERROR src/main/java/com/acme/Main.java:7 NullContext |"
                + "    return Generated.load(null, \"1\");");
  }

  // Annotation processors.

  @Test
  void processorsOfTheProcessorPathRun() throws Exception {
    MavenProjectCopy project = copy("processor-path");

    MavenRun run = project.check("-X").succeeds().says("Baton: 1 warning; checked 1 source file");

    assertThat(project.snapshot("target/baton").keySet())
        .containsExactly(
            "default-compile/generated-sources/com/acme/AutoValue_Order.java",
            "default-compile/javac.log",
            "default-compile/key.txt",
            "default-compile/messages.txt",
            "default-compile/request.txt");
    assertThat(CompilationInputs.ofChecks(project)).isEqualTo(CompilationInputs.ofMaven(run));
  }

  @Test
  void processorsOfTheClassPathRun() throws Exception {
    copy("processor-class-path").check().succeeds().says("Baton: 1 warning; checked 1 source file");
  }

  // How a project compiles.

  @Test
  void otherErrorProneSetUpIsLeftAlone() throws Exception {
    copy("error-prone")
        .check()
        .fails()
        .findings()
        .containsExactly(WARNING_IN_ORDERS, ERROR_IN_ORDERS)
        .inOrder();
  }

  @Test
  void modulesAreFoundOnTheModulePath() throws Exception {
    MavenProjectCopy project = copy("modular");

    MavenRun run =
        project.check("-X").fails().says("Baton: 1 error and 1 warning; checked 2 source files");

    assertThat(CompilationInputs.ofChecks(project)).isEqualTo(CompilationInputs.ofMaven(run));
    assertThat(CompilationInputs.ofChecks(project)).containsKey("--module-path");
  }

  @Test
  void java8ProjectIsChecked() throws Exception {
    MavenProjectCopy project = copy("release-8");

    MavenRun run =
        project
            .check("-X", "-Dbaton.args=-XepOpt:Baton:ContextTypes=com.acme.RequestContext")
            .succeeds();

    assertThat(CompilationInputs.ofChecks(project)).isEqualTo(CompilationInputs.ofMaven(run));
    run.findings()
        .containsExactly(
            "WARNING src/main/java/com/acme/Orders.java:6 ContextNotFirst |"
                + "    String find(String id, RequestContext ctx) {");
  }

  @Test
  void aContextTypeThatNothingHasIsSaid() throws Exception {
    String args = "-XepOpt:Baton:ContextTypes=com.acme.RequestContext,com.acme.RequestContxt";

    MavenRun run = copy("release-8").check("-Dbaton.args=" + args).succeeds();

    run.says("com.acme.RequestContxt is on no class path of this build");
    assertThat(String.join("\n", run.output())).doesNotContain("RequestContext is on no");
  }

  // What cannot be checked.

  @Test
  void brokenProjectGetsOneLine() throws Exception {
    copy("broken")
        .check()
        .fails()
        .says("[ERROR] Baton: broken does not compile (see above), so it was not checked");
  }

  @Test
  void missingDependencyGetsOneLine() throws Exception {
    copy("missing-dependency")
        .check()
        .fails()
        .says("Could not resolve dependencies for project com.acme:missing-dependency:jar:1.0");
  }

  @Test
  void errorsThatMavenDidNotSeeAreNotCalledFindings() throws Exception {
    MavenProjectCopy project = copy("single");
    project.maven(List.of("compile")).succeeds();
    Path careful = project.path("src/main/java/com/acme/Careful.java");
    FileTime before = Files.getLastModifiedTime(careful);
    Files.writeString(careful, Files.readString(careful).replace("String find", "Strong find"));
    Files.setLastModifiedTime(careful, before);

    project
        .check("-Dmaven.compiler.useIncrementalCompilation=false", "-Dbaton.failOn=never")
        .fails()
        .says(
            "[ERROR] src/main/java/com/acme/Careful.java:8: cannot find symbol",
            "Baton could not check single: compiled with the checks it has 1 error (above)");
  }

  // Several modules.

  @Test
  void allModulesAreReportedBeforeTheBuildFails() throws Exception {
    MavenRun run =
        copy("multi")
            .check()
            .fails()
            .says(
                "Baton: docs has no Java sources, nothing to check",
                "Baton: 2 errors and 1 warning in 2 modules (api, app); checked 2 source files in",
                "  NullContext: 2 errors",
                "  ContextNotFirst: 1 warning",
                "Baton found 2 errors and 1 warning in 2 modules (api, app);");
    run.findings()
        .containsExactly(
            "ERROR api/src/main/java/com/acme/api/Store.java:14 NullContext |"
                + "    return load(null, \"1\");",
            "WARNING app/src/main/java/com/acme/app/Main.java:9 ContextNotFirst |"
                + "    String run(Store store, Context ctx) {",
            "ERROR app/src/main/java/com/acme/app/Main.java:10 NullContext |"
                + "    return store.load(ctx, \"1\") + store.load(null, \"2\");")
        .inOrder();
  }

  @Test
  void parallelModulesAreSummedUp() throws Exception {
    copy("multi")
        .check("-T2", "-Dbaton.failOn=error")
        .fails()
        .says("Baton found 2 errors and 1 warning in 2 modules (api, app);");
  }

  @Test
  void boundModuleFailsByItself() throws Exception {
    copy("bound")
        .maven(List.of("process-classes"))
        .fails()
        .says("on project checked: Baton found 1 error and 1 warning;")
        .findings()
        .hasSize(2);
  }

  // What it leaves behind.

  @Test
  void onlyBatonsDirectoryIsMoreThanMavenLeaves() throws Exception {
    MavenProjectCopy project = copy("processor-path");
    project.maven(List.of("compile")).succeeds();
    SortedMap<String, String> compiled = project.snapshot("target");

    project.maven(List.of("clean")).succeeds();
    project.check().succeeds();

    SortedMap<String, String> checked = project.snapshot("target");
    checked.keySet().removeIf(name -> name.startsWith("baton/"));
    assertThat(compiled).containsKey("classes/com/acme/AutoValue_Order.class");
    assertThat(checked).isEqualTo(compiled);
  }

  private MavenProjectCopy copy(String project) throws Exception {
    return MavenProjectCopy.of(project, test);
  }
}
