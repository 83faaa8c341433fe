package dev.baton.checker;

import com.google.auto.service.AutoService;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.tools.Diagnostic;

/**
 * The javac plugin {@code -Xplugin:Baton}: runs Baton's checks alone, without those of Error Prone.
 *
 * <p>Arguments are Error Prone's flags, for example {@code -Xplugin:Baton -Xep:LostCancel:WARN}.
 * What is wrong with the set-up is one error of the compilation, at its first source file.
 */
@AutoService(Plugin.class)
public final class BatonPlugin implements Plugin {

  @Override
  public String getName() {
    return "Baton";
  }

  @Override
  public void init(JavacTask task, String... args) {
    // The exports come first: without them no class may load that touches javac's own types.
    Optional<String> fault =
        JavacExports.fault().or(() -> faultOf(task, args).map(why -> "Baton cannot run: " + why));
    task.addTaskListener(
        fault.isPresent() ? new SetupFault(task, fault.get()) : ContextGate.before(task, args));
  }

  private static Optional<String> faultOf(JavacTask task, String... args) {
    return JavacFlags.fault(task)
        .or(() -> args.length == 0 ? Optional.empty() : AnalyzerSetup.faultIn(args));
  }

  /** Says what is wrong with the set-up at the first file: a plugin has no other way to fail. */
  private static final class SetupFault implements TaskListener {
    private final JavacTask task;
    private final String message;
    private boolean said;

    SetupFault(JavacTask task, String message) {
      this.task = task;
      this.message = message;
    }

    @Override
    public void finished(TaskEvent event) {
      if (said || event.getKind() != TaskEvent.Kind.PARSE) {
        return;
      }
      said = true;
      CompilationUnitTree unit = event.getCompilationUnit();
      Trees.instance(task).printMessage(Diagnostic.Kind.ERROR, message, unit, unit);
    }
  }
}
