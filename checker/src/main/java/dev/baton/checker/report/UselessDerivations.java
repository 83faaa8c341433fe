package dev.baton.checker.report;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

/** How it is told that nothing uses a derived context. */
public final class UselessDerivations {

  private UselessDerivations() {}

  /**
   * The message.
   *
   * @param local what holds the context; null where nothing does
   * @param parent what the context is derived from; null where that is not written
   */
  public static String inWords(
      MethodInvocationTree derivation, @Nullable VarSymbol local, @Nullable ExpressionTree parent) {
    String method = ASTHelpers.getSymbol(derivation).getSimpleName().toString();
    boolean isNamed = local != null && !local.getSimpleName().isEmpty();
    String fault =
        isNamed
            ? "nothing uses `" + local.getSimpleName() + "`, so " + effectOf(method)
            : "nothing uses the context that `" + method + "` derives, so " + effectOf(method);
    String instead =
        parent instanceof IdentifierTree name ? " instead of `" + name.getName() + "`" : "";
    return fault
        + "; "
        + (isNamed ? "" : "keep it and ")
        + "pass it on"
        + instead
        + ", or remove it";
  }

  private static String effectOf(String method) {
    if (method.startsWith("withTimeout")) {
      return "its time-out has no effect";
    }
    if (method.startsWith("withDeadline")) {
      return "its deadline has no effect";
    }
    if (method.startsWith("withCancel")) {
      return "cancelling it stops nothing";
    }
    return method.startsWith("with") && !method.startsWith("without")
        ? "its value has no effect"
        : "it has no effect";
  }
}
