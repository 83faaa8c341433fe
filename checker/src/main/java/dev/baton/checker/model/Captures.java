package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether work uses a context when it runs: it captures it, or is made of it, itself or a context
 * that is derived from it. To cancel it, or to ask for what never changes, is no use.
 */
public final class Captures extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private static final ImmutableSet<String> UNCHANGING =
      ImmutableSet.of("value", "deadline", "withoutCancel", "toString", "hashCode");

  private final VarSymbol context;
  private final Tree work;
  private final TreePath block;
  private final Contexts contexts;
  private final Births births;
  private final VisitorState state;
  private final Set<VarSymbol> seen = new HashSet<>();

  /** How many functions and classes are around the tree at hand. */
  private int depth;

  private boolean isUsed;

  private Captures(
      VarSymbol context,
      Tree work,
      TreePath block,
      Contexts contexts,
      Births births,
      VisitorState state) {
    this.context = context;
    this.work = work;
    this.block = block;
    this.contexts = contexts;
    this.births = births;
    this.state = state;
  }

  /**
   * Whether there is a use.
   *
   * @param work the path of what is handed to somebody who runs it
   * @param block the path of the code in which tasks may get names
   */
  public static boolean exist(
      VarSymbol context,
      TreePath work,
      TreePath block,
      Contexts contexts,
      Births births,
      VisitorState state) {
    Captures captures = new Captures(context, work.getLeaf(), block, contexts, births, state);
    captures.scan(work, null);
    return captures.isUsed;
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
    if (!(TreeInfo.symbolFor((JCTree) tree) instanceof VarSymbol variable)) {
      return null;
    }
    if (variable.equals(context)) {
      isUsed |= isUse(getCurrentPath());
    } else if (!variable.getKind().isField()
        && (variable.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0
        && seen.add(variable)
        && isUse(getCurrentPath())) {
      followToValue(variable);
    }
    return null;
  }

  private boolean isUse(TreePath mention) {
    if (mention.getLeaf() == work) {
      return true;
    }
    TreePath outer = mention.getParentPath();
    if (outer.getLeaf() instanceof MemberReferenceTree reference) {
      return !isHarmless(reference.getName().toString());
    }
    if (outer.getLeaf() instanceof MemberSelectTree select
        && outer.getParentPath().getLeaf() instanceof MethodInvocationTree call) {
      return !isHarmless(select.getIdentifier().toString()) && isKept(call);
    }
    return !(outer.getLeaf() instanceof MethodInvocationTree call) || isKept(call);
  }

  private boolean isHarmless(String method) {
    return UNCHANGING.contains(method) || births.areEndedBy(method, context.type, state);
  }

  /** Whether the result of a call that is made at once may use later what the call is made with. */
  private boolean isKept(MethodInvocationTree call) {
    Type result = ASTHelpers.getType(call);
    return depth > 0
        || result == null
        || contexts.isContext(result, state)
        || AsyncSinks.isFunction(result, state);
  }

  /** A task or a context that has a name. */
  private void followToValue(VarSymbol local) {
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        if (local.equals(TreeInfo.symbolFor((JCTree) tree)) && isTask(tree.getInitializer())) {
          Captures.this.scan(new TreePath(getCurrentPath(), tree.getInitializer()), null);
        }
        return super.visitVariable(tree, null);
      }
    }.scan(block, null);
  }

  private boolean isTask(@Nullable ExpressionTree value) {
    Tree bare = value == null ? null : ASTHelpers.stripParentheses(value);
    return bare instanceof LambdaExpressionTree
        || bare instanceof MemberReferenceTree
        || bare instanceof NewClassTree
        || (bare != null && contexts.isContext(ASTHelpers.getType(bare), state));
  }
}
