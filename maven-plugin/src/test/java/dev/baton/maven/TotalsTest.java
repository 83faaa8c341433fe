package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static dev.baton.maven.FindingTest.finding;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

final class TotalsTest {

  private static final Finding WARNING =
      new Finding(Severity.WARNING, "StoredContext", Path.of("/a/A.java"), 1, 1, "message", "");

  @Test
  void nothingToCheckIsSaid() {
    assertThat(Totals.of("app", ModuleResult.NOTHING).lines())
        .containsExactly("Baton: this build has no Java sources, nothing to check");
  }

  @Test
  void skippedBuildIsNotCalledEmpty() {
    assertThat(Totals.skipped().lines()).isEmpty();
  }

  @Test
  void noFindingsAreSaid() {
    assertThat(Totals.of("app", new ModuleResult(files(1), List.of(), List.of())).lines())
        .containsExactly("Baton: no findings; checked 1 source file");
  }

  @Test
  void errorsComeFirstThenByName() {
    Totals totals =
        Totals.of(
            "app",
            new ModuleResult(
                files(9),
                List.of(
                    WARNING,
                    finding("/a/A.java", 2, "NullContext"),
                    finding("/a/A.java", 3, "LostCancel"),
                    finding("/a/A.java", 4, "NullContext")),
                List.of()));

    assertThat(totals.lines())
        .containsExactly(
            "Baton: 3 errors and 1 warning; checked 9 source files",
            "  LostCancel: 1 error",
            "  NullContext: 2 errors",
            "  StoredContext: 1 warning")
        .inOrder();
  }

  @Test
  void aTypeThatNoModuleHasIsNamedOnce() {
    ModuleResult asking = new ModuleResult(files(1), List.of(), List.of());
    Set<String> asked = Set.of("com.acme.Ctx", "com.acme.Xtc");
    Totals sum = new Totals();
    sum.add(Totals.of("store", asking.asking(asked, Set.of())).asMap());
    sum.add(Totals.of("app", asking.asking(asked, Set.of("com.acme.Ctx"))).asMap());

    assertThat(sum.lines())
        .containsExactly(
            "Baton: no findings; checked 2 source files in 2 modules",
            "Baton: com.acme.Xtc is on no class path of this build, so nothing was checked for it;"
                + " is it the full name?")
        .inOrder();
  }

  @Test
  void modulesAreSummedUp() {
    Totals sum = new Totals();
    sum.add(Totals.of("store", new ModuleResult(files(1), List.of(WARNING), List.of())).asMap());
    sum.add(Totals.of("app", new ModuleResult(files(2), List.of(WARNING), List.of())).asMap());
    sum.add(Totals.of("app", new ModuleResult(files(4), List.of(), List.of())).asMap());
    sum.add(Totals.of("app", ModuleResult.NOTHING).asMap());

    assertThat(sum.findings()).isEqualTo("2 warnings in 2 modules (app, store)");
    assertThat(sum.lines())
        .containsExactly(
            "Baton: 2 warnings in 2 modules (app, store); checked 7 source files in 3 modules",
            "  StoredContext: 2 warnings")
        .inOrder();
  }

  @Test
  void knownFindingsAreCounted() {
    ModuleResult rest = new ModuleResult(files(1), List.of(WARNING), List.of());
    Totals sum = new Totals();
    sum.add(Totals.of("app", rest.only(List.of()), 2).asMap());

    assertThat(sum.lines())
        .containsExactly(
            "Baton: no new findings; 2 known findings not shown; checked 1 source file");

    sum.add(Totals.of("app", rest, 1).asMap());

    assertThat(sum.lines())
        .containsExactly(
            "Baton: 1 warning in 1 module (app); 3 known findings not shown; checked 2 source files"
                + " in 2 modules",
            "  StoredContext: 1 warning");
  }

  @Test
  void eachModuleIsJudgedByItsOwnLimit() throws Exception {
    ModuleResult warned = new ModuleResult(files(1), List.of(WARNING), List.of());
    Totals lenient = new Totals();
    lenient.add(Totals.of("app", warned).judgedBy(FailOn.ERROR).asMap());
    lenient.add(Totals.of("docs", ModuleResult.NOTHING).judgedBy(FailOn.WARNING).asMap());
    lenient.failWhereJudgedBad();
    Totals strict = new Totals();
    strict.add(Totals.of("app", warned).judgedBy(FailOn.WARNING).asMap());
    strict.add(Totals.of("docs", ModuleResult.NOTHING).judgedBy(FailOn.NEVER).asMap());

    assertThat(assertThrows(MojoFailureException.class, strict::failWhereJudgedBad))
        .hasMessageThat()
        .startsWith("Baton found 1 warning; fix them");
  }

  @Test
  void onlySomeOfManyModulesAreNamed() {
    Totals sum = new Totals();
    for (String name : List.of("g", "f", "e", "d", "c", "b", "a")) {
      sum.add(Totals.of(name, new ModuleResult(files(1), List.of(WARNING), List.of())).asMap());
    }

    assertThat(sum.findings()).isEqualTo("7 warnings in 7 modules (a, b, c, d, e, ...)");
  }

  static Set<String> files(int number) {
    return IntStream.range(0, number).mapToObj(Integer::toString).collect(Collectors.toSet());
  }
}
