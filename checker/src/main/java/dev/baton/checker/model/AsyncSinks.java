package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

/** Methods and constructors that take work and return before it has run. */
public final class AsyncSinks {

  private static final ImmutableSet<String> OF_EXECUTORS =
      ImmutableSet.of(
          "execute", "submit", "schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay");
  private static final ImmutableSet<String> OF_BUILDERS = ImmutableSet.of("start", "unstarted");
  private static final String OF_THREADS = "startVirtualThread";
  private static final String OF_STAGES = "Async";
  private static final ImmutableSet<String> WAITING = ImmutableSet.of("join", "invokeAll");

  private static final ImmutableSet<String> TASKS =
      ImmutableSet.of("java.lang.Runnable", "java.util.concurrent.Callable");

  private final TypeName executor = new TypeName("java.util.concurrent.Executor");
  private final TypeName service = new TypeName("java.util.concurrent.ExecutorService");
  private final TypeName future = new TypeName("java.util.concurrent.Future");
  private final TypeName stage = new TypeName("java.util.concurrent.CompletionStage");
  private final TypeName builder = new TypeName("java.lang.Thread.Builder");
  private final TypeName thread = new TypeName("java.lang.Thread");

  /** Whether what is called runs the work that it is given later, or on another thread. */
  public boolean include(@Nullable Symbol called, VisitorState state) {
    if (!(called instanceof MethodSymbol method)) {
      return false;
    }
    if (method.isConstructor()) {
      return thread.isSupertypeOf(method.owner.type, state);
    }
    String name = method.getSimpleName().toString();
    return (OF_EXECUTORS.contains(name) && executor.isSupertypeOf(method.owner.type, state))
        || (name.endsWith(OF_STAGES) && stage.isSupertypeOf(method.owner.type, state))
        || (OF_BUILDERS.contains(name) && builder.isSupertypeOf(method.owner.type, state))
        || (name.equals(OF_THREADS) && thread.isSupertypeOf(method.owner.type, state));
  }

  /** The arguments that are the work, and the body of an anonymous thread. */
  public ImmutableList<TreePath> workOf(TreePath sink, VisitorState state) {
    ImmutableList.Builder<TreePath> work = ImmutableList.builder();
    if (sink.getLeaf() instanceof NewClassTree creation) {
      creation.getArguments().forEach(argument -> work.add(new TreePath(sink, argument)));
      if (creation.getClassBody() != null) {
        work.add(new TreePath(sink, creation.getClassBody()));
      }
      return work.build();
    }
    for (ExpressionTree argument : ((MethodInvocationTree) sink.getLeaf()).getArguments()) {
      Type type = ASTHelpers.getType(argument);
      if (type != null && isFunction(type, state) && !executor.isSupertypeOf(type, state)) {
        work.add(new TreePath(sink, argument));
      }
    }
    return work.build();
  }

  /** Whether a value of the type is code that somebody may run. */
  static boolean isFunction(Type type, VisitorState state) {
    if (type.tsym == null) { // of code that javac cannot type
      return false;
    }
    for (Type supertype : state.getTypes().closure(type)) {
      String name = supertype.tsym.getQualifiedName().toString();
      if (TASKS.contains(name) || name.startsWith("java.util.function.")) {
        return true;
      }
    }
    // Those of java.lang are of data: Comparable, Iterable.
    return type.tsym.isInterface()
        && !type.tsym.getQualifiedName().toString().startsWith("java.")
        && state.getTypes().isFunctionalInterface(type.tsym);
  }

  /** Whether it is a thread, whose methods start it and wait for it. */
  boolean isThread(@Nullable Type type, VisitorState state) {
    return thread.isSupertypeOf(type, state);
  }

  /** Whether a call of the method returns when work has ended. */
  boolean isWait(MethodSymbol method, VisitorState state) {
    String name = method.getSimpleName().toString();
    return !method.isStatic()
        && (WAITING.contains(name)
            || name.startsWith("await")
            || name.startsWith("wait")
            || (name.equals("get") && future.isSupertypeOf(method.owner.type, state))
            || (name.equals("close") && service.isSupertypeOf(method.owner.type, state)));
  }

  /** Whether a stage can be chained on it. */
  boolean isStage(@Nullable Tree value, VisitorState state) {
    return stage.isSupertypeOf(ASTHelpers.getType(value), state);
  }
}
