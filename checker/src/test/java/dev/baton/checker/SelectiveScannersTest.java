package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.baton.checker.scan.SelectiveScanners;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The checks are taken only to their candidates, and find there all that they find anywhere. */
final class SelectiveScannersTest {

  private static final ImmutableList<String> AS_WARNINGS =
      ImmutableList.of("-XepAllErrorsAsWarnings", Fixtures.MODELS);

  @Test
  void theFindingsAreThoseOfErrorPronesScanner() {
    ImmutableList<JavaFileObject> fixtures =
        Fixtures.filesBelow(Fixtures.folder()).stream()
            .map(AnyCode::source)
            .collect(toImmutableList());

    ImmutableList<Finding> thorough = findings(fixtures, thorough(AnalyzerSetup.CHECKS));
    ImmutableList<Finding> selective = findings(fixtures, selective(AnalyzerSetup.CHECKS));

    assertThat(thorough.size()).isAtLeast(100);
    assertThat(selective).isEqualTo(thorough);
  }

  @Test
  void nothingIsVisitedButTheWaysToCandidates() {
    JavaFileObject calls =
        AnyCode.source(
            "Calls.java",
            """
            class Calls {
              int field = candidate(1);
              int other = plain(2);
              int candidate(int n) {
                return plain(3);
              }
              int plain(int n) {
                return plain(candidate(plain(4)));
              }
            }
            """);
    ImmutableList<Class<? extends BugChecker>> check = ImmutableList.of(VisitedCalls.class);

    assertThat(messages(findings(ImmutableList.of(calls), thorough(check))))
        .containsExactly(
            "candidate(1)",
            "plain(2)",
            "plain(3)",
            "plain(candidate(plain(4)))",
            "candidate(plain(4))",
            "plain(4)");
    assertThat(messages(findings(ImmutableList.of(calls), selective(check))))
        .containsExactly("candidate(1)", "plain(candidate(plain(4)))", "candidate(plain(4))");
  }

  private static ScannerSupplier thorough(ImmutableList<Class<? extends BugChecker>> checks) {
    return ScannerSupplier.fromBugCheckerClasses(checks)
        .applyOverrides(ErrorProneOptions.processArgs(AS_WARNINGS));
  }

  private static ScannerSupplier selective(ImmutableList<Class<? extends BugChecker>> checks) {
    return new SelectiveScanners(thorough(checks));
  }

  private static ImmutableList<Finding> findings(
      List<? extends JavaFileObject> sources, ScannerSupplier checks) {
    return CheckedSources.compile(sources, ImmutableList.of(), checks).findings();
  }

  private static ImmutableList<String> messages(List<Finding> findings) {
    return findings.stream().map(Finding::message).collect(toImmutableList());
  }
}
