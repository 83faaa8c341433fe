package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.baton.checker.model.Contexts;

/** Calls such as {@code Context.background()}, which all give the same context. */
final class RootFactory {

  private RootFactory() {}

  static boolean isCalledBy(Tree tree, Contexts contexts, VisitorState state) {
    return tree instanceof MethodInvocationTree call
        && call.getArguments().isEmpty()
        && TreeInfo.symbol((JCTree) call.getMethodSelect()) instanceof MethodSymbol method
        && method.isStatic()
        && contexts
            .familyOf(method.enclClass().type, state)
            .filter(model -> model.rootFactories().contains(method.getSimpleName().toString()))
            .filter(
                model -> method.enclClass().getQualifiedName().contentEquals(model.contextType()))
            .isPresent();
  }
}
