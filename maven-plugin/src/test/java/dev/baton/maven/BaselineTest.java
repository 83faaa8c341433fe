package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.maven.driver.CodePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineTest {

  private static final Finding LOAD = finding(7, "Orders", "find", "return load(null, id);");
  private static final Finding SAVE = finding(9, "Orders", "save", "store(null);");
  private static final Finding FIELD = finding(3, "Cart", "", "Cart(Context ctx)");

  @TempDir Path directory = Path.of("");

  @Test
  void withoutAFileAllIsKnownAndWrittenSorted() throws Exception {
    SessionData build = new DefaultSessionData();
    Baseline baseline = open(build);

    assertThat(baseline.isNew()).isTrue();
    assertThat(baseline.newOf(List.of(SAVE, LOAD))).isEmpty();
    assertThat(open(build).newOf(List.of(LOAD, FIELD))).isEmpty();
    assertThat(baseline.finish(/* shrinks= */ false, /* hasAll= */ true).orElseThrow())
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

    assertThat(baseline.newOf(List.of(moved))).isEmpty();
    assertThat(baseline.finish(/* shrinks= */ false, /* hasAll= */ true)).isEmpty();
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

    assertThat(open().newOf(others)).containsExactlyElementsIn(others).inOrder();
  }

  @Test
  void ofEqualFindingsOnlyThoseBeyondTheirNumberAreNew() throws Exception {
    write(LOAD, LOAD);
    Baseline baseline = open();
    Finding third = finding(50, "Orders", "find", "return load(null, id);");

    assertThat(baseline.newOf(List.of(LOAD, LOAD, third))).containsExactly(third);
  }

  @Test
  void modulesShareTheNumbers() throws Exception {
    write(LOAD);
    SessionData build = new DefaultSessionData();
    Baseline one = open(build);
    Baseline other = open(build);

    assertThat(one.newOf(List.of(LOAD))).isEmpty();
    assertThat(other.newOf(List.of(LOAD))).containsExactly(LOAD);
  }

  // Shrinking.

  @Test
  void findingsThatAreGoneAreSaidAndKept() throws Exception {
    write(LOAD, LOAD, SAVE);
    List<String> before = Files.readAllLines(file());
    Baseline baseline = open();
    baseline.newOf(List.of(LOAD));

    assertThat(baseline.finish(/* shrinks= */ false, /* hasAll= */ true).orElseThrow())
        .isEqualTo(
            "Baton: 2 findings of the baseline are gone; -Dbaton.baseline.shrink takes them out");
    assertThat(Files.readAllLines(file())).isEqualTo(before);
  }

  @Test
  void shrinkingTakesThemOutAndAddsNone() throws Exception {
    write(LOAD, LOAD, SAVE);
    Baseline baseline = open();
    assertThat(baseline.newOf(List.of(LOAD, FIELD))).containsExactly(FIELD);

    assertThat(baseline.finish(/* shrinks= */ true, /* hasAll= */ true).orElseThrow())
        .startsWith("Baton: took 2 findings out");
    assertThat(BaselineFile.read(file()).counts().toString())
        .matches("\\{Null com\\.acme\\.Orders#find [0-9a-f]{12}=1}");
    assertThat(BaselineFile.read(file()).code().values()).containsExactly("return load(null, id);");
  }

  @Test
  void aRunThatLeavesModulesOutShrinksNothing() throws Exception {
    write(LOAD, SAVE);
    Baseline partOfTheReactor = open();
    Baseline skipping = open();
    skipping.skipModule();

    assertThat(partOfTheReactor.finish(/* shrinks= */ false, /* hasAll= */ false)).isEmpty();
    assertThat(partOfTheReactor.finish(/* shrinks= */ true, /* hasAll= */ false).orElseThrow())
        .contains("was not shrunk");
    assertThat(skipping.finish(/* shrinks= */ true, /* hasAll= */ true).orElseThrow())
        .contains("was not shrunk");
    assertThat(BaselineFile.read(file()).number()).isEqualTo(2);
  }

  @Test
  void theNextGoalOfTheBuildReadsTheFileAnew() throws Exception {
    SessionData build = new DefaultSessionData();
    Baseline first = open(build);
    first.newOf(List.of(LOAD));
    first.finish(/* shrinks= */ false, /* hasAll= */ true);
    first.forget();

    Baseline second = open(build);

    assertThat(second.isNew()).isFalse();
    assertThat(second.newOf(List.of(LOAD, SAVE))).containsExactly(SAVE);
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
  void whatAnEditorChangesIsRead() throws Exception {
    write(LOAD, SAVE);
    String text = Files.readString(file());

    Files.writeString(file(), "\n# a note\r\n" + text.replace("\n", " \r\n").strip());

    assertThat(open().newOf(List.of(LOAD, SAVE))).isEmpty();
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
    return assertThrows(MojoFailureException.class, this::open).getMessage();
  }

  private void write(Finding... findings) throws Exception {
    Baseline baseline = open();
    baseline.newOf(List.of(findings));
    baseline.finish(/* shrinks= */ false, /* hasAll= */ true);
  }

  /** That of a build of its own. */
  private Baseline open() throws Exception {
    return open(new DefaultSessionData());
  }

  private Baseline open(SessionData build) throws Exception {
    return Baseline.of(build, file());
  }

  private Path file() {
    return directory.resolve("baseline.txt");
  }
}
