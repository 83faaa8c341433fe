package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;

/** Calls such as {@code Context.background()}, which all give the same context. */
public final class RootFactory {

  private RootFactory() {}

  /** Whether the tree is such a call. */
  public static boolean isCalledBy(Tree tree, Contexts contexts, VisitorState state) {
    return tree instanceof JCMethodInvocation call
        && TreeInfo.symbol(call.meth) instanceof MethodSymbol method
        && method.getParameters().isEmpty()
        && contexts.isRootFactory(method, state);
  }

  /** Whether the tree is a reference such as {@code Context::background}. */
  public static boolean isNamedBy(Tree tree, Contexts contexts, VisitorState state) {
    return tree instanceof JCMemberReference reference
        && reference.sym instanceof MethodSymbol method
        && contexts.isRootFactory(method, state);
  }
}
