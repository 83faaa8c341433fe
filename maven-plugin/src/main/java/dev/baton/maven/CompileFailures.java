package dev.baton.maven;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the build for modules that do not compile, and so fail before a goal of ours, to say
 * in one line what that means: Maven's own report names another plugin's goal.
 */
final class CompileFailures implements InvocationHandler {

  private static final String OWN_PLUGIN = "baton-maven-plugin";
  private static final String MODULE_FAILED = "forkedProjectFailed";

  /** Of maven-compiler-plugin, whose types this plugin does not see. */
  private static final String COMPILATION_FAILURE = "CompilationFailureException";

  /** A place in a file, and after it the name of one of Error Prone's checks or ours. */
  private static final Pattern ERROR_OF_A_CHECK = Pattern.compile(":\\[\\d+,\\d+] \\[\\w+] ");

  private final ExecutionListener listener;
  private final Consumer<String> log;

  private CompileFailures(ExecutionListener listener, Consumer<String> log) {
    this.listener = listener;
    this.log = log;
  }

  /** A listener that passes everything on to the given one; that one if it is such a listener. */
  static ExecutionListener reportedBeside(ExecutionListener listener, Consumer<String> log) {
    if (isOurs(listener)) {
      return listener;
    }
    // A proxy, since newer versions of Maven have more events to pass on.
    return (ExecutionListener)
        Proxy.newProxyInstance(
            CompileFailures.class.getClassLoader(),
            new Class<?>[] {ExecutionListener.class},
            new CompileFailures(listener, log));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
    if (method.getName().equals(MODULE_FAILED)) {
      report((ExecutionEvent) args[0]);
    }
    try {
      return method.invoke(listener, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** By name, since modules may load this plugin in class loaders of their own. */
  private static boolean isOurs(ExecutionListener listener) {
    return Proxy.isProxyClass(listener.getClass())
        && Proxy.getInvocationHandler(listener)
            .getClass()
            .getName()
            .equals(CompileFailures.class.getName());
  }

  private void report(ExecutionEvent event) {
    boolean beforeOurGoal = event.getMojoExecution().getArtifactId().equals(OWN_PLUGIN);
    if (beforeOurGoal && isCompileFailure(event.getException())) {
      log.accept(
          "Baton: "
              + event.getProject().getArtifactId()
              + " does not compile (see above), so "
              + consequence(event.getMojoExecution().getGoal(), event.getException()));
    }
  }

  private static String consequence(String goal, @Nullable Throwable failure) {
    return switch (goal) {
      case "fix" -> "nothing was fixed" + hint(failure);
      case "suppress" -> "nothing was suppressed" + hint(failure);
      default -> "it was not checked";
    };
  }

  /** What to do where the build runs checks itself, and what they found ended it. */
  private static String hint(@Nullable Throwable failure) {
    return failure != null && ERROR_OF_A_CHECK.matcher(String.valueOf(failure.getMessage())).find()
        ? "; for this run let the build's own checks warn, with -XepAllErrorsAsWarnings"
        : "";
  }

  private static boolean isCompileFailure(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t.getClass().getSimpleName().equals(COMPILATION_FAILURE)) {
        return true;
      }
    }
    return false;
  }
}
