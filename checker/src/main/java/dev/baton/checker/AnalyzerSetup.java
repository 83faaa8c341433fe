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
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import dev.baton.checker.checks.ContextNotFirst;
import dev.baton.checker.checks.LostCancel;
import dev.baton.checker.checks.NullContext;
import dev.baton.checker.checks.PublicContextKey;
import dev.baton.checker.checks.StoredContext;
import dev.baton.checker.model.Settings;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/** Puts Error Prone's analyzer, with Baton's checks alone, behind javac's attribution. */
final class AnalyzerSetup {

  static final ImmutableList<Class<? extends BugChecker>> CHECKS =
      ImmutableList.of(
          ContextNotFirst.class,
          StoredContext.class,
          NullContext.class,
          LostCancel.class,
          PublicContextKey.class);

  private AnalyzerSetup() {}

  /** Installs the checks; what is wrong with the arguments when they cannot be installed. */
  static Optional<String> install(JavacTask task, String... args) {
    Context context = ((BasicJavacTask) task).getContext();
    try {
      requireJavacFlags(Options.instance(context));
      refusePatches(args);
      ErrorProneOptions options = ErrorProneOptions.processArgs(args);
      refuseLeftovers(options);
      refuseFlagsOfOthers(options.getFlags());
      Optional<String> fault = Settings.from(options.getFlags()).fault();
      if (fault.isPresent()) {
        return fault.map(AnalyzerSetup::cannotRun);
      }
      ScannerSupplier checks =
          ScannerSupplier.fromBugCheckerClasses(CHECKS).applyOverrides(options);
      BaseErrorProneJavaCompiler.setupMessageBundle(context);
      task.addTaskListener(
          ErrorProneAnalyzer.createAnalyzer(
              checks, options, withoutProcessorPath(context), new RefactoringCollection[1]));
      return Optional.empty();
    } catch (InvalidCommandLineOptionException e) {
      return Optional.of(cannotRun(e.getMessage()));
    } catch (PatternSyntaxException e) {
      return Optional.of(
          cannotRun("-XepExcludedPaths:" + e.getPattern() + " is no regular expression"));
    }
  }

  private static String cannotRun(String why) {
    return "Baton cannot run: " + why;
  }

  /**
   * Both change when javac does what, and a plugin comes too late to set them: all classes of a
   * file must be analysed before one is lowered, and a finding must not hide those of later files.
   */
  private static void requireJavacFlags(Options javac) {
    String policy = javac.get("compilePolicy");
    if (!"simple".equals(policy) && !"byfile".equals(policy)) {
      throw new InvalidCommandLineOptionException("pass -XDcompilePolicy=simple to javac");
    }
    String stop = javac.get("should-stop.ifError");
    if (!"FLOW".equals(stop)) {
      throw new InvalidCommandLineOptionException("pass --should-stop=ifError=FLOW to javac");
    }
  }

  private static void refusePatches(String... args) {
    for (String arg : args) {
      if (arg.startsWith("-XepPatch")) {
        throw new InvalidCommandLineOptionException(
            arg + " needs -Xplugin:ErrorProne; -Xplugin:Baton reports and applies no patches");
      }
    }
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
        Stream.concat(Stream.of("Baton"), CHECKS.stream().map(Class::getSimpleName))
            .collect(ImmutableSet.toImmutableSet());
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
