package dev.baton.checker.model;

import com.google.errorprone.util.Reachability;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Whether control gets past a statement, as the language has it. */
final class Completion {

  private Completion() {}

  static boolean isPossible(StatementTree statement) {
    try {
      return Reachability.canCompleteNormally(statement) || endsProcess(statement);
    } catch (IllegalArgumentException | NullPointerException unresolved) {
      // Error Prone asks each call whether it ends the process, and this one has no method; or it
      // follows each jump, and this one leads nowhere.
      return true;
    }
  }

  /** Error Prone knows that {@code System.exit} does not return, and the compiler does not. */
  private static boolean endsProcess(StatementTree statement) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitExpressionStatement(
          ExpressionStatementTree call, @Nullable Void unused) {
        found[0] |= !Reachability.canCompleteNormally(call);
        return null;
      }
    }.scan(statement, null);
    return found[0];
  }
}
