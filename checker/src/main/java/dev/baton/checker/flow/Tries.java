package dev.baton.checker.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where exceptions come from and who catches them, and what runs on every way out of a try. */
final class Tries {

  private final Progress progress;
  private final Question question;
  private final Thrown thrown;
  private final Consumer<Tree> scan;

  /** How many of the tries around the statement at hand catch what callees need not declare. */
  private int catching;

  /** The handlers that were walked, by their parameters. */
  private final Map<VarSymbol, Handler> handlers = new HashMap<>();

  /** The types of what a parameter can be, for those that are thrown on. */
  private final Map<VarSymbol, ImmutableSet<Type>> caught = new HashMap<>();

  private record Handler(CatchTree tree, TryTree attempt) {}

  /**
   * @param scan walks a part of a try
   */
  Tries(Progress progress, Question question, Thrown thrown, Consumer<Tree> scan) {
    this.progress = progress;
    this.question = question;
    this.thrown = thrown;
    this.scan = scan;
  }

  /** Lets go out what the call at hand may throw: what it declares, and what any may throw. */
  void mayThrow(Tree origin, Supplier<ImmutableList<Type>> declared) {
    if (!progress.jumpsMatter()) {
      return;
    }
    for (Type type : declared.get()) {
      progress.pass(Jump.thrown(type, Jump.Kind.DECLARED, origin, progress.owed));
    }
    boolean isFollowed = catching > 0 || question.anyCallThrows();
    if (isFollowed && !question.throwsOnlyDeclared().test(origin)) {
      for (Type type : thrown.unchecked()) {
        progress.pass(Jump.thrown(type, Jump.Kind.UNCHECKED, origin, progress.owed));
      }
    }
  }

  /** The types of what the statement throws: if it was caught, of what was thrown then. */
  ImmutableSet<Type> typesOf(ThrowTree tree) {
    VarSymbol exception = Values.local(tree.getExpression());
    Handler handler = handlers.get(exception);
    if (handler != null && isFixed(exception)) {
      return caught.computeIfAbsent(
          exception, unused -> Rethrown.by(handler.tree(), handler.attempt(), thrown));
    }
    Type type = ASTHelpers.getType(tree.getExpression());
    return type == null ? ImmutableSet.of() : ImmutableSet.of(type);
  }

  private static boolean isFixed(VarSymbol exception) {
    return (exception.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0;
  }

  void walk(TryTree tree) {
    if (tree.getFinallyBlock() == null) {
      walkCaught(tree).forEach(progress::pass);
      return;
    }
    Set<Jump> outward =
        opensSomething(tree.getFinallyBlock())
            ? progress.withEveryJump(() -> walkCaught(tree))
            : walkCaught(tree);
    walkFinally(tree.getFinallyBlock(), outward);
  }

  /** Walks all but the finally; the jumps that leave it. */
  private Set<Jump> walkCaught(TryTree tree) {
    Set<VarSymbol> scope = new LinkedHashSet<>();
    int catchingOutside = catching;
    catching += thrown.catchUnchecked(tree.getCatches()) ? 1 : 0;
    Set<Jump> inner =
        progress.jumpsOf(() -> scope.addAll(progress.declaredIn(() -> walkClosed(tree))));
    catching = catchingOutside;

    Set<Jump> outward = new LinkedHashSet<>();
    for (Jump jump : inner) {
      if (!jump.isException() || !thrown.isSurelyCaught(jump.thrown(), tree.getCatches())) {
        outward.add(jump);
      }
    }
    Debts after = progress.owed;
    for (CatchTree handler : tree.getCatches()) {
      progress.owed = Debts.NONE;
      for (Jump jump : inner) {
        if (jump.isException() && thrown.mayReach(jump.thrown(), handler, tree.getCatches())) {
          progress.owed = progress.owed.or(jump.owed().leftBy(jump.escape(), scope));
        }
      }
      handlers.put(ASTHelpers.getSymbol(handler.getParameter()), new Handler(handler, tree));
      outward.addAll(progress.jumpsOf(() -> scan.accept(handler.getBlock())));
      after = after.or(progress.owed);
    }
    progress.owed = after;
    return outward;
  }

  /** Walks the resources and the block, and closes the resources on each way out of it. */
  private void walkClosed(TryTree tree) {
    tree.getResources().forEach(scan);
    Set<Jump> outward = progress.jumpsOf(() -> scan.accept(tree.getBlock()));
    Debts after = progress.owed;
    close(tree.getResources());
    for (Jump jump : outward) {
      progress.pass(jump);
      // An exception would only be added to one that is on its way.
      if (!jump.isException()) {
        progress.owed = jump.owed();
        close(tree.getResources());
      }
    }
    progress.owed = after;
  }

  private void close(List<? extends Tree> resources) {
    for (Tree resource : resources) {
      mayThrow(resource, () -> thrown.byClosing(resource));
    }
  }

  /** Walks the finally for its normal way in, and once for each jump that passes it. */
  private void walkFinally(Tree block, Set<Jump> outward) {
    Runnable cleanUp = () -> scan.accept(block);
    progress.once(block, cleanUp);
    Debts after = progress.owed;
    for (Jump jump : outward) {
      progress.owed = jump.owed();
      progress.once(block, cleanUp);
      progress.pass(jump.owing(progress.owed));
    }
    progress.owed = after;
  }

  private boolean opensSomething(Tree block) {
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        found[0] |= question.opens().test(tree);
        return super.visitMethodInvocation(tree, null);
      }
    }.scan(block, null);
    return found[0];
  }
}
