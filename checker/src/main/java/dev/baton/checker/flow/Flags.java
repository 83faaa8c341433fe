package dev.baton.checker.flow;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The boolean locals whose values are known at the point at hand, whatever the path to it: for
 * {@code boolean done = false; ... finally \{ if (!done) ... \}} and {@code if (own) ... if (own)}.
 */
final class Flags {

  private final Map<VarSymbol, Boolean> values = new HashMap<>();

  /** A flag and the value that a condition is true with. */
  record Test(VarSymbol flag, boolean value) {}

  ImmutableMap<VarSymbol, Boolean> values() {
    return ImmutableMap.copyOf(values);
  }

  void become(Map<VarSymbol, Boolean> known) {
    values.clear();
    values.putAll(known);
  }

  /** The flag that the condition tests, if it tests nothing else. */
  static @Nullable Test testedBy(ExpressionTree condition) {
    ExpressionTree test = ASTHelpers.stripParentheses(condition);
    if (test.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      Test inner = testedBy(((UnaryTree) test).getExpression());
      return inner == null ? null : new Test(inner.flag(), !inner.value());
    }
    VarSymbol variable = Values.local(test);
    return variable != null && isFlag(variable) ? new Test(variable, true) : null;
  }

  static boolean isFlag(VarSymbol variable) {
    return variable.type.hasTag(TypeTag.BOOLEAN);
  }

  void declared(VarSymbol flag, @Nullable Boolean value) {
    if (value == null) {
      values.remove(flag);
    } else {
      values.put(flag, value);
    }
  }

  /** From now on its value depends on the path. */
  void assigned(VarSymbol flag) {
    values.remove(flag);
  }

  /** Before a part that may run again after itself, so that its assignments come first too. */
  void repeats(Tree part) {
    if (values.isEmpty()) {
      return;
    }
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        forget(tree.getVariable());
        return super.visitAssignment(tree, null);
      }

      @Override
      public @Nullable Void visitCompoundAssignment(
          CompoundAssignmentTree tree, @Nullable Void unused) {
        forget(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
      }
    }.scan(part, null);
  }

  private void forget(Tree assigned) {
    VarSymbol variable = Values.local(assigned);
    if (variable != null) {
      values.remove(variable);
    }
  }

  /** Runs a part that is reached only where the condition has the value. */
  void where(ExpressionTree condition, boolean value, Runnable part) {
    Test test = testedBy(condition);
    if (test == null) {
      part.run();
      return;
    }
    Boolean before = values.put(test.flag(), test.value() == value);
    part.run();
    if (values.containsKey(test.flag())) {
      declared(test.flag(), before);
    }
  }
}
