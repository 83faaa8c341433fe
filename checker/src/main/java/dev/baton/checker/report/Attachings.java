package dev.baton.checker.report;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/** How it is told that a context stays the current one. */
public final class Attachings {

  private Attachings() {}

  /** What attaching returned is not kept. */
  public static String dropped(
      MethodInvocationTree attaching, String detaching, VisitorState state) {
    return "what `"
        + nameOf(attaching)
        + "` returns is dropped, so nothing can put the former context back; "
        + (areClosed(attaching, state)
            ? "open it in a try-with-resources"
            : "keep it, and give it to `" + detaching + "` in a `finally`");
  }

  /** The local that keeps what attaching returned is not used on every path. */
  public static String lost(
      MethodInvocationTree attaching,
      VarSymbol local,
      String detaching,
      String escape,
      VisitorState state) {
    return "the context before `"
        + nameOf(attaching)
        + "` is not put back on every path: "
        + escape
        + "; "
        + (areClosed(attaching, state)
            ? "open `" + local.getSimpleName() + "` in a try-with-resources"
            : "call `" + call(attaching, local.getSimpleName(), detaching) + "` in a `finally`");
  }

  /** Whether what attaching returns is closed, and so may be a resource. */
  public static boolean areClosed(MethodInvocationTree attaching, VisitorState state) {
    return ASTHelpers.isSubtype(
        ASTHelpers.getType(attaching), state.getSymtab().autoCloseableType, state);
  }

  /** What puts back the context that the local keeps. */
  public static String call(MethodInvocationTree attaching, CharSequence local, String detaching) {
    ExpressionTree attached = ASTHelpers.getReceiver(attaching);
    String receiver = attached instanceof IdentifierTree name ? name.getName() + "." : "";
    return receiver + detaching + "(" + local + ")";
  }

  private static String nameOf(MethodInvocationTree attaching) {
    return ASTHelpers.getSymbol(attaching).getSimpleName() + "()";
  }
}
