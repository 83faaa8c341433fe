package dev.baton.checker.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;

/**
 * The fix that lets a block close what a local of it holds: the declaration becomes a resource, and
 * the rest of the block the block of its try. What closes it by hand at the end goes away.
 *
 * <p>Offered only where the result compiles and nobody else notices: the local is never assigned
 * again and does not escape, and closing it throws nothing that would have to be declared.
 */
public final class IntoTryWithResources {

  private IntoTryWithResources() {}

  /** The fix; an empty one where it would break something. */
  public static SuggestedFix of(Resource resource, VisitorState state) {
    try {
      return RestOfBlock.after(resource.declaration())
          .filter(rest -> resource.isNeverAssigned())
          .filter(rest -> Confinement.holds(resource, rest, state))
          .map(rest -> wrap(resource, rest, state))
          .orElse(SuggestedFix.emptyFix());
    } catch (CompletionFailure missing) {
      return SuggestedFix.emptyFix();
    }
  }

  private static SuggestedFix wrap(Resource resource, RestOfBlock rest, VisitorState state) {
    Wrapping wrapping = Wrapping.of(resource, rest, state).orElse(null);
    if (wrapping == null) {
      return SuggestedFix.emptyFix();
    }
    SuggestedFix.Builder fix = SuggestedFix.builder();
    if (canBeResource(resource.symbol().type, state)) {
      wrapping.addTo(fix, wrapping.declaration());
    } else if (canBeResource(resource.type(), state)
        && isNameable(resource.type(), state)
        && Narrowing.isHarmless(resource.symbol(), resource.type(), rest, state)) {
      wrapping.addTo(fix, wrapping.declarationAs(nameOf(resource.type(), fix, state)));
    }
    return fix.build();
  }

  /** Whether a resource of the type can be closed without an exception to handle. */
  private static boolean canBeResource(Type type, VisitorState state) {
    if (!ASTHelpers.isSubtype(type, state.getSymtab().autoCloseableType, state)) {
      return false;
    }
    Types types = state.getTypes();
    for (Type supertype : types.closure(types.skipTypeVars(type, false))) {
      for (Symbol member : supertype.tsym.members().getSymbolsByName(state.getNames().close)) {
        if (member instanceof MethodSymbol close && close.getParameters().isEmpty()) {
          return close.getThrownTypes().stream()
              .noneMatch(thrown -> ASTHelpers.isCheckedExceptionType(thrown, state));
        }
      }
    }
    return false;
  }

  /** The simple name with its import, which Error Prone writes with line feeds only. */
  private static String nameOf(Type type, SuggestedFix.Builder fix, VisitorState state) {
    SuggestedFix.Builder imports = SuggestedFix.builder();
    String name = SuggestedFixes.qualifyType(state, imports, type);
    boolean isImported = imports.build().getImportsToAdd().isEmpty();
    if (!isImported && state.getSourceCode().toString().contains("\r\n")) {
      return type.tsym.getQualifiedName().toString();
    }
    fix.merge(imports);
    return name;
  }

  /** Whether the type can be written here by its name. */
  private static boolean isNameable(Type type, VisitorState state) {
    if (!(type.tsym instanceof ClassSymbol) || !type.getTypeArguments().isEmpty()) {
      return false;
    }
    ClassSymbol outermost = ASTHelpers.outermostClass(type.tsym);
    ClassSymbol here =
        ASTHelpers.outermostClass(ASTHelpers.getSymbol(state.findEnclosing(ClassTree.class)));
    if (outermost == here) {
      return !type.tsym.isDirectlyOrIndirectlyLocal();
    }
    for (Symbol part = type.tsym; part instanceof ClassSymbol; part = part.owner) {
      boolean isInPackage = !part.isPrivate() && outermost.owner == here.owner;
      if (!part.isPublic() && !isInPackage) {
        return false;
      }
    }
    return true;
  }
}
