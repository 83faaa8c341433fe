package dev.baton.checker.flow;

import com.google.errorprone.VisitorState;
import com.google.errorprone.dataflow.nullnesspropagation.Nullness;
import com.google.errorprone.dataflow.nullnesspropagation.NullnessAnalysis;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type.TypeVar;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a local variable is null whenever control comes to one of its uses. */
public final class KnownNull {

  private KnownNull() {}

  /**
   * Whether the variable that the path leads to is null there, whichever way control came: every
   * value that reaches the use is null, or a test has shown it. One that may be null is not.
   */
  public static boolean isNull(TreePath use, VisitorState state) {
    Symbol variable = TreeInfo.symbolFor((JCTree) use.getLeaf());
    if (variable == null) {
      return false;
    }
    return isAlwaysNull(variable, use)
        || NullTests.isShownAround(variable, use)
        || (isNullByFlow(use, state) && !comesFromGenericCall(variable, use));
  }

  /** A variable that never changes is null everywhere, also in the lambdas that capture it. */
  private static boolean isAlwaysNull(Symbol variable, TreePath use) {
    if ((variable.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) == 0) {
      return false;
    }
    List<ExpressionTree> values = NullTests.valuesOf(variable, outermostMember(use));
    return !values.isEmpty() && values.stream().allMatch(NullTests::isNull);
  }

  private static boolean isNullByFlow(TreePath use, VisitorState state) {
    try {
      return NullnessAnalysis.instance(state.context).getNullness(use, state.context)
          == Nullness.NULL;
    } catch (RuntimeException | AssertionError e) {
      // The graph cannot be built, for syntax newer than the library or for broken code. What is
      // not known is not null.
      return false;
    }
  }

  /**
   * Whether a value of the variable is the result of a generic method, directly or through another
   * variable. Of {@code optional.orElse(null)} the analysis says that it is null.
   */
  private static boolean comesFromGenericCall(Symbol variable, TreePath use) {
    Tree member = outermostMember(use);
    Set<Symbol> seen = new HashSet<>(Set.of(variable));
    Deque<Symbol> toSee = new ArrayDeque<>(seen);
    while (!toSee.isEmpty()) {
      for (ExpressionTree value : NullTests.valuesOf(toSee.remove(), member)) {
        GenericSources sources = new GenericSources();
        sources.scan(value, null);
        if (sources.hasGenericCall) {
          return true;
        }
        sources.variables.stream().filter(seen::add).forEach(toSee::add);
      }
    }
    return false;
  }

  /** The member of a class of the file's top level that the use is in. */
  private static Tree outermostMember(TreePath use) {
    Tree member = use.getLeaf();
    for (TreePath at = use; !(at.getLeaf() instanceof CompilationUnitTree); ) {
      member = at.getLeaf() instanceof ClassTree ? member : at.getLeaf();
      at = at.getParentPath();
    }
    return member;
  }

  /** The generic calls and the variables that a value is made of. */
  private static final class GenericSources extends TreeScanner<@Nullable Void, @Nullable Void> {
    final List<Symbol> variables = new ArrayList<>();
    boolean hasGenericCall;

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      hasGenericCall |=
          TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
              && method.getReturnType() instanceof TypeVar;
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void unused) {
      if (TreeInfo.symbolFor((JCTree) identifier) instanceof VarSymbol variable) {
        variables.add(variable);
      }
      return null;
    }
  }
}
