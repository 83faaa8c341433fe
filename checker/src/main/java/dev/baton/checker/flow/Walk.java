package dev.baton.checker.flow;

import static com.google.errorprone.util.ASTHelpers.constValue;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBreak;
import com.sun.tools.javac.tree.JCTree.JCContinue;
import com.sun.tools.javac.tree.JCTree.JCYield;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a body in the order in which it is evaluated, with what is owed at each point; the
 * way javac itself finds out what is definitely assigned. Loops are walked until nothing new is
 * owed where they begin again, a {@code finally} once for each way into it that owes something
 * else.
 *
 * <p>Where a path is not possible ({@code while (true)} has no other end than its breaks, nothing
 * follows a {@code return}), nothing is owed.
 */
final class Walk extends TreeScanner<@Nullable Void, @Nullable Void> {

  /** More steps than any body takes that a person can read; about a second. */
  private static final int FAR = 4_000_000;

  private final Question question;
  private final Thrown thrown;
  private final Progress progress;
  private final Conditions conditions;
  private final Tries tries;

  /** How far the walk has got, in debts that were carried over a node of the tree. */
  private int steps;

  Walk(Question question, VisitorState state) {
    this.question = question;
    this.thrown = new Thrown(state);
    this.progress = new Progress(state);
    this.conditions = new Conditions(progress, question, tree -> scan(tree, null));
    this.tries = new Tries(progress, question, thrown, tree -> scan(tree, null));
  }

  /** The debts that are lost in the body; none when it is too long a way to tell. */
  ImmutableMap<Tree, Escape> through(TreePath body) {
    try {
      Set<Jump> outward = progress.jumpsOf(() -> scan(body.getLeaf(), null));
      if (question.leavingLoses()) {
        leave(body, outward);
      }
      return progress.escapes();
    } catch (TooFar tangle) {
      return ImmutableMap.of();
    }
  }

  /** Loses what is owed where control leaves the whole body. */
  private void leave(TreePath body, Set<Jump> outward) {
    outward.stream()
        .filter(jump -> jump.kind() != Jump.Kind.UNCHECKED || question.anyCallThrows())
        .forEach(jump -> jump.owed().all().forEach(lost -> progress.lose(lost, jump.escape())));
    Tree owner = body.getParentPath().getLeaf();
    Escape end = new Escape(Escape.Way.END, owner instanceof ClassTree ? body.getLeaf() : owner);
    progress.owed.all().forEach(lost -> progress.lose(lost, end));
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    steps += 1 + progress.owed.all().size();
    if (steps > FAR) {
      throw new TooFar();
    }
    return super.scan(tree, null);
  }

  /** The body is so tangled that the walk would hold up the compiler. */
  private static final class TooFar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooFar() {
      super(null, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
  }

  // Steps of an expression

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    return step(tree);
  }

  @Override
  public @Nullable Void visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
    super.visitParenthesized(tree, null);
    return step(tree);
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
    super.visitTypeCast(tree, null);
    return step(tree);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    super.visitMethodInvocation(tree, null);
    step(tree);
    if (question.neverReturns().test(tree)) {
      progress.owed = Debts.NONE;
    }
    tries.mayThrow(tree, () -> thrown.by(tree));
    if (question.opens().test(tree)) {
      progress.owed = progress.owed.openedBy(tree, progress.flags.values());
    }
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getArguments(), null);
    scan(tree.getClassBody(), null);
    step(tree);
    tries.mayThrow(tree, () -> thrown.by(tree));
    return null;
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
    super.visitNewArray(tree, null);
    return step(tree);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    super.visitMemberReference(tree, null);
    return step(tree);
  }

  /** The body of a lambda runs at another time, or never. */
  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return step(tree);
  }

  /** The bodies of a class run at another time, or never. */
  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return step(tree);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    scan(tree.getVariable(), null);
    scan(tree.getExpression(), null);
    VarSymbol variable = Values.local(tree.getVariable());
    if (variable != null) {
      assign(variable, tree.getExpression(), tree);
    }
    return step(tree);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void unused) {
    super.visitCompoundAssignment(tree, null);
    VarSymbol variable = Values.local(tree.getVariable());
    if (variable != null && Flags.isFlag(variable)) {
      progress.owed = progress.owed.after(variable, null);
      progress.flags.assigned(variable);
    }
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    scan(tree.getInitializer(), null);
    // Without one where the declaration stands in code that javac gave up.
    if (!(TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable)) {
      return step(tree);
    }
    progress.declare(variable);
    if (tree.getInitializer() != null) {
      assign(variable, tree.getInitializer(), tree);
      progress.flags.declared(variable, constValue(tree.getInitializer(), Boolean.class));
    }
    return step(tree);
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable Void unused) {
    return branch(tree.getCondition(), tree.getTrueExpression(), tree.getFalseExpression());
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
    switch (tree.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> progress.owed = conditions.walk(tree).either();
      default -> super.visitBinary(tree, null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
    if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      progress.owed = conditions.walk(tree).either();
      return null;
    }
    return super.visitUnary(tree, null);
  }

  // Statements

  @Override
  public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
    return branch(tree.getCondition(), tree.getThenStatement(), tree.getElseStatement());
  }

  private @Nullable Void branch(
      ExpressionTree condition, @Nullable Tree whenTrue, @Nullable Tree whenFalse) {
    Outcome test = conditions.walk(condition);
    progress.owed = test.whenTrue();
    progress.flags.where(condition, true, () -> scan(whenTrue, null));
    Debts afterTrue = progress.owed;
    progress.owed = test.whenFalse();
    progress.flags.where(condition, false, () -> scan(whenFalse, null));
    progress.owed = afterTrue.or(progress.owed);
    return null;
  }

  @Override
  public @Nullable Void visitAssert(AssertTree tree, @Nullable Void unused) {
    Debts unlessEnabled = progress.owed;
    progress.owed = unlessEnabled.or(conditions.walk(tree.getCondition()).whenTrue());
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    step(tree);
    return jump(Jump.to(null, Jump.Kind.RETURN, tree, progress.owed));
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    for (Type type : tries.typesOf(tree)) {
      progress.pass(Jump.thrown(type, Jump.Kind.THROW, tree, progress.owed));
    }
    progress.owed = Debts.NONE;
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
    return jump(Jump.to(((JCBreak) tree).target, Jump.Kind.BREAK, tree, progress.owed));
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
    return jump(Jump.to(((JCContinue) tree).target, Jump.Kind.CONTINUE, tree, progress.owed));
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
    scan(tree.getValue(), null);
    step(tree);
    return jump(Jump.to(((JCYield) tree).target, Jump.Kind.YIELD, tree, progress.owed));
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
    Set<Jump> inner = progress.jumpsOf(() -> scan(tree.getStatement(), null));
    progress.land(inner, tree);
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
    choose(tree, tree.getExpression(), tree.getCases());
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
    choose(tree, tree.getExpression(), tree.getCases());
    return null;
  }

  private void choose(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases) {
    scan(selector, null);
    Debts entry = progress.owed;
    Set<VarSymbol> settledIfNull = question.settledWhereNull().where(selector, true);
    Set<VarSymbol> settledUnlessNull = question.settledWhereNull().where(selector, false);
    Set<Jump> inner =
        progress.jumpsOf(
            () -> {
              Debts after =
                  Switches.alwaysChooses(tree, selector, cases)
                      ? Debts.NONE
                      : entry.settledBy(settledUnlessNull);
              Debts unchosen = entry;
              Debts through = Debts.NONE;
              for (CaseTree choice : cases) {
                progress.owed =
                    switch (Switches.choiceOfNull(choice)) {
                      case NEVER -> unchosen.settledBy(settledUnlessNull);
                      case ALSO -> unchosen;
                      case ONLY -> unchosen.settledBy(settledIfNull);
                    };
                ExpressionTree guard = Switches.guardOf(choice);
                if (guard != null) {
                  Outcome test = conditions.walk(guard);
                  progress.owed = test.whenTrue();
                  unchosen = unchosen.or(test.whenFalse());
                }
                progress.owed = progress.owed.or(through);
                if (choice.getCaseKind() == CaseTree.CaseKind.RULE) {
                  scan(choice.getBody(), null);
                  after = after.or(progress.owed);
                } else {
                  scan(choice.getStatements(), null);
                  through = progress.owed;
                }
              }
              progress.owed = after.or(through);
            });
    progress.land(inner, tree);
  }

  // Loops

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
    return loop(
        tree,
        () -> conditions.walk(tree.getCondition()),
        () -> scan(tree.getStatement(), null),
        this::goOn);
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
    // No loop, but a block that can be left.
    if (Boolean.FALSE.equals(constValue(tree.getCondition(), Boolean.class))) {
      Set<Jump> inner = progress.jumpsOf(() -> scan(tree.getStatement(), null));
      progress.land(inner, tree);
      return null;
    }
    return loop(
        tree,
        this::goOn,
        () -> scan(tree.getStatement(), null),
        () -> conditions.walk(tree.getCondition()));
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    scan(tree.getInitializer(), null);
    ExpressionTree condition = tree.getCondition();
    return loop(
        tree,
        () -> condition == null ? goOn() : conditions.walk(condition),
        () -> scan(tree.getStatement(), null),
        () -> {
          scan(tree.getUpdate(), null);
          return goOn();
        });
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    return loop(
        tree,
        () -> new Outcome(progress.owed, progress.owed),
        () -> {
          scan(tree.getVariable(), null);
          scan(tree.getStatement(), null);
        },
        this::goOn);
  }

  /** What is no condition: the loop goes on from here. */
  private Outcome goOn() {
    return Outcome.certain(progress.owed);
  }

  private @Nullable Void loop(
      Tree loop, Supplier<Outcome> before, Runnable body, Supplier<Outcome> after) {
    progress.once(
        loop, () -> new Rounds(loop, progress, question.leavingLoses()).walk(before, body, after));
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    tries.walk(tree);
    return null;
  }

  // Steps

  private @Nullable Void step(Tree tree) {
    if (!progress.owed.isEmpty()) {
      progress.owed = progress.owed.settledBy(question.settledBy().by(tree));
    }
    return null;
  }

  private void assign(VarSymbol variable, ExpressionTree value, Tree assignment) {
    if (Flags.isFlag(variable)) {
      progress.owed = progress.owed.after(variable, constValue(value, Boolean.class));
      progress.flags.assigned(variable);
      return;
    }
    progress.owed =
        progress.owed.assigned(
            variable,
            Values.of(value, question),
            lost -> progress.lose(lost, new Escape(Escape.Way.OVERWRITTEN, assignment)));
  }

  private @Nullable Void jump(Jump jump) {
    progress.leaveBy(jump);
    return null;
  }
}
