package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.sun.tools.javac.code.BoundKind;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ArrayType;
import com.sun.tools.javac.code.Type.TypeVar;
import com.sun.tools.javac.code.Type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Which types yield a context: whoever holds a value of such a type can take a context out of it.
 *
 * <p>That is a context itself and, at any depth, a container of what yields one: an array, the
 * types named below and their subtypes in the JDK. It is not a type that receives or transforms
 * contexts ({@code Consumer}, {@code Function}, {@code Comparator}), and not an own or unknown one,
 * of which nobody can tell what it does with its type arguments.
 */
public final class Yields {

  /** What a value of a type yields. */
  public enum Yield {
    /** No context. */
    NOTHING,
    /** Contexts, and every one has to be cancelled by who creates it. */
    OWNERS,
    /** Contexts, and one at least is plain. */
    CONTEXTS;

    private Yield or(Yield other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** Types that give out what their type arguments say. */
  private static final ImmutableSet<String> CONTAINERS =
      ImmutableSet.of(
          "java.lang.Iterable",
          "java.lang.LazyConstant",
          "java.lang.ScopedValue",
          "java.lang.StableValue",
          "java.lang.ThreadLocal",
          "java.lang.ref.Reference",
          "java.util.Enumeration",
          "java.util.Iterator",
          "java.util.Map",
          "java.util.Map.Entry",
          "java.util.Optional",
          "java.util.Spliterator",
          "java.util.concurrent.Callable",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future",
          "java.util.concurrent.atomic.AtomicMarkableReference",
          "java.util.concurrent.atomic.AtomicReference",
          "java.util.concurrent.atomic.AtomicReferenceArray",
          "java.util.concurrent.atomic.AtomicStampedReference",
          "java.util.function.Supplier",
          "java.util.stream.Stream",
          "javax.inject.Provider",
          "jakarta.inject.Provider",
          "com.google.inject.Provider",
          "dagger.Lazy",
          "kotlin.Lazy");

  /** The bound of a type variable may name itself; no type that a person writes is this deep. */
  private static final int DEPTH = 16;

  private final Contexts contexts;

  /** For the contexts that a check looks at. */
  public Yields(Contexts contexts) {
    this.contexts = contexts;
  }

  /** What a value of the type yields. */
  public Yield of(@Nullable Type type, VisitorState state) {
    try {
      return of(type, DEPTH, state);
    } catch (CompletionFailure missing) {
      // A supertype is not on the class path. What cannot be seen yields nothing.
      return Yield.NOTHING;
    }
  }

  private Yield of(@Nullable Type type, int depth, VisitorState state) {
    if (type == null || type.isPrimitiveOrVoid() || depth == 0) {
      return Yield.NOTHING;
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.kind == BoundKind.UNBOUND
          ? Yield.NOTHING
          : of(wildcard.type, depth - 1, state);
    }
    if (type instanceof ArrayType array) {
      return of(array.elemtype, depth - 1, state);
    }
    if (contexts.isContext(type, state)) {
      return contexts.isOwner(type, state) ? Yield.OWNERS : Yield.CONTEXTS;
    }
    if (type instanceof TypeVar variable) {
      Yield all = Yield.NOTHING;
      for (Type bound : state.getTypes().getBounds(variable)) {
        all = all.or(of(bound, depth - 1, state));
      }
      return all;
    }
    return ofContainer(type, depth, state);
  }

  private Yield ofContainer(Type type, int depth, VisitorState state) {
    // A raw type says nothing, and no type of the JDK without type arguments holds contexts.
    if (type.getTypeArguments().isEmpty() || !isTrusted(type)) {
      return Yield.NOTHING;
    }
    Yield all = Yield.NOTHING;
    for (Type supertype : state.getTypes().closure(type)) {
      if (CONTAINERS.contains(nameOf(supertype))) {
        for (Type argument : supertype.getTypeArguments()) {
          all = all.or(of(argument, depth - 1, state));
        }
      }
    }
    return all;
  }

  private static boolean isTrusted(Type type) {
    String name = nameOf(type);
    return name.startsWith("java.") || name.startsWith("javax.") || CONTAINERS.contains(name);
  }

  private static String nameOf(Type type) {
    return type.tsym.getQualifiedName().toString();
  }
}
