package dev.baton.checker.model;

import com.google.errorprone.util.Reachability;
import com.sun.source.tree.StatementTree;

/** Whether control gets past a statement. */
final class Completion {

  private Completion() {}

  static boolean isPossible(StatementTree statement) {
    try {
      return Reachability.canCompleteNormally(statement);
    } catch (IllegalArgumentException | NullPointerException unresolved) {
      // Error Prone asks each call whether it ends the process, and this one has no method; or it
      // follows each jump, and this one leads nowhere.
      return true;
    }
  }
}
