package dev.baton.checker.flow;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Type;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a handler throws that throws its exception on: what the code of its try can throw, however
 * wide the type is that it catches.
 */
final class Rethrown extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final Thrown thrown;
  private Set<Type> types = new HashSet<>();

  private Rethrown(Thrown thrown) {
    this.thrown = thrown;
  }

  /** The types of the exceptions that the handler gets. */
  static ImmutableSet<Type> by(CatchTree handler, TryTree attempt, Thrown thrown) {
    Rethrown scanner = new Rethrown(thrown);
    scanner.types.addAll(thrown.unchecked());
    scanner.scanCaught(attempt);
    return scanner.types.stream()
        .filter(type -> thrown.mayReach(type, handler, attempt.getCatches()))
        .flatMap(type -> thrown.caughtOf(type, handler).stream())
        .collect(toImmutableSet());
  }

  private void scanCaught(TryTree attempt) {
    scan(attempt.getResources(), null);
    attempt.getResources().forEach(resource -> types.addAll(thrown.byClosing(resource)));
    scan(attempt.getBlock(), null);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    Set<Type> outside = types;
    types = new HashSet<>();
    scanCaught(tree);
    types.removeIf(type -> thrown.isSurelyCaught(type, tree.getCatches()));
    types.addAll(outside);
    scan(tree.getCatches(), null);
    scan(tree.getFinallyBlock(), null);
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    types.addAll(thrown.by(tree));
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    types.addAll(thrown.by(tree));
    return super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
    Type type = ASTHelpers.getType(tree.getExpression());
    if (type != null) {
      types.add(type);
    }
    return super.visitThrow(tree, null);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return null;
  }
}
