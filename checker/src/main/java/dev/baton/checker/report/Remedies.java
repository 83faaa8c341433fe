package dev.baton.checker.report;

import static com.google.errorprone.util.ASTHelpers.getType;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import org.jspecify.annotations.Nullable;

/** What to do about a context that is not cancelled. */
public final class Remedies {

  private static final String TRY_WITH_RESOURCES = "use try-with-resources";

  /** A block that closed it would stop work that is under way. */
  private static final String AFTER_WORK =
      TRY_WITH_RESOURCES
          + " or, if the work that has it outlives the block, cancel it when that ends, as in"
          + " `whenComplete`";

  private static final ImmutableSet<String> RUNNING =
      ImmutableSet.of("java.util.concurrent.CompletionStage", "java.util.concurrent.Future");

  private Remedies() {}

  /**
   * About a local that some path loses.
   *
   * @param owner the type of what it holds
   * @param escape where the path leaves
   * @param body the body that the path leaves
   */
  public static String ofLost(
      VarSymbol local, Type owner, Tree escape, Tree body, VisitorState state) {
    if (escape instanceof ReturnTree statement && isNamedBy(statement.getExpression(), local)) {
      return returnIt(owner);
    }
    Work work = new Work(local, state);
    // Of a lambda that is the body itself, the code is not that of other work.
    work.scan(body instanceof LambdaExpressionTree lambda ? lambda.getBody() : body, null);
    return work.isGivenIt ? AFTER_WORK : TRY_WITH_RESOURCES;
  }

  /** About a context that goes to a slot which cannot cancel it. */
  static String ofDiscarded(MethodInvocationTree creation, Tree slot, boolean isResult) {
    if (isResult) {
      return returnIt(getType(creation));
    }
    Symbol target =
        slot instanceof AssignmentTree assignment
            ? TreeInfo.symbolFor((JCTree) assignment.getVariable())
            : TreeInfo.symbolFor((JCTree) slot);
    return target instanceof VarSymbol variable && variable.getKind().isField()
        ? "declare the field as `" + simpleNameOf(getType(creation)) + "`, and cancel it"
        : TRY_WITH_RESOURCES;
  }

  private static String returnIt(Type owner) {
    return "return it as `" + simpleNameOf(owner) + "`";
  }

  static String simpleNameOf(Type type) {
    return type.tsym.getSimpleName().toString();
  }

  private static boolean isNamedBy(@Nullable ExpressionTree value, VarSymbol local) {
    Tree name = value;
    while (name instanceof ParenthesizedTree || name instanceof TypeCastTree) {
      name =
          name instanceof TypeCastTree cast
              ? cast.getExpression()
              : ((ParenthesizedTree) name).getExpression();
    }
    return name instanceof IdentifierTree && local.equals(ASTHelpers.getSymbol(name));
  }

  /** Whether work that may go on after the body gets the local: a function, a future. */
  private static final class Work extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final VarSymbol local;
    private final VisitorState state;

    /** How many lambdas and classes are around the tree at hand. */
    private int depth;

    private boolean isGivenIt;

    Work(VarSymbol local, VisitorState state) {
      this.local = local;
      this.state = state;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      depth++;
      super.visitLambdaExpression(tree, null);
      depth--;
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      depth++;
      super.visitClass(tree, null);
      depth--;
      return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      isGivenIt |= depth > 0 && isNamedBy(tree, local);
      return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      isGivenIt |= isNamedBy(tree.getQualifierExpression(), local);
      return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      isGivenIt |=
          tree.getArguments().stream().anyMatch(given -> isNamedBy(given, local))
              && isRunning(getType(tree));
      return super.visitMethodInvocation(tree, null);
    }

    private boolean isRunning(@Nullable Type type) {
      return type != null
          && RUNNING.stream()
              .anyMatch(name -> ASTHelpers.isSubtype(type, state.getTypeFromString(name), state));
    }
  }
}
