package dev.baton.checker.corpora;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.ContextModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a piece of code does with a local whose value somebody must end. */
final class LocalUses extends TreeScanner<@Nullable Void, @Nullable Void> {

  /** Statements that end the value, and bodies of lambdas that do. */
  final List<Tree> enders = new ArrayList<>();

  /** Those in whose {@code finally} it is ended. */
  final List<TryTree> tries = new ArrayList<>();

  /** Whether others get it, who may end it. */
  boolean isHandedOn;

  private final VarSymbol local;
  private final ImmutableSet<String> methods;

  LocalUses(VarSymbol local, ImmutableSet<String> methods) {
    this.local = local;
    this.methods = methods;
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree tree, @Nullable Void unused) {
    if (ends(tree.getExpression())) {
      enders.add(tree);
    }
    return super.visitExpressionStatement(tree, null);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    if (ends(tree.getBody())) {
      enders.add(tree.getBody());
    }
    return super.visitLambdaExpression(tree, null);
  }

  private boolean ends(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && methods.contains(select.getIdentifier().toString())
        && (isLocal(select.getExpression())
            || call.getArguments().stream().anyMatch(this::isLocal));
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    if (tree.getFinallyBlock() != null) {
      LocalUses last = new LocalUses(local, methods);
      last.scan(tree.getFinallyBlock(), null);
      if (!last.enders.isEmpty()) {
        tries.add(tree);
      }
    }
    return super.visitTry(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    if (ends(tree)) {
      return null;
    }
    scan(tree.getMethodSelect(), null);
    List<? extends Symbol> parameters = ASTHelpers.getSymbol(tree).getParameters();
    for (int i = 0; i < tree.getArguments().size(); i++) {
      Tree argument = tree.getArguments().get(i);
      // Who gets it as a plain context only borrows it.
      if (!isLocal(argument) || i >= parameters.size() || !isContext(parameters.get(i))) {
        scan(argument, null);
      }
    }
    return null;
  }

  private static boolean isContext(Symbol parameter) {
    return parameter.type.tsym.getQualifiedName().contentEquals(ContextModel.GRPC.contextType());
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    return isLocal(tree.getExpression()) ? null : super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
    return isLocal(tree.getLeftOperand()) || isLocal(tree.getRightOperand())
        ? null
        : super.visitBinary(tree, null);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    return isLocal(tree.getVariable())
        ? scan(tree.getExpression(), null)
        : super.visitAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    isHandedOn |= isLocal(tree);
    return null;
  }

  private boolean isLocal(Tree tree) {
    return local.equals(TreeInfo.symbolFor((JCTree) tree));
  }
}
