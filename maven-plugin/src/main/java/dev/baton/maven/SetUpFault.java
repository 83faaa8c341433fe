package dev.baton.maven;

import dev.baton.maven.driver.CompilerMessage;
import java.nio.file.Path;
import java.util.Optional;

/** Errors of a compilation with the checks that are no findings. */
final class SetUpFault {

  /** The code of errors that plugins and processors report. */
  private static final String CODE_OF_PLUGINS = "compiler.err.proc.messager";

  private static final String CHECKER = "Baton ";

  private SetUpFault() {}

  /** Why the checks could not run at all; empty when the error is about the sources. */
  static Optional<String> in(CompilerMessage fault) {
    boolean fromDriver = fault.code().equals(CompilerMessage.FAULT);
    // The checker has no place of its own to say this: it does so at the first source file.
    boolean fromChecker = fault.code().equals(CODE_OF_PLUGINS) && fault.text().startsWith(CHECKER);
    return fromDriver || fromChecker ? Optional.of(fault.text()) : Optional.empty();
  }

  static String show(CompilerMessage fault, Path base) {
    if (fault.path().isEmpty()) {
      return fault.text();
    }
    return DisplayPath.of(base, Path.of(fault.path())) + ":" + fault.line() + ": " + fault.text();
  }
}
