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

/** The goal {@code suppress} on whole projects, run by a Maven of their own. */
final class SuppressIT {

  private static final String REASON = "-Dbaton.reason=older than the rule";

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
  void eachFindingIsSuppressedAtTheInnermostDeclaration() throws Exception {
    MavenProjectCopy project = copy("suppress");
    Path file = project.path("src/main/java/com/acme/Declarations.java");
    SortedMap<String, String> before = project.sources();

    project.suppress(REASON, "-Dbaton.dryRun").succeeds().says("Baton: would suppress ");
    assertThat(project.sources()).isEqualTo(before);
    MavenProjectCopy patched = project.again();
    patched.run("git", "apply", "target/baton/suppress.patch").succeeds();

    project
        .maven(List.of(MavenProjectCopy.SUPPRESS, REASON, MavenProjectCopy.CHECK))
        .succeeds()
        .says("Baton: suppressed ", "Baton: no findings; checked 3 source files");
    assertThat(Files.readString(file))
        .isEqualTo(Files.readString(project.path("expected/Declarations.java")));
    assertThat(project.sources()).isEqualTo(patched.sources());

    project
        .suppress(REASON)
        .succeeds()
        .says("Baton: nothing to suppress: no findings; checked 3 source files");
    assertThat(project.sources()).isEqualTo(patched.sources());
  }

  @Test
  void filesKeepTheirFormatAndOthersAreLeftAlone() throws Exception {
    MavenProjectCopy project = copy("fix");
    Path main = project.path("app/src/main/java/com/acme/app/Main.java");
    String text =
        Files.readString(main)
            .strip()
            .replace("\n", "\r\n")
            .replace("  ", "\t")
            .replace("@cafe@", "caf\u00e9");
    Files.writeString(main, text, ISO_8859_1);
    Path frozen = project.path("app/src/main/java/com/acme/app/Frozen.java");
    assertThat(frozen.toFile().setWritable(false)).isTrue();
    String frozenText = Files.readString(frozen);
    Path stub = project.path("app/target/generated-sources/stubs/com/acme/app/Stub.java");
    Files.createDirectories(stub.getParent());
    Files.writeString(stub, STUB);

    project
        .suppress(REASON)
        .succeeds()
        .says(
            "[INFO] api/src/test/java/com/acme/api/StoreTest.java:6: [NullContext] `load` is given",
            "[WARNING] app/src/main/java/com/acme/app/Frozen.java:11: [NullContext] `load` is given"
                + " null for its context; pass `ctx`; not suppressed, since the file is read-only",
            "generated-sources/stubs/com/acme/app/Stub.java:5: [NullContext] ",
            "Baton: suppressed 8 of 10 findings in 3 files; 2 could not be suppressed (above)");

    assertThat(Files.readString(main, ISO_8859_1))
        .isEqualTo(
            text.replace(
                "\tString run",
                "\t@SuppressWarnings(\"NullContext\") // older than the rule\r\n\tString run"));
    assertThat(Files.readString(frozen)).isEqualTo(frozenText);
    assertThat(Files.readString(stub)).isEqualTo(STUB);
    project.check("-Dbaton.failOn=never").succeeds().says("Baton: 2 errors in 1 module (app)");
  }

  @Test
  void allThatTheChecksAreTestedWithCanBeSuppressed() throws Exception {
    MavenProjectCopy project = copy("conventions");
    project.add(AgreementIT.FIXTURES, "src/main/java");
    String models = "-Dbaton.args=" + AgreementIT.MODELS;

    project
        .maven(List.of(MavenProjectCopy.SUPPRESS, REASON, models, MavenProjectCopy.CHECK))
        .succeeds()
        .says("Baton: suppressed ", "Baton: no findings; checked ")
        .doesNotSay("not suppressed");
  }

  @Test
  void findingsOfOneCheckCanBeChosen() throws Exception {
    MavenProjectCopy project = copy("single");

    project
        .suppress(REASON, "-Dbaton.args=-XepPatchChecks:ContextNotFirst")
        .succeeds()
        .says("Baton: suppressed 1 of 1 finding in 1 file");

    project.check().fails().says("[NullContext]").doesNotSay("[ContextNotFirst]");
  }

  @Test
  void withoutAReasonNothingIsDone() throws Exception {
    MavenProjectCopy project = copy("single");
    SortedMap<String, String> before = project.sources();

    project
        .suppress()
        .fails()
        .says("baton.reason is missing: say with -Dbaton.reason='...' why the findings are right")
        .doesNotSay("Exception:");

    assertThat(project.sources()).isEqualTo(before);
  }

  @Test
  void projectThatDoesNotCompileIsLeftAlone() throws Exception {
    copy("broken")
        .suppress(REASON)
        .fails()
        .says("[ERROR] Baton: broken does not compile (see above), so nothing was suppressed");
  }

  private MavenProjectCopy copy(String project) throws Exception {
    return MavenProjectCopy.of(project, test);
  }
}
