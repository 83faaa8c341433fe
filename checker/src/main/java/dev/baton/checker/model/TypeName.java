package dev.baton.checker.model;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type that is known by its name, and asked for in every file: resolved once a compilation, and
 * while no source or class file has mentioned it at most once a file.
 *
 * <p>Not thread-safe; javac runs its plugins on one thread.
 */
public final class TypeName {

  private final String canonicalName;

  /** The compilation for which all that follows holds. */
  private @Nullable Symtab compilation;

  private @Nullable ClassSymbol symbol;

  /** The last file in which the type was looked up and was not known to the compiler. */
  private @Nullable CompilationUnitTree missedIn;

  /** Which classes of the compilation are a subtype: the same few are asked about all the time. */
  private final Map<TypeSymbol, Boolean> subtypes = new HashMap<>();

  public TypeName(String canonicalName) {
    this.canonicalName = canonicalName;
  }

  /** Whether anything that the compiler has read so far mentions the type. */
  boolean isKnown(VisitorState state) {
    return symbol(state) != null;
  }

  /** Whether the symbol is that of the named type. */
  public boolean isOf(Symbol type, VisitorState state) {
    return type == symbol(state);
  }

  /** Whether {@code type} is the named type, a subtype of it or a variable bounded by one. */
  public boolean isSupertypeOf(@Nullable Type type, VisitorState state) {
    if (type == null || type.isPrimitiveOrVoid() || type.hasTag(TypeTag.ERROR)) {
      return false;
    }
    ClassSymbol named = symbol(state);
    if (named == null) {
      return false;
    }
    if (type.tsym == named) {
      return true;
    }
    if (!type.hasTag(TypeTag.CLASS)) {
      return extendsOrImplements(type, named, state);
    }
    Boolean known = subtypes.get(type.tsym);
    if (known == null) {
      known = extendsOrImplements(type, named, state);
      subtypes.put(type.tsym, known);
    }
    return known;
  }

  private static boolean extendsOrImplements(Type type, ClassSymbol named, VisitorState state) {
    try {
      return state.getTypes().asSuper(type, named) != null;
    } catch (CompletionFailure missing) {
      // A supertype is not on the class path. What cannot be seen is not a context.
      return false;
    }
  }

  private @Nullable ClassSymbol symbol(VisitorState state) {
    Symtab current = state.getSymtab();
    CompilationUnitTree unit = state.getPath().getCompilationUnit();
    if (compilation != current) {
      compilation = current;
      symbol = null;
      missedIn = null;
      subtypes.clear();
    }
    if (symbol == null && missedIn != unit) {
      symbol = (ClassSymbol) state.getSymbolFromString(canonicalName);
      missedIn = symbol == null ? unit : null;
    }
    return symbol;
  }
}
