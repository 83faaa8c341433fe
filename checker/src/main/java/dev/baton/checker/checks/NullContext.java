package dev.baton.checker.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;

/** Being written. */
@AutoService(BugChecker.class)
@BugPattern(altNames = "Baton", summary = "to come", severity = SeverityLevel.WARNING)
@SuppressWarnings("serial") // a BugChecker is Serializable, and nobody serializes one
public final class NullContext extends BugChecker {}
