package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.maven.driver.CodePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.DefaultSessionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineTest {

  private static final Finding LOAD = finding(7, "Orders", "find", "return load(null, id);");
  private static final Finding SAVE = finding(9, "Orders", "save", "store(null);");
  private static final Finding FIELD = finding(3, "Cart", "", "Cart(Context ctx)");

  private static final GoalRun PART =
      new GoalRun(
          "check:part", new DefaultSessionData(), 1, Optional.of("this run leaves modules out"));

  private final GoalRun run =
      new GoalRun("check:default-cli", new DefaultSessionData(), 2, Optional.empty());

  @TempDir Path directory = Path.of("");

  @Test
  void withoutAFileAllIsKnownAndWrittenSorted() throws Exception {
    Baseline baseline = open();

    assertThat(baseline.isNew()).isTrue();
    assertThat(baseline.newOf("app", List.of(SAVE, LOAD))).isEmpty();
    assertThat(open().newOf("api", List.of(LOAD, FIELD))).isEmpty();
    assertThat(finish(baseline).orElseThrow())
        .endsWith("so it was written, with 4 findings; from now on only others are reported");

    List<String> lines = Files.readAllLines(file());
    assertThat(lines.subList(0, 2).stream().allMatch(line -> line.startsWith("# "))).isTrue();
    assertThat(lines.subList(2, 5).stream().map(line -> line.replaceFirst("[0-9a-f]{12}", "H")))
        .containsExactly(
            "Null com.acme.Cart H 1 Cart(Context ctx)",
            "Null com.acme.Orders#find H 2 return load(null, id);",
            "Null com.acme.Orders#save H 1 store(null);")
        .inOrder();
    assertThat(lines).hasSize(5);
  }

  @Test
  void linesFilesAndWhiteSpaceDoNotCount() throws Exception {
    write(LOAD);
    Finding moved =
        new Finding(
            Severity.ERROR,
            "Null",
            Path.of("/b/Other.java"),
            70,
            1,
            "other words",
            "",
            new CodePlace("com.acme.Orders", "find", "return load( null, id );", 900, 920));

    Baseline baseline = open();

    assertThat(baseline.newOf("app", List.of(moved))).isEmpty();
    assertThat(finish(baseline)).isEmpty();
  }

  @Test
  void otherChecksClassesMembersAndCodeAreNew() throws Exception {
    write(LOAD);
    List<Finding> others =
        List.of(
            finding(7, "Orders", "find", "return load(null, other);"),
            finding(7, "Orders", "findAll", "return load(null, id);"),
            finding(7, "Order", "find", "return load(null, id);"),
            new Finding(
                Severity.ERROR, "Lost", LOAD.file(), 7, 1, LOAD.message(), "", LOAD.place()));

    assertThat(open().newOf("app", others)).containsExactlyElementsIn(others).inOrder();
  }

  @Test
  void ofEqualFindingsOnlyThoseBeyondTheirNumberAreNew() throws Exception {
    write(LOAD, LOAD);
    Baseline baseline = open();
    Finding third = finding(50, "Orders", "find", "return load(null, id);");

    assertThat(baseline.newOf("app", List.of(LOAD, LOAD, third))).containsExactly(third);
  }

  @Test
  void modulesShareTheNumbers() throws Exception {
    write(LOAD);

    assertThat(open().newOf("app", List.of(LOAD))).isEmpty();
    assertThat(open().newOf("api", List.of(LOAD))).containsExactly(LOAD);
  }

  @Test
  void aModuleThatIsLookedAtAgainGivesBackWhatItTook() throws Exception {
    open().newOf("app", List.of(LOAD, SAVE));
    open().newOf("app", List.of(LOAD, SAVE));
    assertThat(finish(open()).orElseThrow()).contains("with 2 findings;");

    assertThat(open().newOf("app", List.of(LOAD, SAVE))).isEmpty();
    assertThat(open().newOf("app", List.of(LOAD, SAVE))).isEmpty();
    assertThat(finish(open())).isEmpty();
  }

  @Test
  void executionsCountEachForItself() throws Exception {
    write(LOAD);
    GoalRun bound = new GoalRun("check:again", run.data(), 1, Optional.of("a pom binds the goal"));

    assertThat(open().newOf("app", List.of(LOAD))).isEmpty();
    assertThat(Baseline.of(bound, file()).newOf("app", List.of(LOAD))).isEmpty();
  }

  @Test
  void eachFileOfARunIsFinishedOnce() throws Exception {
    open().newOf("app", List.of(LOAD));
    Path other = directory.resolve("api.txt");
    Baseline.of(run, other).newOf("api", List.of(SAVE, FIELD));

    for (Baseline baseline : Baseline.takeAll(run)) {
      finish(baseline);
    }

    assertThat(BaselineFile.read(file()).number()).isEqualTo(1);
    assertThat(BaselineFile.read(other).number()).isEqualTo(2);
    assertThat(Baseline.takeAll(run)).isEmpty();
  }

  // Who writes a new one.

  @Test
  void aRunForAPartWritesNoneAndSaysWhoDoes() throws Exception {
    Baseline baseline = Baseline.of(PART, file());

    assertThat(
            assertThrows(MojoFailureException.class, () -> baseline.requireFor(PART)).getMessage())
        .isEqualTo(
            "there is no baseline "
                + file()
                + ", and this is no run to write it, since this run leaves modules out; run the goal"
                + " check once from the command line, for the whole project and with"
                + " -Dbaton.baseline, and commit the file");
    open().requireFor(run);
    baseline.newOf("app", List.of(LOAD));
    assertThat(baseline.finish(PART, directory)).isEmpty();
    assertThat(Files.exists(file())).isFalse();
  }

  @Test
  void aRunThatLooksAtNothingWritesNone() throws Exception {
    open().leaveOut();

    assertThat(finish(open())).isEmpty();
    assertThat(Files.exists(file())).isFalse();
  }

  // Shrinking.

  @Test
  void findingsThatAreGoneAreSaidAndKept() throws Exception {
    write(LOAD, LOAD, SAVE);
    List<String> before = Files.readAllLines(file());
    Baseline baseline = open();
    baseline.newOf("app", List.of(LOAD));

    assertThat(finish(baseline).orElseThrow())
        .isEqualTo(
            "Baton: 2 findings of the baseline are gone; -Dbaton.baseline.shrink takes them out");
    assertThat(Files.readAllLines(file())).isEqualTo(before);
  }

  @Test
  void shrinkingTakesThemOutAndAddsNone() throws Exception {
    write(LOAD, LOAD, SAVE);
    Baseline baseline = open();
    baseline.shrink();
    assertThat(baseline.newOf("app", List.of(LOAD, FIELD))).containsExactly(FIELD);

    assertThat(finish(open()).orElseThrow()).startsWith("Baton: took 2 findings out");
    assertThat(BaselineFile.read(file()).counts().toString())
        .matches("\\{Null com\\.acme\\.Orders#find [0-9a-f]{12}=1}");
    assertThat(BaselineFile.read(file()).code().values()).containsExactly("return load(null, id);");
  }

  @Test
  void aRunThatDoesNotSeeAllShrinksNothing() throws Exception {
    write(LOAD, SAVE);
    Baseline part = Baseline.of(PART, file());
    assertThat(part.finish(PART, directory)).isEmpty();
    part.shrink();
    assertThat(part.finish(PART, directory).orElseThrow())
        .isEqualTo(
            "Baton: the baseline " + file() + " was not shrunk, since this run leaves modules out");
    Baseline skipping = open();
    skipping.shrink();
    skipping.leaveOut();
    assertThat(finish(skipping).orElseThrow()).endsWith("since this run skips modules");
    Baseline elsewhere = open();
    elsewhere.shrink();
    assertThat(elsewhere.finish(run, directory.resolve("app")).orElseThrow())
        .endsWith("since it may be about more than what is in " + directory.resolve("app"));

    assertThat(BaselineFile.read(file()).number()).isEqualTo(2);
  }

  @Test
  void theNextGoalOfTheBuildReadsTheFileAnew() throws Exception {
    write(LOAD);

    Baseline second = open();

    assertThat(second.isNew()).isFalse();
    assertThat(second.newOf("api", List.of(LOAD, SAVE))).containsExactly(SAVE);
  }

  // The file.

  @Test
  void linesOfOthersAreRefusedWithTheirNumber() throws Exception {
    write(LOAD);
    String good = Files.readString(file());

    Files.writeString(file(), good + "<<<<<<< HEAD\n");
    assertThat(fault())
        .isEqualTo(
            "line 4 of the baseline "
                + file()
                + " is not one of Baton's: '<<<<<<< HEAD'; take the line out, or delete the file and"
                + " run again to have it written anew");
    Files.writeString(file(), good.replace(" 1 return", " 0 return"));
    assertThat(fault()).startsWith("line 3 of the baseline " + file() + " is not one of Baton's");
    Files.writeString(file(), good + good);
    assertThat(fault()).contains("line 6 of the baseline " + file() + " has the finding of an");
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(fault()).contains("is not a text in UTF-8; name another file, or delete it");
  }

  @Test
  void anyCodeIsWrittenAndRead() throws Exception {
    String faces = "\ud83d\ude00".repeat(90);
    Finding smiling = finding(1, "Orders", "smile", "x" + faces);
    Finding grinning = finding(2, "Orders", "grin", faces);
    Finding separated = finding(3, "Orders", "say", "say(\"\u0085\u2028\u2029\");");

    write(smiling, grinning, separated);

    assertThat(open().newOf("app", List.of(smiling, grinning, separated))).isEmpty();
    assertThat(Files.readString(file())).contains("1 say(\" \");\n");
    assertThat(Files.readString(file())).contains("1 " + "\ud83d\ude00".repeat(77) + "...\n");
  }

  @Test
  void whatAnEditorChangesIsRead() throws Exception {
    write(LOAD, SAVE);
    String text = Files.readString(file());

    Files.writeString(file(), "\n# a note\r\n" + text.replace("\n", " \r\n").strip());

    assertThat(open().newOf("app", List.of(LOAD, SAVE))).isEmpty();
  }

  private static Finding finding(long line, String type, String member, String code) {
    return new Finding(
        Severity.ERROR,
        "Null",
        Path.of("/a", type + ".java"),
        line,
        5,
        "null in line " + line,
        "",
        new CodePlace("com.acme." + type, member, code, 10, 20));
  }

  private String fault() {
    return assertThrows(MojoFailureException.class, () -> open().requireFor(run)).getMessage();
  }

  private void write(Finding... findings) throws Exception {
    Baseline baseline = open();
    baseline.newOf("app", List.of(findings));
    finish(baseline);
  }

  private Baseline open() {
    return Baseline.of(run, file());
  }

  private Optional<String> finish(Baseline baseline) throws Exception {
    return baseline.finish(run, directory);
  }

  private Path file() {
    return directory.resolve("baseline.txt");
  }
}
