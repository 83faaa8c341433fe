package dev.baton.checker.fix;

import static com.google.errorprone.util.ASTHelpers.getType;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a local holds, and all that is made from it and may still use it, stays within the
 * rest of its block. Only then does it make no difference to others that the block closes it.
 *
 * <p>When in doubt it does not: what a lambda captures may run later, and so may work that a future
 * stands for; what a method called {@code add} or {@code start} gets may be kept.
 */
final class Confinement extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Resource resource;
  private final VisitorState state;

  /** The local, and the locals that hold what is made from it. */
  private final Set<@Nullable Symbol> followed = new HashSet<>();

  /** The locals that the rest of the block declares. */
  private final Set<@Nullable Symbol> declared = new HashSet<>();

  /** How many lambdas and classes within the block are around the tree at hand. */
  private int depth;

  private boolean isMentioned;
  private boolean escapes;

  private Confinement(Resource resource, VisitorState state) {
    this.resource = resource;
    this.state = state;
  }

  /** Whether the resource is confined to the statements, and of use there. */
  static boolean holds(Resource resource, RestOfBlock rest, VisitorState state) {
    Confinement confinement = new Confinement(resource, state);
    confinement.followed.add(resource.symbol());
    int known;
    do {
      known = confinement.followed.size();
      for (StatementTree statement : rest.statements()) {
        confinement.scan(new TreePath(rest.scope(), statement), null);
      }
    } while (!confinement.escapes && confinement.followed.size() > known);
    return !confinement.escapes && (confinement.isMentioned || resource.actsUnmentioned());
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    return escapes ? null : super.scan(tree, null);
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
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    declared.add(symbolOf(tree));
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    if (TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable
        && followed.contains(variable)) {
      isMentioned |= !resource.isEnded(getCurrentPath());
      if (depth > 0) {
        escapes = true;
      } else if (!resource.isEnded(getCurrentPath())) {
        follow(getCurrentPath(), variable.type);
      }
    }
    return super.visitIdentifier(tree, null);
  }

  /** Follows a live value to where it is used up or escapes, or to the local that holds it. */
  private void follow(TreePath value, Type type) {
    TreePath outer = value.getParentPath();
    Tree tree = value.getLeaf();
    Tree parent = outer.getLeaf();
    switch (parent.getKind()) {
      case PARENTHESIZED, TYPE_CAST -> follow(outer, type);
      case CONDITIONAL_EXPRESSION -> {
        if (((ConditionalExpressionTree) parent).getCondition() != tree) {
          follow(outer, type);
        }
      }
      case MEMBER_SELECT -> selected((MemberSelectTree) parent, outer.getParentPath(), type);
      case METHOD_INVOCATION -> passed(value, type, (MethodInvocationTree) parent);
      case NEW_CLASS -> {
        if (isTaken(value, type)) {
          escapes = true;
        } else {
          follow(outer, getType(parent));
        }
      }
      case VARIABLE -> held((VariableTree) parent, type);
      case ENHANCED_FOR_LOOP -> {
        VariableTree element = ((EnhancedForLoopTree) parent).getVariable();
        if (isLive(getType(element))) {
          held(element, type);
        }
      }
      case ASSIGNMENT -> {
        if (((AssignmentTree) parent).getExpression() == tree) {
          assigned((AssignmentTree) parent, outer, type);
        }
      }
      case INSTANCE_OF -> escapes |= ((InstanceOfTree) parent).getPattern() != null;
      case EQUAL_TO, NOT_EQUAL_TO, PLUS, PLUS_ASSIGNMENT -> {}
      default -> escapes = true;
    }
  }

  /** Of running work, all but waiting for it leaves it running. */
  private void selected(MemberSelectTree select, TreePath outer, Type type) {
    if (!(outer.getLeaf() instanceof MethodInvocationTree call)
        || call.getMethodSelect() != select) {
      escapes = true;
      return;
    }
    escapes |=
        LiveTypes.isRunning(type, state)
            && !isLive(getType(call))
            && !MethodNames.waits(select.getIdentifier().toString());
    called(outer, call, true);
  }

  /** The first of several arguments is the context of the call, and what is kept is another. */
  private void passed(TreePath argument, Type type, MethodInvocationTree call) {
    int index = call.getArguments().indexOf(argument.getLeaf());
    escapes |= index < 0 || isTaken(argument, type) || isElement(call, index);
    called(argument.getParentPath(), call, index > 0 || call.getArguments().size() == 1);
  }

  /** Follows what a call makes of a live value. */
  private void called(TreePath path, MethodInvocationTree call, boolean isAboutIt) {
    Type result = getType(call);
    if (result == null || !(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method)) {
      escapes = true;
      return;
    }
    String name = method.getSimpleName().toString();
    boolean isMadeOfIt =
        isAboutIt
            && (MethodNames.makes(name) || isOfBuilder(method, result))
            && !LiveTypes.isPlainData(result);
    if (isLive(result) || isMadeOfIt) {
      follow(path, result);
    } else {
      escapes |=
          MethodNames.starts(name)
              || isOfExecutor(method)
              || (isAboutIt && MethodNames.keeps(name));
    }
  }

  /** Whether it returns an object of its own type, as the setters of builders do. */
  private boolean isOfBuilder(MethodSymbol method, Type result) {
    return !method.isStatic()
        && result.tsym != state.getSymtab().objectType.tsym
        && method.enclClass().isSubClass(result.tsym, state.getTypes());
  }

  /** An executor's {@code execute} returns before the task has run. */
  private boolean isOfExecutor(MethodSymbol method) {
    return method.getSimpleName().contentEquals("execute")
        && method.getParameters().stream()
            .anyMatch(
                parameter ->
                    parameter.type.tsym.getQualifiedName().contentEquals("java.lang.Runnable"));
  }

  /** Of live values only contexts are given to others who do not keep them. */
  private boolean isTaken(TreePath argument, Type type) {
    return !resource.isContext().test(type) || resource.isHandedOn().test(argument);
  }

  /** Whether the method takes whatever it gets, as those of containers do. */
  private boolean isElement(MethodInvocationTree call, int index) {
    if (!(TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method)) {
      return true;
    }
    List<VarSymbol> parameters = method.getParameters();
    Type parameter =
        state
            .getTypes()
            .elemtypeOrType(parameters.get(Math.min(index, parameters.size() - 1)).type);
    boolean isFunction =
        method.owner.isInterface() && state.getTypes().isFunctionalInterface(method.owner.type);
    return parameter.hasTag(TypeTag.TYPEVAR)
        && !resource.isContext().test(parameter)
        && !isFunction;
  }

  private void held(VariableTree variable, Type type) {
    escapes |= LiveTypes.isRunning(type, state);
    followed.add(symbolOf(variable));
  }

  private void assigned(AssignmentTree assignment, TreePath path, Type type) {
    Symbol target = TreeInfo.symbolFor((JCTree) assignment.getVariable());
    boolean isStatement = path.getParentPath().getLeaf() instanceof ExpressionStatementTree;
    escapes |= !isStatement || !declared.contains(target) || LiveTypes.isRunning(type, state);
    followed.add(target);
  }

  private boolean isLive(@Nullable Type type) {
    return type == null || resource.isContext().test(type) || LiveTypes.isLive(type, state);
  }

  /** Null where the code around does not compile. */
  private static @Nullable Symbol symbolOf(VariableTree variable) {
    return TreeInfo.symbolFor((JCTree) variable);
  }
}
