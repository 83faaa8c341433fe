package dev.baton.checker.fix;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.TypeVar;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether another method of the same name gets in the way of one whose parameters change their
 * order.
 *
 * <p>The orders of both are left out of account: the other may be about to change its own.
 */
final class Overloads {

  private final Types types;

  private Overloads(VisitorState state) {
    this.types = state.getTypes();
  }

  /** Whether in some order both have the same signature, or a call suits both. */
  static boolean collideWith(MethodSymbol method, VisitorState state) {
    Overloads overloads = new Overloads(state);
    try {
      ImmutableSet<MethodSymbol> rivals = overloads.rivalsOf(method);
      return rivals.stream().anyMatch(rival -> overloads.maySuitBoth(method, rival))
          || (!rivals.isEmpty() && isCalledVaguely(method, rivals, state));
    } catch (CompletionFailure missing) {
      // A supertype is not on the class path, nor is what it declares.
      return true;
    }
  }

  /** The others that may be called with as many arguments. */
  private ImmutableSet<MethodSymbol> rivalsOf(MethodSymbol method) {
    ImmutableSet.Builder<MethodSymbol> rivals = ImmutableSet.builder();
    for (Type type : types.closure(method.enclClass().type)) {
      for (Symbol member : type.tsym.members().getSymbolsByName(method.name)) {
        boolean isInherited = type.tsym != method.owner;
        if (member instanceof MethodSymbol rival
            && rival != method
            && !(isInherited && rival.isConstructor())
            && leastArguments(rival) <= mostArguments(method)
            && leastArguments(method) <= mostArguments(rival)) {
          rivals.add(rival);
        }
      }
    }
    return rivals.build();
  }

  private static int leastArguments(MethodSymbol method) {
    return method.params().size() - (method.isVarArgs() ? 1 : 0);
  }

  private static int mostArguments(MethodSymbol method) {
    return method.isVarArgs() ? Integer.MAX_VALUE : method.params().size();
  }

  private boolean maySuitBoth(MethodSymbol method, MethodSymbol rival) {
    return method.isVarArgs()
        || rival.isVarArgs()
        || canBePaired(method.params(), new ArrayList<>(rival.params()));
  }

  /** Whether to each of the parameters belongs one of the others that takes the same values. */
  private boolean canBePaired(List<VarSymbol> parameters, List<VarSymbol> others) {
    if (parameters.isEmpty()) {
      return true;
    }
    for (VarSymbol other : List.copyOf(others)) {
      if (maySuitBoth(parameters.get(0).type, other.type)) {
        others.remove(other);
        if (canBePaired(parameters.subList(1, parameters.size()), others)) {
          return true;
        }
        others.add(other);
      }
    }
    return false;
  }

  private boolean maySuitBoth(Type one, Type other) {
    Type first = types.erasure(one);
    Type second = types.erasure(other);
    return types.isCastable(first, second) || types.isCastable(second, first);
  }

  /** Whether some call of one of them has an argument, such as null, that suits several types. */
  private static boolean isCalledVaguely(
      MethodSymbol method, ImmutableSet<MethodSymbol> rivals, VisitorState state) {
    VagueCalls calls = new VagueCalls(method, rivals);
    calls.scan(state.getPath().getCompilationUnit(), null);
    return calls.found;
  }

  private static final class VagueCalls extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final MethodSymbol method;
    private final ImmutableSet<MethodSymbol> rivals;
    private boolean found;

    VagueCalls(MethodSymbol method, ImmutableSet<MethodSymbol> rivals) {
      this.method = method;
      this.rivals = rivals;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      look(tree, tree.getArguments());
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
      look(tree, tree.getArguments());
      return super.visitNewClass(tree, null);
    }

    private void look(Tree call, List<? extends ExpressionTree> arguments) {
      Symbol callee = TreeInfo.symbolFor((JCTree) call);
      if (callee == method || rivals.contains(callee)) {
        found |= arguments.stream().anyMatch(VagueCalls::isVague);
      }
    }

    /** Whether the type that is expected of the argument decides what it is. */
    private static boolean isVague(ExpressionTree argument) {
      if (argument instanceof ParenthesizedTree inner) {
        return isVague(inner.getExpression());
      }
      return argument.getKind() == Tree.Kind.NULL_LITERAL
          || argument instanceof LambdaExpressionTree
          || argument instanceof MemberReferenceTree
          || argument instanceof ConditionalExpressionTree
          || argument instanceof SwitchExpressionTree
          || (TreeInfo.symbolFor((JCTree) argument) instanceof MethodSymbol called
              && called.getReturnType() instanceof TypeVar result
              && result.tsym.owner == called);
    }
  }
}
