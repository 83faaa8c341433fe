package dev.baton.checker.scan;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BugCheckerInfo;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.scanner.ErrorProneScanner;
import com.google.errorprone.scanner.Scanner;
import com.google.errorprone.scanner.ScannerSupplier;

/** Supplies scanners that take {@link Selective} checks only to their candidates. */
public final class SelectiveScanners extends ScannerSupplier {

  private final ScannerSupplier checks;

  /**
   * @param checks with the overrides of the options applied
   */
  public SelectiveScanners(ScannerSupplier checks) {
    this.checks = checks;
  }

  @Override
  public Scanner get() {
    ErrorProneScanner thorough = (ErrorProneScanner) checks.get();
    return new SelectiveScanner(thorough.getBugCheckers(), thorough.severityMap());
  }

  @Override
  public ScannerSupplier applyOverrides(ErrorProneOptions options) {
    return this;
  }

  @Override
  public ImmutableBiMap<String, BugCheckerInfo> getAllChecks() {
    return checks.getAllChecks();
  }

  @Override
  public ImmutableSet<BugCheckerInfo> getEnabledChecks() {
    return checks.getEnabledChecks();
  }

  @Override
  public ImmutableMap<String, SeverityLevel> severities() {
    return checks.severities();
  }

  @Override
  protected ImmutableSet<String> disabled() {
    return getAllChecks().values().stream()
        .filter(check -> !getEnabledChecks().contains(check))
        .map(BugCheckerInfo::canonicalName)
        .collect(toImmutableSet());
  }

  @Override
  public ErrorProneFlags getFlags() {
    return checks.getFlags();
  }
}
