package dev.baton.checker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.ErrorProneAnalyzer;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.InvalidCommandLineOptionException;
import com.google.errorprone.RefactoringCollection;
import com.google.errorprone.SubContext;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.util.Context;
import dev.baton.checker.checks.AttachWithoutDetach;
import dev.baton.checker.checks.BlockingIgnoresContext;
import dev.baton.checker.checks.ContextGrownInLoop;
import dev.baton.checker.checks.ContextKeyIdentity;
import dev.baton.checker.checks.ContextNotFirst;
import dev.baton.checker.checks.ContextParameterName;
import dev.baton.checker.checks.ContextValueMisuse;
import dev.baton.checker.checks.DetachedContext;
import dev.baton.checker.checks.DroppedContext;
import dev.baton.checker.checks.EscapedContext;
import dev.baton.checker.checks.LostCancel;
import dev.baton.checker.checks.MissingContext;
import dev.baton.checker.checks.NullContext;
import dev.baton.checker.checks.PublicContextKey;
import dev.baton.checker.checks.StoredContext;
import dev.baton.checker.checks.UnusedDerivedContext;
import dev.baton.checker.model.ContextModel;
import dev.baton.checker.model.Settings;
import dev.baton.checker.patch.FixRecorder;
import dev.baton.checker.patch.PatchFlags;
import dev.baton.checker.scan.SelectiveScanners;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/** What the plugin runs: Error Prone's analyzer, with Baton's checks alone. */
final class AnalyzerSetup {

  static final ImmutableList<Class<? extends BugChecker>> CHECKS =
      ImmutableList.of(
          ContextNotFirst.class,
          StoredContext.class,
          NullContext.class,
          LostCancel.class,
          PublicContextKey.class,
          ContextKeyIdentity.class,
          DetachedContext.class,
          DroppedContext.class,
          UnusedDerivedContext.class,
          ContextGrownInLoop.class,
          EscapedContext.class,
          BlockingIgnoresContext.class,
          ContextValueMisuse.class,
          MissingContext.class,
          AttachWithoutDetach.class,
          ContextParameterName.class);

  private static final ImmutableSet<String> NAMES =
      CHECKS.stream().map(Class::getSimpleName).collect(ImmutableSet.toImmutableSet());

  private AnalyzerSetup() {}

  /** What is wrong with the arguments of the plugin; empty when the checks can run with them. */
  static Optional<String> faultIn(String... args) {
    try {
      PatchFlags patch = PatchFlags.among(ImmutableList.copyOf(args), NAMES);
      ErrorProneOptions options = ErrorProneOptions.processArgs(patch.others());
      refuseLeftovers(options);
      refuseFlagsOfOthers(options.getFlags());
      checks(options);
      return Settings.from(options.getFlags()).fault();
    } catch (InvalidCommandLineOptionException e) {
      return Optional.of(e.getMessage());
    } catch (PatternSyntaxException e) {
      return Optional.of("-XepExcludedPaths:" + e.getPattern() + " is no regular expression");
    }
  }

  /** The canonical names of the context types that arguments without a fault ask for. */
  static List<String> contextTypes(String... args) {
    return Settings.from(ErrorProneOptions.processArgs(args).getFlags()).models().stream()
        .map(ContextModel::contextType)
        .toList();
  }

  /** The analyzer with the checks, for arguments without a fault. */
  static TaskListener analyzer(Context context, String... args) {
    PatchFlags patch = PatchFlags.among(ImmutableList.copyOf(args), NAMES);
    ErrorProneOptions options = ErrorProneOptions.processArgs(patch.others());
    ScannerSupplier checks = checks(options);
    BaseErrorProneJavaCompiler.setupMessageBundle(context);
    TaskListener analyzer =
        ErrorProneAnalyzer.createAnalyzer(
            new SelectiveScanners(checks),
            options,
            withoutProcessorPath(context),
            new RefactoringCollection[1]);
    if (patch.directory().isEmpty()) {
      return analyzer;
    }
    ScannerSupplier meant = checks.filter(check -> patch.include(check.canonicalName()));
    return new FixRecorder(analyzer, meant, options, context, patch.directory().get());
  }

  private static ScannerSupplier checks(ErrorProneOptions options) {
    return ScannerSupplier.fromBugCheckerClasses(CHECKS).applyOverrides(options);
  }

  private static void refuseLeftovers(ErrorProneOptions options) {
    if (!options.getRemainingArgs().isEmpty()) {
      throw new InvalidCommandLineOptionException(
          String.join(" ", options.getRemainingArgs())
              + " is not a flag of Error Prone, whose flags start with -Xep");
    }
  }

  /** No other check runs here, so a flag of one is a misspelt flag of ours. */
  private static void refuseFlagsOfOthers(ErrorProneFlags flags) {
    ImmutableSet<String> owners =
        Stream.concat(Stream.of("Baton"), NAMES.stream()).collect(ImmutableSet.toImmutableSet());
    for (String flag : flags.getFlagsMap().keySet()) {
      if (owners.stream().noneMatch(owner -> flag.startsWith(owner + ":"))) {
        throw new InvalidCommandLineOptionException(
            "-XepOpt:"
                + flag
                + " is a flag of no check here; those are "
                + String.join(", ", owners));
      }
    }
  }

  /**
   * A view of the compiler without its processor path, from which Error Prone would load the checks
   * of other jars beside ours.
   */
  private static Context withoutProcessorPath(Context context) {
    JavaFileManager files = context.get(JavaFileManager.class);
    Context view = new SubContext(context);
    view.put(
        JavaFileManager.class,
        new ForwardingJavaFileManager<JavaFileManager>(files) {
          @Override
          public boolean hasLocation(Location location) {
            return location != StandardLocation.ANNOTATION_PROCESSOR_PATH
                && super.hasLocation(location);
          }
        });
    return view;
  }
}
