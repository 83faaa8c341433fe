package dev.baton.checker.flow;

import static com.google.errorprone.util.ASTHelpers.constValue;
import static com.google.errorprone.util.ASTHelpers.stripParentheses;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
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
import com.sun.source.tree.InstanceOfTree;
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
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree.JCBreak;
import com.sun.tools.javac.tree.JCTree.JCContinue;
import com.sun.tools.javac.tree.JCTree.JCYield;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private final VisitorState state;
  private final Map<Tree, Escape> escapes = new LinkedHashMap<>();

  private Debts owed = Debts.NONE;

  /** The jumps on their way out of the statement at hand. */
  private Set<Jump> jumps = new LinkedHashSet<>();

  /** The locals declared so far in the innermost body of a loop or of a try. */
  private Set<VarSymbol> declared = new LinkedHashSet<>();

  private final Flags flags = new Flags();

  /** How many of the tries around the statement at hand catch what callees need not declare. */
  private int catching;

  /** How many of the tries around it have a finally that opens something on every way out. */
  private int openingFinallies;

  private final Map<Entry, Exit> exits = new HashMap<>();

  /** How far the walk has got, in debts that were carried over a node of the tree. */
  private int steps;

  /** What a part is entered with. */
  private record Entry(Tree part, Debts owed, ImmutableMap<VarSymbol, Boolean> flags) {}

  /** What a part is left with. */
  private record Exit(
      Debts owed,
      ImmutableMap<VarSymbol, Boolean> flags,
      Set<Jump> outward,
      Set<VarSymbol> declared) {}

  Walk(Question question, VisitorState state) {
    this.question = question;
    this.thrown = new Thrown(state);
    this.state = state;
  }

  /** The debts that are lost in the body; none when it is too long a way to tell. */
  ImmutableMap<Tree, Escape> through(TreePath body) {
    try {
      scan(body.getLeaf(), null);
    } catch (TooFar tangle) {
      return ImmutableMap.of();
    }
    if (question.leavingLoses()) {
      jumps.stream()
          .filter(jump -> jump.kind() != Jump.Kind.UNCHECKED || question.anyCallThrows())
          .forEach(jump -> jump.owed().all().forEach(lost -> lose(lost, jump.escape())));
      Tree owner = body.getParentPath().getLeaf();
      Escape end = new Escape(Escape.Way.END, owner instanceof ClassTree ? body.getLeaf() : owner);
      owed.all().forEach(lost -> lose(lost, end));
    }
    return ImmutableMap.copyOf(escapes);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    steps += 1 + owed.all().size();
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
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    super.visitMethodInvocation(tree, null);
    step(tree);
    if (question.neverReturns().test(tree)) {
      owed = Debts.NONE;
    }
    mayThrow(tree, () -> thrown.by(tree));
    if (question.opens().test(tree)) {
      owed = owed.openedBy(tree, flags.values());
    }
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getArguments(), null);
    scan(tree.getClassBody(), null);
    step(tree);
    mayThrow(tree, () -> thrown.by(tree));
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
      owed = owed.after(variable, null);
      flags.assigned(variable);
    }
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    scan(tree.getInitializer(), null);
    VarSymbol variable = ASTHelpers.getSymbol(tree);
    declared.add(variable);
    if (tree.getInitializer() != null) {
      assign(variable, tree.getInitializer(), tree);
      flags.declared(variable, constValue(tree.getInitializer(), Boolean.class));
    }
    return step(tree);
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable Void unused) {
    Outcome test = outcome(tree.getCondition());
    owed = test.whenTrue();
    flags.where(tree.getCondition(), true, () -> scan(tree.getTrueExpression(), null));
    Debts afterTrue = owed;
    owed = test.whenFalse();
    flags.where(tree.getCondition(), false, () -> scan(tree.getFalseExpression(), null));
    owed = afterTrue.or(owed);
    return null;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
    switch (tree.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> owed = outcome(tree).either();
      default -> super.visitBinary(tree, null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
    if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      owed = outcome(tree).either();
      return null;
    }
    return super.visitUnary(tree, null);
  }

  // Conditions

  /** What is owed after a condition, by its value. */
  private record Outcome(Debts whenTrue, Debts whenFalse) {
    Debts either() {
      return whenTrue.or(whenFalse);
    }

    Outcome negated() {
      return new Outcome(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }
  }

  private Outcome outcome(ExpressionTree condition) {
    ExpressionTree test = stripParentheses(condition);
    Boolean constant = constValue(test, Boolean.class);
    if (constant != null) {
      return constant ? new Outcome(owed, Debts.NONE) : new Outcome(Debts.NONE, owed);
    }
    return switch (test.getKind()) {
      case LOGICAL_COMPLEMENT -> {
        yield outcome(((UnaryTree) test).getExpression()).negated();
      }
      case CONDITIONAL_AND -> {
        Outcome left = outcome(((BinaryTree) test).getLeftOperand());
        owed = left.whenTrue();
        Outcome right = outcome(((BinaryTree) test).getRightOperand());
        yield new Outcome(right.whenTrue(), left.whenFalse().or(right.whenFalse()));
      }
      case CONDITIONAL_OR -> {
        Outcome left = outcome(((BinaryTree) test).getLeftOperand());
        owed = left.whenFalse();
        Outcome right = outcome(((BinaryTree) test).getRightOperand());
        yield new Outcome(left.whenTrue().or(right.whenTrue()), right.whenFalse());
      }
      case CONDITIONAL_EXPRESSION -> {
        Outcome chosen = outcome(((ConditionalExpressionTree) test).getCondition());
        owed = chosen.whenTrue();
        Outcome first = outcome(((ConditionalExpressionTree) test).getTrueExpression());
        owed = chosen.whenFalse();
        Outcome second = outcome(((ConditionalExpressionTree) test).getFalseExpression());
        yield new Outcome(
            first.whenTrue().or(second.whenTrue()), first.whenFalse().or(second.whenFalse()));
      }
      default -> {
        scan(test, null);
        Debts whenTrue = owed.settledBy(question.settledWhere().where(test, true));
        Debts whenFalse = owed.settledBy(question.settledWhere().where(test, false));
        Flags.Test flag = Flags.testedBy(test);
        if (flag != null) {
          whenTrue = whenTrue.where(flag.flag(), true);
          whenFalse = whenFalse.where(flag.flag(), false);
        }
        if (test instanceof InstanceOfTree instance
            && instance.getPattern() instanceof BindingPatternTree binding) {
          whenTrue =
              whenTrue.named(
                  ASTHelpers.getSymbol(binding.getVariable()), Values.of(instance.getExpression()));
        }
        yield new Outcome(whenTrue, whenFalse);
      }
    };
  }

  // Statements

  @Override
  public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
    Outcome test = outcome(tree.getCondition());
    owed = test.whenTrue();
    flags.where(tree.getCondition(), true, () -> scan(tree.getThenStatement(), null));
    Debts afterThen = owed;
    owed = test.whenFalse();
    flags.where(tree.getCondition(), false, () -> scan(tree.getElseStatement(), null));
    owed = afterThen.or(owed);
    return null;
  }

  @Override
  public @Nullable Void visitAssert(AssertTree tree, @Nullable Void unused) {
    owed = outcome(tree.getCondition()).either();
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    step(tree);
    return jump(Jump.to(null, Jump.Kind.RETURN, tree, owed));
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    return jump(Jump.thrown(ASTHelpers.getType(tree.getExpression()), Jump.Kind.THROW, tree, owed));
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
    return jump(Jump.to(((JCBreak) tree).target, Jump.Kind.BREAK, tree, owed));
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
    return jump(Jump.to(((JCContinue) tree).target, Jump.Kind.CONTINUE, tree, owed));
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
    scan(tree.getValue(), null);
    step(tree);
    return jump(Jump.to(((JCYield) tree).target, Jump.Kind.YIELD, tree, owed));
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
    Set<Jump> inner = jumpsOf(() -> scan(tree.getStatement(), null));
    land(inner, tree);
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
    Debts entry = owed;
    Set<Jump> inner =
        jumpsOf(
            () -> {
              Debts after = Switches.alwaysChooses(tree, selector, cases) ? Debts.NONE : entry;
              Debts through = Debts.NONE;
              for (CaseTree choice : cases) {
                owed = entry.or(through);
                super.visitCase(choice, null);
                if (choice.getCaseKind() == CaseTree.CaseKind.RULE) {
                  after = after.or(owed);
                } else {
                  through = owed;
                }
              }
              owed = after.or(through);
            });
    land(inner, tree);
  }

  // Loops

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
    return loop(
        tree,
        () -> outcome(tree.getCondition()),
        () -> scan(tree.getStatement(), null),
        this::unchanged);
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
    return loop(
        tree,
        this::unchanged,
        () -> scan(tree.getStatement(), null),
        () -> outcome(tree.getCondition()));
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    scan(tree.getInitializer(), null);
    ExpressionTree condition = tree.getCondition();
    return loop(
        tree,
        () -> condition == null ? unchanged() : outcome(condition),
        () -> scan(tree.getStatement(), null),
        () -> {
          scan(tree.getUpdate(), null);
          return unchanged();
        });
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    return loop(
        tree,
        () -> new Outcome(owed, owed),
        () -> {
          scan(tree.getVariable(), null);
          scan(tree.getStatement(), null);
        },
        this::unchanged);
  }

  /** The loop always goes on from here. */
  private Outcome unchanged() {
    return new Outcome(owed, Debts.NONE);
  }

  /** A part of a loop that decides whether the loop goes on. */
  private interface Test {
    Outcome outcome();
  }

  /**
   * Walks the rounds of a loop.
   *
   * @param before what is evaluated before the body
   * @param after what is evaluated after the body
   */
  private @Nullable Void loop(Tree loop, Test before, Runnable body, Test after) {
    return once(loop, () -> rounds(loop, before, body, after));
  }

  private void rounds(Tree loop, Test before, Runnable body, Test after) {
    Debts entry = owed;
    Debts back = Debts.NONE;
    flags.repeats(loop);
    while (true) {
      owed = entry.or(back);
      Outcome[] outcomes = new Outcome[2];
      Set<VarSymbol> scope = new LinkedHashSet<>();
      Set<Jump> inner =
          jumpsOf(
              () -> {
                outcomes[0] = before.outcome();
                owed = outcomes[0].whenTrue();
                scope.addAll(declaredIn(body));
              });
      owed = owed.outOf(scope, lost -> lose(lost, new Escape(Escape.Way.NEXT_ROUND, loop)));
      Set<Jump> outward = new LinkedHashSet<>();
      for (Jump jump : inner) {
        if (!jump.staysInBody()) {
          outward.add(jump);
          continue;
        }
        Debts rest = jump.owed().outOf(scope, lost -> lose(lost, jump.escape()));
        if (jump.kind() == Jump.Kind.CONTINUE && jump.target() == loop) {
          owed = owed.or(rest);
        } else {
          outward.add(jump.owing(rest));
        }
      }
      outward.addAll(jumpsOf(() -> outcomes[1] = after.outcome()));
      Debts again = back.or(outcomes[1].whenTrue());
      if (again.equals(back)) {
        owed = outcomes[0].whenFalse().or(outcomes[1].whenFalse());
        land(outward, loop);
        return;
      }
      back = again;
    }
  }

  // Try

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    Set<Jump> outward = new LinkedHashSet<>();
    Set<VarSymbol> scope = new LinkedHashSet<>();
    int catchingOutside = catching;
    int openingFinalliesOutside = openingFinallies;
    catching += thrown.catchUnchecked(tree.getCatches()) ? 1 : 0;
    openingFinallies += opens(tree.getFinallyBlock()) ? 1 : 0;
    Set<Jump> inner =
        jumpsOf(
            () ->
                scope.addAll(
                    declaredIn(
                        () -> {
                          scan(tree.getResources(), null);
                          scan(tree.getBlock(), null);
                          for (Tree resource : tree.getResources()) {
                            mayThrow(resource, () -> thrown.byClosing(resource));
                          }
                        })));
    catching = catchingOutside;

    Debts after = owed;
    for (Jump jump : inner) {
      if (!jump.isException() || !thrown.isSurelyCaught(jump, tree.getCatches())) {
        outward.add(jump);
      }
    }
    for (CatchTree handler : tree.getCatches()) {
      owed = Debts.NONE;
      for (Jump jump : inner) {
        if (jump.isException() && thrown.mayReach(jump, handler, tree.getCatches())) {
          owed = owed.or(jump.owed().leftBy(jump.escape(), scope));
        }
      }
      outward.addAll(jumpsOf(() -> scan(handler.getBlock(), null)));
      after = after.or(owed);
    }

    openingFinallies = openingFinalliesOutside;
    owed = after;
    if (tree.getFinallyBlock() == null) {
      outward.forEach(this::pass);
      return null;
    }
    Runnable cleanUp = () -> scan(tree.getFinallyBlock(), null);
    once(tree.getFinallyBlock(), cleanUp);
    Debts afterFinally = owed;
    for (Jump jump : outward) {
      owed = jump.owed();
      once(tree.getFinallyBlock(), cleanUp);
      pass(jump.owing(owed));
    }
    owed = afterFinally;
    return null;
  }

  // Helpers

  /**
   * Walks a part that is walked again and again, but no more than once with the same debts: parts
   * within parts would be walked twice as often with each level of nesting.
   */
  private @Nullable Void once(Tree part, Runnable walk) {
    Entry entry = new Entry(part, owed, flags.values());
    Exit exit = exits.get(entry);
    if (exit == null) {
      Set<VarSymbol> scope = new LinkedHashSet<>();
      Set<Jump> outward = jumpsOf(() -> scope.addAll(declaredIn(walk)));
      exit = new Exit(owed, flags.values(), outward, scope);
      exits.put(entry, exit);
    }
    owed = exit.owed();
    flags.become(exit.flags());
    jumps.addAll(exit.outward());
    declared.addAll(exit.declared());
    return null;
  }

  private boolean opens(@Nullable Tree block) {
    if (block == null) {
      return false;
    }
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

  private @Nullable Void step(Tree tree) {
    if (!owed.isEmpty()) {
      owed = owed.settledBy(question.settledBy().by(tree));
    }
    return null;
  }

  private void assign(VarSymbol variable, ExpressionTree value, Tree assignment) {
    if (Flags.isFlag(variable)) {
      owed = owed.after(variable, constValue(value, Boolean.class));
      flags.assigned(variable);
      return;
    }
    owed =
        owed.assigned(
            variable,
            Values.of(value),
            lost -> lose(lost, new Escape(Escape.Way.OVERWRITTEN, assignment)));
  }

  private void mayThrow(Tree origin, Supplier<ImmutableList<Type>> declaredTypes) {
    if (owed.isEmpty() && openingFinallies == 0) {
      return;
    }
    for (Type type : declaredTypes.get()) {
      pass(Jump.thrown(type, Jump.Kind.DECLARED, origin, owed));
    }
    if (catching > 0 || question.anyCallThrows()) {
      for (Type type : thrown.unchecked()) {
        pass(Jump.thrown(type, Jump.Kind.UNCHECKED, origin, owed));
      }
    }
  }

  private @Nullable Void jump(Jump jump) {
    pass(jump);
    owed = Debts.NONE;
    return null;
  }

  /** A jump that owes nothing is of no interest, nor will be. */
  private void pass(Jump jump) {
    if (!jump.owed().isEmpty() || openingFinallies > 0) {
      jumps.add(jump);
    }
  }

  /** Lets those jumps go on here whose target the statement is, and the others out of it. */
  private void land(Set<Jump> inner, Tree statement) {
    for (Jump jump : inner) {
      if (jump.target() == statement) {
        owed = owed.or(jump.owed());
      } else {
        pass(jump);
      }
    }
  }

  private Set<Jump> jumpsOf(Runnable part) {
    Set<Jump> outside = jumps;
    jumps = new LinkedHashSet<>();
    part.run();
    Set<Jump> inside = jumps;
    jumps = outside;
    return inside;
  }

  private Set<VarSymbol> declaredIn(Runnable part) {
    Set<VarSymbol> outside = declared;
    declared = new LinkedHashSet<>();
    part.run();
    Set<VarSymbol> inside = declared;
    declared = outside;
    declared.addAll(inside);
    return inside;
  }

  /** The first way out in the order of the source is the one that is told. */
  private void lose(Owed lost, Escape way) {
    Escape escape = lost.left() != null ? lost.left() : way;
    escapes.merge(
        lost.birth(),
        escape,
        (one, other) -> other.position(state) < one.position(state) ? other : one);
  }
}
