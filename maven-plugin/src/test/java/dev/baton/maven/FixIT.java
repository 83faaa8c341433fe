package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The goal {@code fix} on whole projects, run by a Maven of their own. */
final class FixIT {

  private static final String DRY_RUN = "-Dbaton.dryRun";

  private static final String STUB =
      """
      package com.acme.app;

      final class Stub {
        String run(com.acme.api.Store store) {
          return store.load(null, "1");
        }
      }
      """;

  private String test = "";

  @BeforeEach
  void nameDirectory(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  @Test
  void allModulesAreFixedAsThePatchSays() throws Exception {
    MavenProjectCopy project = copy("fix");
    Path main = project.path("app/src/main/java/com/acme/app/Main.java");
    String text =
        Files.readString(main).strip().replace("\n", "\r\n").replace("@cafe@", "caf\u00e9");
    Files.writeString(main, text, ISO_8859_1);
    Path frozen = project.path("app/src/main/java/com/acme/app/Frozen.java");
    assertThat(frozen.toFile().setWritable(false)).isTrue();
    Path stub = project.path("app/target/generated-sources/stubs/com/acme/app/Stub.java");
    Files.createDirectories(stub.getParent());
    Files.writeString(stub, STUB);
    SortedMap<String, String> before = project.sources();

    project
        .fix(DRY_RUN)
        .succeeds()
        .says(
            "[INFO] api/src/main/java/com/acme/api/Store.java:15: [NullContext] `load` is given",
            "[INFO] api/src/main/java/com/acme/api/Store.java:19: [NullContext] `load` is given",
            "[INFO] api/src/main/java/com/acme/api/Store.java:19: [NullContext] `load` is given",
            "[INFO] api/src/test/java/com/acme/api/StoreTest.java:6: [NullContext] `load` is given",
            "[INFO] app/src/main/java/com/acme/app/Main.java:8: [NullContext] `load` is given",
            "[WARNING] api/src/main/java/com/acme/api/Store.java:8: [PublicContextKey] key `TENANT`"
                + " is public, so any code can read and replace its value; make it private and offer"
                + " `withTenant(ctx, tenant)` and `tenant(ctx)`; not fixed, since the code would not"
                + " compile",
            "[WARNING] app/src/main/java/com/acme/app/Frozen.java:11: [NullContext] `load` is given"
                + " null for its context; pass `ctx`; not fixed, since the file is read-only",
            "--- a/api/src/main/java/com/acme/api/Store.java",
            "+++ b/api/src/main/java/com/acme/api/Store.java",
            "-    return load(null, id);",
            "+    return load(ctx, id);",
            "Baton: would fix 5 of 10 findings in 3 files; 3 have no fix: run the goal check to see"
                + " them; 2 could not be fixed (above)");
    assertThat(project.sources()).isEqualTo(before);

    MavenProjectCopy patched = project.again();
    patched.run("git", "apply", "target/baton/fix.patch").succeeds();

    project
        .maven(List.of(MavenProjectCopy.FIX, MavenProjectCopy.CHECK, "-Dbaton.failOn=never"))
        .succeeds()
        .says(
            "Baton: fixed 5 of 10 findings in 3 files; 3 have no fix: run the goal check to see"
                + " them; 2 could not be fixed (above)",
            "Baton: 3 errors and 2 warnings in 2 modules (api, app);");
    assertThat(project.sources()).isEqualTo(patched.sources());
    assertThat(project.sources()).isNotEqualTo(before);
    assertThat(Files.readString(stub)).isEqualTo(STUB);
    assertThat(Files.readString(main, ISO_8859_1))
        .isEqualTo(
            text.replace("null", "Context.todo()")
                .replace("\r\n\r\nfinal", "\r\nimport dev.baton.context.Context;\r\n\r\nfinal"));

    project
        .fix()
        .succeeds()
        .says("Baton: fixed 0 of 5 findings; 3 have no fix: run the goal check to see them;");
    assertThat(project.path("target/baton/fix.patch").toFile().exists()).isFalse();
  }

  @Test
  void modulesThatWerePackedBeforeAreCompiledWithTheFixesToo() throws Exception {
    MavenProjectCopy project = copy("fix");

    project
        .maven(List.of("package", MavenProjectCopy.FIX, DRY_RUN))
        .succeeds()
        .says("[PublicContextKey] key `TENANT`", "Baton: would fix 6 of 9 findings in 4 files;");

    assertThat(Files.readString(project.path("target/baton/fix.patch")))
        .doesNotContain("private static");
  }

  @Test
  void testsOfAModuleArePartOfIt() throws Exception {
    MavenProjectCopy project = copy("modular");
    Path tests = project.path("src/test/java/com/acme/OrdersTest.java");
    Files.createDirectories(tests.getParent());
    Files.writeString(
        tests,
        "package com.acme;\nclass OrdersTest {\n  String s = new Orders().find(\"1\", null);\n}\n");

    MavenRun run =
        project.fix("-X").succeeds().says("Baton: fixed 2 of 3 findings in 2 files; 1 has no fix");

    assertThat(
            CompilationInputs.ofRequest(
                project.path("target/baton/fix/run-1/1-modular-default-testCompile/request.txt")))
        .isEqualTo(CompilationInputs.ofMaven(run));
    assertThat(Files.readString(tests)).contains("find(\"1\", Context.todo())");
  }

  @Test
  void projectThatDoesNotCompileIsLeftAlone() throws Exception {
    copy("broken")
        .fix()
        .fails()
        .says("[ERROR] Baton: broken does not compile (see above), so nothing was fixed");
  }

  @Test
  void checkThatThereIsNotIsRefusedInOneLine() throws Exception {
    copy("clean")
        .fix("-Dbaton.args=-XepPatchChecks:LostCancle")
        .fails()
        .says("on project clean: Baton cannot run: -XepPatchChecks:LostCancle names no check here;")
        .doesNotSay("Exception:");
  }

  private MavenProjectCopy copy(String project) throws Exception {
    return MavenProjectCopy.of(project, test);
  }
}
