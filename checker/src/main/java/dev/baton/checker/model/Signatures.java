package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.function.Predicate;

/** The signatures of methods: who decides about them, and how they are spoken of. */
public final class Signatures {

  private Signatures() {}

  /** Whether the method overrides or implements another one, which decides. */
  public static boolean isOverride(MethodSymbol method, VisitorState state) {
    return overridesAny(root -> true, method, state);
  }

  /** Whether a method outside the source being compiled dictates the signature. */
  public static boolean isForeign(MethodSymbol method, VisitorState state) {
    return overridesAny(root -> !isFromSource(root, state), method, state);
  }

  /** Whether one of the methods that the method overrides or implements is such a one. */
  public static boolean overridesAny(
      Predicate<MethodSymbol> predicate, MethodSymbol method, VisitorState state) {
    try {
      return ASTHelpers.streamSuperMethods(method, state.getTypes()).anyMatch(predicate);
    } catch (CompletionFailure missing) {
      // A supertype is not on the class path; the method may well be declared there, and if that
      // were ours, it would be here.
      return true;
    }
  }

  /** Whether the header of a record decides. */
  public static boolean isCanonicalConstructor(MethodSymbol method) {
    return method.isConstructor() && (method.flags() & Flags.RECORD) != 0;
  }

  /** The method or constructor as a message names it. */
  public static String inWords(MethodSymbol method) {
    return method.isConstructor()
        ? "the constructor of `" + method.owner.getSimpleName() + "`"
        : "`" + method.getSimpleName() + "`";
  }

  /** Whether the parameter is the last one of a method that takes any number of values. */
  public static boolean isVarargs(VarSymbol parameter) {
    return (parameter.flags() & Flags.VARARGS) != 0;
  }

  /** Not asked of its class file: the one of an earlier compilation may lie about. */
  private static boolean isFromSource(MethodSymbol method, VisitorState state) {
    return ASTHelpers.findClass(method.enclClass(), state) != null;
  }
}
