package dev.baton.maven;

import dev.baton.maven.driver.CompilerMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Errors of a compilation with the checks that are no findings. */
final class SetUpFault {

  /** The code of errors that plugins and processors report. */
  private static final String CODE_OF_PLUGINS = "compiler.err.proc.messager";

  private static final String CHECKER = "Baton ";

  private SetUpFault() {}

  /** Why the checks could not run at all; empty when the error is about the sources. */
  private static Optional<String> in(CompilerMessage fault) {
    boolean fromDriver = fault.code().equals(CompilerMessage.FAULT);
    // The checker has no place of its own to say this: it does so at the first source file.
    boolean fromChecker = fault.code().equals(CODE_OF_PLUGINS) && fault.text().startsWith(CHECKER);
    return fromDriver || fromChecker ? Optional.of(fault.text()) : Optional.empty();
  }

  /**
   * Fails on faults of a compilation with the checks. Whatever was found, an unfinished check is no
   * result.
   */
  static void failOn(List<CompilerMessage> faults, String project, Path base, Log log)
      throws MojoFailureException {
    Optional<String> setUp = faults.stream().flatMap(f -> in(f).stream()).findFirst();
    if (setUp.isPresent()) {
      throw new MojoFailureException(setUp.get());
    }
    if (faults.isEmpty()) {
      return;
    }
    faults.forEach(fault -> log.error(show(fault, base)));
    throw new MojoFailureException(
        "Baton could not check "
            + project
            + ": compiled with the checks it has "
            + Severity.ERROR.count(faults.size())
            + " (above) that Maven's own compilation did not have; please report this");
  }

  private static String show(CompilerMessage fault, Path base) {
    if (fault.path().isEmpty()) {
      return fault.text();
    }
    return DisplayPath.of(base, Path.of(fault.path())) + ":" + fault.line() + ": " + fault.text();
  }
}
