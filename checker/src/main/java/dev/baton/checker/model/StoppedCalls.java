package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls that block, and that end all the same when a context does, or must not end then: by the
 * bridges of the runtime, by a listener, by a time-out that is taken from the context, or since
 * what they wait for is there already.
 */
public final class StoppedCalls {

  /** Whose methods run the code that they are given, and stop it. */
  private static final ImmutableSet<String> GUARDIANS =
      ImmutableSet.of(
          "dev.baton.context.concurrent.Interrupts", "dev.baton.context.jdbc.JdbcContexts");

  /** Whose methods return futures that end with a context. */
  private static final ImmutableSet<String> BINDERS =
      ImmutableSet.of(
          "dev.baton.context.concurrent.ContextGroup",
          "dev.baton.context.concurrent.ContextTasks",
          "dev.baton.context.concurrent.Futures",
          "dev.baton.context.http.HttpClients");

  private static final ImmutableSet<String> LIMITS = ImmutableSet.of("remaining", "deadline");

  private static final ImmutableSet<String> STAGES =
      ImmutableSet.of(
          "java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage");

  private static final String AFTER_FUNC = "afterFunc";
  private static final String AWAIT = "await";
  private static final String ALL_OF = "allOf";
  private static final String INVOKE_ALL = "invokeAll";

  private final Contexts contexts;
  private final VisitorState state;
  private final TreePath call;
  private final Tree member;
  private final @Nullable Symbol root;

  private StoppedCalls(
      TreePath call, @Nullable ExpressionTree waitedFor, Contexts contexts, VisitorState state) {
    this.call = call;
    this.root = waitedFor == null ? null : Growth.rootOf(waitedFor);
    this.contexts = contexts;
    this.state = state;
    this.member = memberAround(call);
  }

  /**
   * Whether the call or method reference at hand is such a one.
   *
   * @param waitedFor what it is called on; null where that is not written
   */
  public static boolean contain(
      @Nullable ExpressionTree waitedFor, Contexts contexts, VisitorState state) {
    StoppedCalls calls = new StoppedCalls(state.getPath(), waitedFor, contexts, state);
    return calls.isGuarded()
        || calls.isLimited()
        || (waitedFor != null && calls.comesFrom(waitedFor, calls::isMaker))
        || calls.isReady();
  }

  /** Whether it is in code that somebody stops, in a listener, or in one that has to clean up. */
  private boolean isGuarded() {
    Tree inner = call.getLeaf();
    boolean isFunction = inner instanceof MemberReferenceTree;
    boolean isDirect = true;
    for (Tree outer : call.getParentPath()) {
      if (isFunction && outer instanceof MethodInvocationTree user && runsGuarded(user)) {
        return true;
      }
      if (outer instanceof MethodTree || outer instanceof ClassTree) {
        isDirect = false;
      }
      if (isDirect && outer instanceof TryTree attempt && attempt.getFinallyBlock() == inner) {
        return true;
      }
      isFunction = outer instanceof LambdaExpressionTree;
      isDirect &= !isFunction;
      inner = outer;
    }
    return false;
  }

  private boolean runsGuarded(MethodInvocationTree user) {
    return isOf(user, GUARDIANS) || isOfContext(user, AFTER_FUNC) || goesOnAfterIt(user);
  }

  /** Whether what is waited for is there when the stage goes on. */
  private boolean goesOnAfterIt(MethodInvocationTree stage) {
    ExpressionTree before = ASTHelpers.getReceiver(stage);
    return before != null
        && (comesFrom(before, inner -> isNamed(inner, ALL_OF))
            || (root != null && isOf(stage, STAGES) && Mentions.existIn(before, root)));
  }

  /** Whether an argument is made of what the context says of its end. */
  private boolean isLimited() {
    return call.getLeaf() instanceof MethodInvocationTree invocation
        && invocation.getArguments().stream()
            .anyMatch(
                argument ->
                    comesFrom(
                        argument,
                        inner -> LIMITS.stream().anyMatch(name -> isOfContext(inner, name))));
  }

  /** Whether the futures that the call returns end with the context, or are done already. */
  private boolean isMaker(MethodInvocationTree call) {
    return binds(call) || isNamed(call, INVOKE_ALL);
  }

  private boolean binds(MethodInvocationTree maker) {
    return isOf(maker, BINDERS);
  }

  /** Whether a call before it waits for the same, or ends it when the context is done. */
  private boolean isReady() {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        found[0] |= isBefore(tree) && makesReady(tree);
        return super.visitMethodInvocation(tree, null);
      }
    }.scan(member, null);
    return found[0];
  }

  private boolean isBefore(Tree tree) {
    return state.getEndPosition(tree) <= ASTHelpers.getStartPosition(call.getLeaf());
  }

  private boolean makesReady(MethodInvocationTree tree) {
    boolean waits = isOfContext(tree, AWAIT);
    if (!waits && !isOfContext(tree, AFTER_FUNC) && !binds(tree)) {
      return false;
    }
    return tree.getArguments().stream()
        .anyMatch(
            argument ->
                (root != null && Mentions.existIn(argument, root))
                    || (waits && comesFrom(argument, inner -> isNamed(inner, ALL_OF))));
  }

  /** Whether such a call is part of the value, or of one that a local in it gets. */
  private boolean comesFrom(Tree value, Predicate<MethodInvocationTree> maker) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        found[0] |= maker.test(tree);
        return super.visitMethodInvocation(tree, null);
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        found[0] |=
            TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable
                && !variable.getKind().isField()
                && getsOne(variable, maker);
        return null;
      }
    }.scan(value, null);
    return found[0];
  }

  private boolean getsOne(VarSymbol local, Predicate<MethodInvocationTree> maker) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private boolean isInValue;

      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        scanValue(tree.getInitializer(), local.equals(TreeInfo.symbolFor((JCTree) tree)));
        return null;
      }

      @Override
      public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        Symbol target = TreeInfo.symbolFor((JCTree) tree.getVariable());
        scanValue(tree.getExpression(), local.equals(target));
        return null;
      }

      @Override
      public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        boolean isOfLocal = local.equals(TreeInfo.symbolFor((JCTree) tree.getVariable()));
        scanValue(tree.getExpression(), isOfLocal);
        return scan(tree.getStatement(), null);
      }

      private void scanValue(@Nullable Tree value, boolean isOfLocal) {
        boolean outer = isInValue;
        isInValue |= isOfLocal;
        scan(value, null);
        isInValue = outer;
      }

      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        found[0] |= isInValue && maker.test(tree);
        return super.visitMethodInvocation(tree, null);
      }
    }.scan(member, null);
    return found[0];
  }

  private boolean isOfContext(MethodInvocationTree tree, String name) {
    return isNamed(tree, name) && contexts.isContext(ASTHelpers.getSymbol(tree).owner.type, state);
  }

  private static boolean isNamed(MethodInvocationTree tree, String name) {
    return TreeInfo.symbolFor((JCTree) tree) instanceof MethodSymbol method
        && method.getSimpleName().contentEquals(name);
  }

  private static boolean isOf(MethodInvocationTree tree, ImmutableSet<String> types) {
    return TreeInfo.symbolFor((JCTree) tree) instanceof MethodSymbol method
        && types.contains(method.owner.getQualifiedName().toString());
  }

  /** The method, initializer or field of the outermost class around the call. */
  private static Tree memberAround(TreePath call) {
    Tree member = call.getLeaf();
    for (TreePath at = call; at.getParentPath() != null; at = at.getParentPath()) {
      if (at.getParentPath().getLeaf() instanceof ClassTree) {
        member = at.getLeaf();
      }
    }
    return member;
  }
}
