package dev.baton.checker.differential;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.baton.checker.CheckedSources;
import dev.baton.checker.checks.LostCancel;
import dev.baton.checker.differential.recording.Run;
import java.util.List;

/** Some programs in one class, as the check judges them and as they run. */
final class Programs {

  private static final String HEAD =
      """
      package programs;
      import static org.junit.jupiter.api.Assertions.fail;
      import static programs.Callees.*;
      import dev.baton.checker.differential.recording.Failures.*;
      import dev.baton.checker.differential.recording.Task;
      import dev.baton.context.CancellableContext;
      import dev.baton.context.Context;
      import java.time.Duration;
      import java.util.Objects;
      final class Programs {
      """;

  private final ImmutableList<Program> programs;
  private final Mode mode;
  private final CheckedSources checked;

  Programs(List<Program> programs, Mode mode) {
    this.programs = ImmutableList.copyOf(programs);
    this.mode = mode;
    StringBuilder text = new StringBuilder(HEAD);
    programs.forEach(program -> program.lines().forEach(line -> text.append(line).append('\n')));
    this.checked =
        CheckedSources.compile(
            List.of(
                CheckedSources.source("programs/Programs.java", text.append("}\n").toString()),
                CheckedSources.source("programs/Callees.java", Callees.SOURCE)),
            List.of("-XepOpt:LostCancel:Strict=" + isStrict()),
            ScannerSupplier.fromBugCheckerClasses(LostCancel.class));
  }

  private boolean isStrict() {
    return mode == Mode.STRICT;
  }

  boolean compile() {
    return checked.errors().isEmpty();
  }

  /** What the check says of each program, and what its runs show. */
  ImmutableList<Verdict> verdicts() {
    if (!compile()) {
      throw new AssertionError(checked.errors().get(0));
    }
    ImmutableSet<Integer> found =
        checked.findings().stream().map(finding -> (int) finding.line()).collect(toImmutableSet());
    ImmutableMap<String, Run.Body> bodies = RecordingClasses.bodies(checked.classes());
    ImmutableList.Builder<Verdict> verdicts = ImmutableList.builder();
    int linesBefore = (int) HEAD.lines().count();
    for (Program program : programs) {
      Run.Body body = bodies.get(program.name());
      Run.Code code =
          new Run.Code(
              program.handsOver() ? body : withoutResult(body),
              linesBefore,
              program.thrown(),
              isStrict());
      verdicts.add(new Verdict(program, mode, told(found, program, linesBefore), code));
      linesBefore += program.lines().size();
    }
    return verdicts.build();
  }

  private static Run.Body withoutResult(Run.Body body) {
    return ctx -> {
      body.run(ctx);
      return null;
    };
  }

  /** Those of the lines that are the program's, with the numbers they have in it. */
  private static ImmutableSet<Integer> told(
      ImmutableSet<Integer> found, Program program, int linesBefore) {
    ImmutableSet.Builder<Integer> told = ImmutableSet.builder();
    for (int line = 1; line <= program.lines().size(); line++) {
      if (found.contains(linesBefore + line)) {
        told.add(line);
      }
    }
    return told.build();
  }
}
