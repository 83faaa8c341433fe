package dev.baton.checker.model;

import com.google.common.collect.Iterables;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import org.jspecify.annotations.Nullable;

/** Which methods derive a context from another one, and from which. */
public final class Derivations {

  private static final String WITH = "with";

  private final Contexts contexts;

  public Derivations(Contexts contexts) {
    this.contexts = contexts;
  }

  /**
   * Whether the method is one of those by which a context type derives, or is named as a typed
   * accessor that does: {@code withUser(ctx, user)}.
   */
  public boolean happenAt(@Nullable Symbol called, VisitorState state) {
    if (!(called instanceof MethodSymbol method)
        || !contexts.isContext(method.getReturnType(), state)) {
      return false;
    }
    boolean isNamedWith = Births.firstWordOf(method.getSimpleName().toString()).equals(WITH);
    if (!method.isStatic() && contexts.isContext(method.owner.type, state)) {
      return isNamedWith || contexts.isDerivingMethod(method, state);
    }
    return isNamedWith
        && !method.getParameters().isEmpty()
        && contexts.isContext(method.getParameters().get(0).type, state);
  }

  /**
   * The context that the call, one of a deriving method, derives from; null where it is implied.
   */
  public @Nullable ExpressionTree parentOf(MethodInvocationTree call, VisitorState state) {
    MethodSymbol method = ASTHelpers.getSymbol(call);
    return !method.isStatic() && contexts.isContext(method.owner.type, state)
        ? ASTHelpers.getReceiver(call)
        : Iterables.getFirst(call.getArguments(), null);
  }
}
