package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types.FunctionDescriptorLookupError;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import dev.baton.checker.model.Yields.Yield;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether code cancels the owners that a variable holds, or hands them on as owners: then somebody
 * looks after them.
 *
 * <p>Values are followed through locals, the elements of containers, the variables of loops and the
 * parameters of lambdas that a container calls, without regard to the order of statements.
 */
public final class OwnerUses extends TreeScanner<@Nullable Void, @Nullable Type> {

  private final Contexts contexts;
  private final Yields yields;
  private final VisitorState state;

  /** The variable, its accessor if it is a record component, and all that was taken from it. */
  private final Set<Symbol> holders = new HashSet<>();

  private boolean found;

  /** Whether the pattern at hand takes a record apart whose component is among the holders. */
  private boolean isTakenApart;

  private OwnerUses(Contexts contexts, Yields yields, VisitorState state) {
    this.contexts = contexts;
    this.yields = yields;
    this.state = state;
  }

  /**
   * Whether code in {@code scope} cancels what {@code variable} holds, or hands it on as owner.
   *
   * @param variable of owner type, or a container of owners
   */
  public static boolean cancelOrHandOn(
      VarSymbol variable, ClassTree scope, Contexts contexts, Yields yields, VisitorState state) {
    OwnerUses uses = new OwnerUses(contexts, yields, state);
    uses.holders.add(variable);
    int known;
    do {
      known = uses.holders.size();
      uses.scan(scope, null);
    } while (!uses.found && uses.holders.size() > known);
    return uses.found;
  }

  /**
   * Scans unless the answer is known. The second argument is what the innermost method or lambda
   * returns.
   */
  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Type returned) {
    if (found || tree == null) {
      return null;
    }
    boolean around = isTakenApart;
    // By its name: the Java that compiles this has no such tree yet.
    if (tree.getKind().name().equals("DECONSTRUCTION_PATTERN")) {
      isTakenApart = holdsComponentOf(ASTHelpers.getType(tree));
    }
    super.scan(tree, returned);
    isTakenApart = around;
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Type returned) {
    return super.visitMethod(tree, ASTHelpers.getSymbol(tree).getReturnType());
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Type returned) {
    Type result = resultOf(tree);
    if (tree.getBody() instanceof ExpressionTree body) {
      found |= isTaken(body) && takesOver(result);
    }
    return super.visitLambdaExpression(tree, result);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Type returned) {
    found |= isTaken(tree.getExpression()) && takesOver(returned);
    return super.visitReturn(tree, returned);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Type returned) {
    if (isTaken(tree.getInitializer())) {
      assign(ASTHelpers.getSymbol(tree));
    }
    return super.visitVariable(tree, returned);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Type returned) {
    if (isTaken(tree.getExpression())) {
      if (tree.getVariable() instanceof ArrayAccessTree) {
        found |= takesOver(ASTHelpers.getType(tree.getVariable()));
      } else {
        assign(ASTHelpers.getSymbol(tree.getVariable()));
      }
    }
    return super.visitAssignment(tree, returned);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Type returned) {
    if (isTaken(tree.getExpression())) {
      assign(ASTHelpers.getSymbol(tree.getVariable()));
    }
    return super.visitEnhancedForLoop(tree, returned);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Type returned) {
    if (tree.getPattern() instanceof BindingPatternTree binding && isTaken(tree.getExpression())) {
      assign(ASTHelpers.getSymbol(binding.getVariable()));
    }
    return super.visitInstanceOf(tree, returned);
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Type returned) {
    selected(tree.getExpression(), tree.getCases());
    return super.visitSwitch(tree, returned);
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Type returned) {
    selected(tree.getExpression(), tree.getCases());
    return super.visitSwitchExpression(tree, returned);
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Type returned) {
    if (isTakenApart) {
      assign(ASTHelpers.getSymbol(tree.getVariable()));
    }
    return super.visitBindingPattern(tree, returned);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Type returned) {
    for (Tree resource : tree.getResources()) {
      found |=
          isTaken(
              resource instanceof VariableTree variable
                  ? variable.getInitializer()
                  : (ExpressionTree) resource);
    }
    return super.visitTry(tree, returned);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Type returned) {
    ExpressionTree receiver = ASTHelpers.getReceiver(tree);
    if (isTaken(receiver)) {
      found |= isCancelling(tree);
      tree.getArguments().forEach(this::calledWithElements);
      drainedInto(tree);
    }
    if (!passesThrough(tree)) {
      arguments(
          tree.getArguments(),
          ASTHelpers.getSymbol((Tree) tree),
          ASTHelpers.getType(tree.getMethodSelect()));
    }
    return super.visitMethodInvocation(tree, returned);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Type returned) {
    arguments(
        tree.getArguments(),
        ASTHelpers.getSymbol((Tree) tree),
        ((JCNewClass) tree).constructorType);
    return super.visitNewClass(tree, returned);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Type returned) {
    found |= isTaken(tree.getQualifierExpression()) && isCancelling(tree);
    return super.visitMemberReference(tree, returned);
  }

  /** The variables of the patterns that a switch matches its selector with. */
  private void selected(ExpressionTree selector, List<? extends CaseTree> cases) {
    if (isTaken(selector)) {
      for (CaseTree group : cases) {
        PatternBindings.ofLabels(group, group).forEach(this::assign);
      }
    }
  }

  private boolean holdsComponentOf(@Nullable Type record) {
    return record != null && holders.stream().anyMatch(holder -> holder.owner == record.tsym);
  }

  /** A lambda or method reference that a container of owners calls with its elements. */
  private void calledWithElements(ExpressionTree function) {
    if (function instanceof MemberReferenceTree reference) {
      found |= isCancelling(reference) || takesAnOwner(reference);
    }
    if (function instanceof LambdaExpressionTree lambda) {
      lambda.getParameters().forEach(parameter -> assign(ASTHelpers.getSymbol(parameter)));
    }
  }

  /** {@code queue.drainTo(rest)}: the elements go on in another container. */
  private void drainedInto(MethodInvocationTree call) {
    if (isNamed(call, "drainTo") && !call.getArguments().isEmpty()) {
      assign(ASTHelpers.getSymbol(call.getArguments().get(0)));
    }
  }

  private void arguments(
      List<? extends ExpressionTree> arguments, @Nullable Symbol symbol, @Nullable Type signature) {
    if (signature == null || !(symbol instanceof MethodSymbol method)) {
      return;
    }
    List<Type> slots = signature.getParameterTypes();
    for (int i = 0; i < arguments.size() && !slots.isEmpty(); i++) {
      if (isTaken(arguments.get(i))) {
        Type slot = slots.get(Math.min(i, slots.size() - 1));
        found |=
            takesOver(slot)
                || (method.isVarArgs()
                    && i >= slots.size() - 1
                    && takesOver(state.getTypes().elemtype(slot)));
      }
    }
  }

  /** A local holds what it is given; a field takes it over, if its type lets it. */
  private void assign(@Nullable Symbol variable) {
    if (!(variable instanceof VarSymbol) || holders.contains(variable)) {
      return;
    }
    if (takesOver(variable.type)) {
      found |= variable.getKind().isField();
      holders.add(variable);
    }
  }

  private boolean takesAnOwner(MemberReferenceTree reference) {
    Type signature = ((JCMemberReference) reference).referentType;
    return signature != null && signature.getParameterTypes().stream().anyMatch(this::takesOver);
  }

  private boolean takesOver(@Nullable Type slot) {
    return slot != null
        && (isAutoCloseable(slot)
            || slot.getTypeArguments().stream().anyMatch(this::isAutoCloseable)
            || yields.of(slot, state) == Yield.OWNERS);
  }

  private boolean isAutoCloseable(Type type) {
    return state.getTypes().wildUpperBound(type).tsym == state.getSymtab().autoCloseableType.tsym;
  }

  /** Whether the value is what the variable holds, or was taken out of it. */
  private boolean isTaken(@Nullable ExpressionTree tree) {
    if (tree == null) {
      return false;
    }
    ExpressionTree value = ASTHelpers.stripParentheses(tree);
    if (value instanceof TypeCastTree cast) {
      return isTaken(cast.getExpression());
    }
    if (value instanceof AssignmentTree assignment) {
      return isTaken(assignment.getExpression());
    }
    if (value instanceof ArrayAccessTree cell) {
      return isTaken(cell.getExpression());
    }
    if (value instanceof ConditionalExpressionTree choice) {
      return isTaken(choice.getTrueExpression()) || isTaken(choice.getFalseExpression());
    }
    if (value instanceof MethodInvocationTree call) {
      return isTakenByCall(call);
    }
    return holders.contains(ASTHelpers.getSymbol(value));
  }

  /** An element taken out of a container; what a context returns is another context. */
  private boolean isTakenByCall(MethodInvocationTree call) {
    if (passesThrough(call)) {
      return isTaken(call.getArguments().get(0));
    }
    if (isAccessor(ASTHelpers.getSymbol((Tree) call))) {
      return true;
    }
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    return receiver != null
        && !contexts.isContext(ASTHelpers.getType(receiver), state)
        && takesOver(ASTHelpers.getType(call))
        && isTaken(receiver);
  }

  /** Whether the method is that with which a record gives out a component that is followed. */
  private boolean isAccessor(@Nullable Symbol symbol) {
    return symbol instanceof MethodSymbol method
        && method.getParameters().isEmpty()
        && ASTHelpers.isRecord(method.owner)
        && holders.stream()
            .anyMatch(holder -> holder.owner == method.owner && holder.name.equals(method.name));
  }

  private static boolean passesThrough(MethodInvocationTree call) {
    return (isNamed(call, "requireNonNull") || isNamed(call, "checkNotNull"))
        && !call.getArguments().isEmpty();
  }

  private static boolean isNamed(MethodInvocationTree call, String name) {
    return ASTHelpers.getSymbol((Tree) call) instanceof MethodSymbol method
        && method.getSimpleName().contentEquals(name);
  }

  private boolean isCancelling(Tree callOrReference) {
    return ASTHelpers.getSymbol(callOrReference) instanceof MethodSymbol method
        && (contexts.isCancellingMethod(method, state)
            || (method.getSimpleName().contentEquals("close")
                && isAutoCloseable(method.owner.type)));
  }

  private @Nullable Type resultOf(LambdaExpressionTree lambda) {
    Type function = ASTHelpers.getType(lambda);
    try {
      return function == null
          ? null
          : state.getTypes().findDescriptorType(function).getReturnType();
    } catch (FunctionDescriptorLookupError erroneous) {
      return null;
    }
  }
}
