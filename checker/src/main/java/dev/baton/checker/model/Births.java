package dev.baton.checker.model;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Scope;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.util.Name;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Which methods create a context that their caller must cancel. */
public final class Births {

  public static final String MUST_CANCEL = "MustCancel";

  /** The first words of names that tell that something new is returned. */
  private static final ImmutableSet<String> CREATING_WORDS =
      ImmutableSet.of(
          "with", "new", "create", "open", "start", "derive", "fork", "make", "begin", "acquire");

  private static final ImmutableSet<String> CANCELLING_NAMES = ImmutableSet.of("cancel", "close");

  private final Contexts contexts;

  public Births(Contexts contexts) {
    this.contexts = contexts;
  }

  /** Whether whoever calls or names the method gets a new context to cancel. */
  public boolean happenAt(@Nullable Symbol called, VisitorState state) {
    if (!(called instanceof MethodSymbol method) || method.isConstructor()) {
      return false;
    }
    Type returned = method.getReturnType();
    if (returned == null || returned.isPrimitiveOrVoid()) {
      return false;
    }
    if (contexts.isOwner(returned, state)) {
      return !returned.isErroneous()
          && (contexts.isCreatingMethod(method, state)
              || startsWithCreatingWord(method.getSimpleName().toString())
              || mustBeCancelled(method, state));
    }
    return Annotations.has(method, MUST_CANCEL)
        && !returned.isErroneous()
        && canBeCancelled(returned, state);
  }

  /** Whether a value of this type has a method that cancels or closes it. */
  public boolean canBeCancelled(Type type, VisitorState state) {
    if (type.isErroneous() || type.getKind() == TypeKind.OTHER) {
      return true;
    }
    if (type.isPrimitiveOrVoid()) {
      return false;
    }
    if (contexts.isContext(type, state)) {
      return contexts.isOwner(type, state);
    }
    return isAutoCloseable(type, state)
        || CANCELLING_NAMES.stream().anyMatch(name -> hasMethod(type, name, state));
  }

  /** Whether a call of a method of this name on a value of this type cancels or closes it. */
  boolean areEndedBy(String method, @Nullable Type receiver, VisitorState state) {
    return contexts
        .familyOf(receiver, state)
        .map(ContextModel::cancellingMethods)
        .orElse(CANCELLING_NAMES)
        .contains(method);
  }

  boolean isAutoCloseable(Type type, VisitorState state) {
    return ASTHelpers.isSubtype(type, state.getSymtab().autoCloseableType, state);
  }

  private static boolean mustBeCancelled(MethodSymbol method, VisitorState state) {
    return Annotations.has(method, MUST_CANCEL)
        || ASTHelpers.findSuperMethods(method, state.getTypes()).stream()
            .anyMatch(overridden -> Annotations.has(overridden, MUST_CANCEL));
  }

  private static boolean hasMethod(Type type, String name, VisitorState state) {
    Name wanted = state.getName(name);
    for (Type supertype : state.getTypes().closure(type)) {
      // What javac could not type has no symbol, and a type variable no members of its own.
      Scope members = supertype.tsym == null ? null : supertype.tsym.members();
      if (members != null && members.findFirst(wanted, MethodSymbol.class::isInstance) != null) {
        return true;
      }
    }
    return false;
  }

  static boolean startsWithCreatingWord(String name) {
    return CREATING_WORDS.contains(firstWordOf(name));
  }

  /** {@code withdraw} starts with another word than {@code withUser}. */
  static String firstWordOf(String name) {
    int end = CharMatcher.inRange('a', 'z').negate().indexIn(name);
    return end < 0 ? name : name.substring(0, end);
  }
}
