package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tests that hand over null on purpose: to see it refused with a NullPointerException, or to say to
 * Mockito which call is meant.
 */
public final class NullProbes {

  private static final String EXPECTED = "NullPointerException";

  /** How the calls start that say what code must throw: of JUnit, TestNG, AssertJ, Truth. */
  private static final Pattern EXPECTING = Pattern.compile("(assert|expect|catch|then)[A-Z].*");

  private static final ImmutableSet<String> MOCKED_CALL_IN_ARGUMENT =
      ImmutableSet.of("when", "given");

  private static final ImmutableSet<String> MOCK_IN_RECEIVER =
      ImmutableSet.of("verify", "when", "given", "should");

  private NullProbes() {}

  /** Whether the null that the path leads to is such a probe. */
  public static boolean contain(TreePath expression) {
    TreePath inner = expression;
    for (TreePath at = inner.getParentPath(); at != null; at = at.getParentPath()) {
      if (isProbe(at, inner.getLeaf())) {
        return true;
      }
      inner = at;
    }
    return false;
  }

  private static boolean isProbe(TreePath outer, Tree inner) {
    Tree tree = outer.getLeaf();
    if (tree instanceof MethodInvocationTree call) {
      return call.getArguments().contains(inner)
          && (isMocked(call, inner)
              || isExpectation(outer, false)
              || isExpectedByCallee(outer, inner, false, new HashSet<>()));
    }
    if (tree instanceof TryTree attempt) {
      return inner == attempt.getBlock() && isExpectation(attempt);
    }
    if (tree instanceof BlockTree block) {
      return isExpectedAmong(block.getStatements(), inner, outer);
    }
    if (tree instanceof CaseTree group && group.getStatements() != null) {
      return isExpectedAmong(group.getStatements(), inner, outer);
    }
    return tree instanceof MethodTree method && isExpectation(method);
  }

  private static boolean isExpectedAmong(
      List<? extends StatementTree> statements, Tree inner, TreePath scope) {
    return isExpectedBefore(inner, statements)
        || (inner instanceof VariableTree code && isExpectedLater(code, scope));
  }

  /**
   * {@code verify(m).find(null)}, {@code when(m.find(null))}, and of mocks of static methods {@code
   * statics.verify(() -> find(null))}.
   */
  private static boolean isMocked(MethodInvocationTree call, Tree inner) {
    if (isOfMockito(call)) {
      return MOCKED_CALL_IN_ARGUMENT.contains(nameOf(call))
          || (inner instanceof LambdaExpressionTree && nameOf(call).equals("verify"));
    }
    return ASTHelpers.getReceiver(call) instanceof MethodInvocationTree mock
        && MOCK_IN_RECEIVER.contains(nameOf(mock))
        && isOfMockito(mock);
  }

  private static boolean isOfMockito(MethodInvocationTree call) {
    return TreeInfo.symbolFor((JCTree) call) instanceof MethodSymbol method
        && TestCode.isOfMockito(method);
  }

  /**
   * {@code assertThrows(NullPointerException.class, () -> find(null))} and its kin: in the chain of
   * calls, one expects an exception and one names this one, unless that is done before.
   */
  private static boolean isExpectation(TreePath call, boolean isNamed) {
    TreePath chain = call;
    while (chain.getParentPath().getLeaf() instanceof MemberSelectTree
        && chain.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree) {
      chain = chain.getParentPath().getParentPath();
    }
    boolean expects = false;
    boolean named = isNamed;
    for (Tree at = chain.getLeaf(); at instanceof MethodInvocationTree link; ) {
      String name = nameOf(link);
      // AssertJ's catchThrowable names the exception in a later statement.
      expects |= EXPECTING.matcher(name).matches();
      named |= name.contains(EXPECTED) || name.equals("catchThrowable") || namesExpected(link);
      at = ASTHelpers.getReceiver(link);
    }
    return expects && named;
  }

  /** {@code thrown.expect(NullPointerException.class)} before it: a rule of JUnit 4. */
  private static boolean isExpectedBefore(Tree inner, List<? extends StatementTree> statements) {
    for (StatementTree statement : statements) {
      if (statement == inner) {
        return false;
      }
      if (statement instanceof ExpressionStatementTree expression
          && expression.getExpression() instanceof MethodInvocationTree call
          && nameOf(call).equals("expect")
          && namesExpected(call)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Executable act = () -> find(null)}, and an expectation that is given {@code act}. */
  private static boolean isExpectedLater(VariableTree code, TreePath scope) {
    return isExpectedLater(code, scope, false, new HashSet<>());
  }

  /**
   * Whether the code in the variable comes to an expectation, also as one of several in a loop.
   *
   * @param named whether a call on the way has named the exception
   * @param callees the methods on the way
   */
  private static boolean isExpectedLater(
      VariableTree code, TreePath scope, boolean named, Set<Symbol> callees) {
    Symbol variable = TreeInfo.symbolFor((JCTree) code);
    boolean[] found = new boolean[1];
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree use, @Nullable Void unused) {
        if (variable != null && variable.equals(TreeInfo.symbolFor((JCTree) use))) {
          TreePath outer = getCurrentPath().getParentPath();
          if (outer.getLeaf() instanceof MethodInvocationTree call) {
            found[0] |=
                call.getArguments().contains(use)
                    && (isExpectation(outer, named)
                        || isExpectedByCallee(outer, use, named, callees));
          } else if (outer.getLeaf() instanceof EnhancedForLoopTree loop) {
            found[0] |= isExpectedLater(loop.getVariable(), outer, named, callees);
          }
        }
        return null;
      }
    }.scan(scope, null);
    return found[0];
  }

  /** A method of this file that hands the code on to an expectation, or to another such method. */
  private static boolean isExpectedByCallee(
      TreePath call, Tree code, boolean named, Set<Symbol> callees) {
    MethodInvocationTree invocation = (MethodInvocationTree) call.getLeaf();
    if (!(TreeInfo.symbolFor((JCTree) invocation) instanceof MethodSymbol callee)
        || callee.getParameters().isEmpty()
        || !callees.add(callee)) {
      return false;
    }
    int index =
        Math.min(invocation.getArguments().indexOf(code), callee.getParameters().size() - 1);
    boolean isNamed = named || namesExpected(invocation);
    boolean[] found = new boolean[1];
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        if (!callee.equals(TreeInfo.symbolFor((JCTree) method))) {
          return super.visitMethod(method, null);
        }
        found[0] =
            isExpectedLater(method.getParameters().get(index), getCurrentPath(), isNamed, callees);
        return null;
      }
    }.scan(new TreePath(call.getCompilationUnit()), null);
    return found[0];
  }

  /** A try that ends in {@code fail()}, with a catch of NullPointerException. */
  private static boolean isExpectation(TryTree attempt) {
    if (!endsInFailure(attempt.getBlock())) {
      return false;
    }
    for (CatchTree handler : attempt.getCatches()) {
      Tree type = handler.getParameter().getType();
      List<? extends Tree> types =
          type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
      if (Iterables.any(types, NullProbes::isExpectedType)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInFailure(BlockTree block) {
    StatementTree last = Iterables.getLast(block.getStatements(), null);
    if (last instanceof ThrowTree thrown) {
      return thrown.getExpression() instanceof NewClassTree creation
          && isNamed(creation.getIdentifier(), "AssertionError");
    }
    return last instanceof ExpressionStatementTree statement
        && statement.getExpression() instanceof MethodInvocationTree call
        && nameOf(call).startsWith("fail");
  }

  /** {@code @Test(expected = NullPointerException.class)}, as JUnit 4 and TestNG have it. */
  private static boolean isExpectation(MethodTree method) {
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      for (ExpressionTree argument : annotation.getArguments()) {
        if (argument instanceof AssignmentTree element
            && element.getVariable() instanceof IdentifierTree name
            && name.getName().toString().startsWith("expected")
            && namesExpected(element.getExpression())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether {@code NullPointerException.class} is written in an argument of the call itself. */
  private static boolean namesExpected(MethodInvocationTree call) {
    return Iterables.any(call.getArguments(), NullProbes::isExpectedClass);
  }

  private static boolean namesExpected(ExpressionTree value) {
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
        found[0] |= isExpectedClass(select);
        return null;
      }
    }.scan(value, null);
    return found[0];
  }

  private static boolean isExpectedClass(ExpressionTree argument) {
    return argument instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("class")
        && isExpectedType(select.getExpression());
  }

  private static boolean isExpectedType(Tree type) {
    return isNamed(type, EXPECTED);
  }

  private static boolean isNamed(Tree type, String simpleName) {
    Symbol symbol = TreeInfo.symbolFor((JCTree) type);
    return symbol != null && symbol.getSimpleName().contentEquals(simpleName);
  }

  private static String nameOf(MethodInvocationTree call) {
    Symbol called = TreeInfo.symbolFor((JCTree) call);
    return called == null ? "" : called.getSimpleName().toString();
  }
}
