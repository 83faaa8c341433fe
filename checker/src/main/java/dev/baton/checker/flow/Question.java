package dev.baton.checker.flow;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a body: the question is whether there is a path from something that opens a debt
 * to a way out on which nothing settles it.
 *
 * @param opens whether something is owed once this call has returned; its value goes to a local
 * @param settledBy the locals whose debts are settled once this tree has been evaluated
 * @param settledWhere the locals that owe nothing where a condition has the value
 * @param settledWhereNull the locals that owe nothing where an expression is null, or where it is
 *     not
 * @param returnedBy the argument whose value a call returns; null where it returns another
 * @param neverReturns whether control does not come back from the call
 * @param throwsOnlyDeclared whether this call, or the close of this resource, throws nothing that
 *     it does not declare
 * @param leavingLoses whether what is owed is lost where control leaves the whole body
 * @param anyCallThrows whether to follow, out of the body too, the unchecked exceptions that any
 *     callee may throw; otherwise they are followed only into a catch clause of the body
 */
public record Question(
    Predicate<Tree> opens,
    Settling settledBy,
    Guard settledWhere,
    Guard settledWhereNull,
    Function<MethodInvocationTree, @Nullable ExpressionTree> returnedBy,
    Predicate<MethodInvocationTree> neverReturns,
    Predicate<Tree> throwsOnlyDeclared,
    boolean leavingLoses,
    boolean anyCallThrows) {

  /** What a step settles. */
  @FunctionalInterface
  public interface Settling {
    ImmutableSet<VarSymbol> by(Tree step);
  }

  /** What the outcome of a test settles. */
  @FunctionalInterface
  public interface Guard {
    ImmutableSet<VarSymbol> where(ExpressionTree condition, boolean value);
  }
}
