package dev.baton.checker.model;

import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Directive.ExportsDirective;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.ModuleSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Type;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** How far a declaration can be seen. */
public final class Reach {

  private Reach() {}

  /**
   * Whether code of another package can reach the declaration: it and all types around it are
   * public, or protected in a class that others may extend, and its module exports the package.
   */
  public static boolean beyondPackage(Symbol declaration) {
    Symbol at = declaration;
    while (!(at instanceof PackageSymbol)) {
      if (at.owner == null || !isAccessible(at)) {
        return false;
      }
      at = at.owner;
    }
    return isExported((PackageSymbol) at);
  }

  private static boolean isAccessible(Symbol symbol) {
    if ((symbol.flags() & Flags.PUBLIC) != 0) {
      return symbol.owner instanceof ClassSymbol || symbol.owner instanceof PackageSymbol;
    }
    return (symbol.flags() & Flags.PROTECTED) != 0
        && symbol.owner instanceof ClassSymbol type
        && isExtensible(type);
  }

  /** Whether a class outside of the package may extend the class. */
  private static boolean isExtensible(ClassSymbol type) {
    return isExtensible(type, new HashSet<>());
  }

  private static boolean isExtensible(Symbol type, Set<Symbol> seen) {
    if ((type.flags() & Flags.FINAL) != 0 || !seen.add(type)) {
      return false;
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      return isExtensibleThroughPermitted((ClassSymbol) type, seen);
    }
    for (Symbol member : ASTHelpers.getEnclosedElements(type)) {
      if (member.isConstructor() && (member.flags() & (Flags.PUBLIC | Flags.PROTECTED)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of those that may extend the sealed class is elsewhere, or open to others. */
  private static boolean isExtensibleThroughPermitted(ClassSymbol type, Set<Symbol> seen) {
    for (TypeMirror permitted : ((TypeElement) type).getPermittedSubclasses()) {
      Symbol heir = ((Type) permitted).tsym;
      ClassSymbol outermost = ASTHelpers.outermostClass(heir);
      if (outermost == null) {
        continue; // the code does not compile
      }
      boolean isOpen = (heir.flags() & (Flags.PUBLIC | Flags.PROTECTED)) != 0;
      if (outermost.owner != ASTHelpers.outermostClass(type).owner
          || (isOpen && isExtensible(heir, seen))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExported(PackageSymbol declared) {
    ModuleSymbol module = declared.modle;
    if (module == null || module.isUnnamed() || module.isNoModule()) {
      return true;
    }
    for (ExportsDirective exported : module.exports) {
      if (exported.packge == declared) {
        return true;
      }
    }
    return (module.flags() & Flags.AUTOMATIC_MODULE) != 0;
  }
}
