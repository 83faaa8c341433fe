package dev.baton.checker;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import dev.baton.checker.model.ContextModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the analyzer back until javac has come to know a context type. Before that no file can use
 * one, and most compilations end so: they load neither the checks nor Error Prone.
 *
 * <p>Where no context type can turn up, the gate goes away before the first file is parsed: as long
 * as anybody listens javac keeps the comments and the end positions of all files, which alone costs
 * several percent.
 */
final class ContextGate implements TaskListener {

  private final JavacTask task;
  private final Context context;
  private final List<String> contextTypes;
  private final String[] args;

  private @Nullable TaskListener analyzer;

  private ContextGate(JavacTask task, List<String> contextTypes, String... args) {
    this.task = task;
    this.context = ((BasicJavacTask) task).getContext();
    this.contextTypes = contextTypes;
    this.args = args;
  }

  /** A gate before the analyzer that the arguments, which have no fault, ask for. */
  static ContextGate before(JavacTask task, String... args) {
    return new ContextGate(
        task,
        args.length == 0
            ? List.of(ContextModel.BATON_CONTEXT_TYPE)
            : AnalyzerSetup.contextTypes(args),
        args);
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.COMPILATION && !canAnyContextTypeTurnUp()) {
      task.removeTaskListener(this);
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() != TaskEvent.Kind.ANALYZE) {
      return;
    }
    if (analyzer == null && isAnyContextTypeKnown()) {
      analyzer = AnalyzerSetup.analyzer(context, args);
    }
    if (analyzer != null) {
      analyzer.finished(event);
    }
  }

  /** A type that a flag names may even be generated, so only our own is looked for. */
  private boolean canAnyContextTypeTurnUp() {
    return !contextTypes.equals(List.of(ContextModel.BATON_CONTEXT_TYPE))
        || BatonRuntime.isWithinReachOf(context);
  }

  /** All classes of a file are attributed before the first of them is analysed. */
  private boolean isAnyContextTypeKnown() {
    for (String type : contextTypes) {
      if (isKnown(type)) {
        return true;
      }
    }
    // What it stands on has to take a context, and there may be none yet.
    return isKnown(ContextModel.BATON_REQUIRES_CONTEXT);
  }

  /** The name may be that of a nested type: it is not known before a type around it is. */
  private boolean isKnown(String type) {
    Symtab symtab = Symtab.instance(context);
    Names names = Names.instance(context);
    for (int end = type.length(); end > 0; end = type.lastIndexOf('.', end - 1)) {
      Name name = names.fromString(type.substring(0, end));
      if (symtab.getClassesForName(name).iterator().hasNext()) {
        return true;
      }
    }
    return false;
  }
}
