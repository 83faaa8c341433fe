package dev.baton.checker.flow;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.LinkedHashSet;
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
    if (catching > 0 || question.anyCallThrows()) {
      for (Type type : thrown.unchecked()) {
        progress.pass(Jump.thrown(type, Jump.Kind.UNCHECKED, origin, progress.owed));
      }
    }
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
      if (!jump.isException() || !thrown.isSurelyCaught(jump, tree.getCatches())) {
        outward.add(jump);
      }
    }
    Debts after = progress.owed;
    for (CatchTree handler : tree.getCatches()) {
      progress.owed = Debts.NONE;
      for (Jump jump : inner) {
        if (jump.isException() && thrown.mayReach(jump, handler, tree.getCatches())) {
          progress.owed = progress.owed.or(jump.owed().leftBy(jump.escape(), scope));
        }
      }
      outward.addAll(progress.jumpsOf(() -> scan.accept(handler.getBlock())));
      after = after.or(progress.owed);
    }
    progress.owed = after;
    return outward;
  }

  /** Walks the resources, the block and the closing of the resources. */
  private void walkClosed(TryTree tree) {
    tree.getResources().forEach(scan);
    scan.accept(tree.getBlock());
    for (Tree resource : tree.getResources()) {
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
