package dev.baton.checker.fix;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.VisitorState;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ArrayType;
import com.sun.tools.javac.code.TypeTag;
import javax.lang.model.element.ElementKind;

/**
 * Types whose values go on working with what they were made from, or do so when they are asked, as
 * opposed to data, which is complete.
 */
final class LiveTypes {

  private static final ImmutableSet<String> RUNNING =
      ImmutableSet.of(
          "io.reactivex.CompletableSource",
          "io.reactivex.MaybeSource",
          "io.reactivex.ObservableSource",
          "io.reactivex.SingleSource",
          "io.reactivex.rxjava3.core.CompletableSource",
          "io.reactivex.rxjava3.core.MaybeSource",
          "io.reactivex.rxjava3.core.ObservableSource",
          "io.reactivex.rxjava3.core.SingleSource",
          "io.smallrye.mutiny.Multi",
          "io.smallrye.mutiny.Uni",
          "io.vertx.core.Future",
          "java.lang.Thread",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Flow.Publisher",
          "java.util.concurrent.Future",
          "org.reactivestreams.Publisher");

  private static final ImmutableSet<String> WAITING =
      ImmutableSet.of(
          "java.lang.AutoCloseable",
          "java.lang.Runnable",
          "java.util.Iterator",
          "java.util.concurrent.Callable",
          "java.util.concurrent.Executor",
          "java.util.function.Supplier",
          "java.util.stream.BaseStream");

  /** Sequences that may be read as they are asked, unless they are one of the next. */
  private static final ImmutableSet<String> SEQUENCES = ImmutableSet.of("java.lang.Iterable");

  private static final ImmutableSet<String> COMPLETE_SEQUENCES =
      ImmutableSet.of("java.nio.file.Path", "java.util.Collection");

  private static final ImmutableSet<String> DATA_PACKAGES =
      ImmutableSet.of("java.lang.", "java.math.", "java.time.");

  private LiveTypes() {}

  /** Whether a value of this type may use later what it was made from. */
  static boolean isLive(Type type, VisitorState state) {
    if (type.isPrimitiveOrVoid()) {
      return false;
    }
    return type.hasTag(TypeTag.TYPEVAR)
        || type.tsym == state.getSymtab().objectType.tsym
        || isLiveItselfOrInside(type, state);
  }

  /** Whether work that a value of this type stands for goes on by itself. */
  static boolean isRunning(Type type, VisitorState state) {
    return isOneOf(RUNNING, type, state);
  }

  /** Whether a value of this type is known to hold nothing but itself. */
  static boolean isPlainData(Type type) {
    String name = type.tsym.getQualifiedName().toString();
    return type.isPrimitiveOrVoid()
        || type.tsym.getKind() == ElementKind.ENUM
        || DATA_PACKAGES.stream().anyMatch(name::startsWith);
  }

  private static boolean isLiveItselfOrInside(Type type, VisitorState state) {
    if (type instanceof ArrayType array) {
      return isLiveItselfOrInside(array.elemtype, state);
    }
    return isOneOf(RUNNING, type, state)
        || isOneOf(WAITING, type, state)
        || (isOneOf(SEQUENCES, type, state) && !isOneOf(COMPLETE_SEQUENCES, type, state))
        || (type.tsym.isInterface() && state.getTypes().isFunctionalInterface(type.tsym))
        || type.getTypeArguments().stream()
            .anyMatch(inner -> isLiveItselfOrInside(state.getTypes().wildUpperBound(inner), state));
  }

  private static boolean isOneOf(ImmutableSet<String> names, Type type, VisitorState state) {
    return state.getTypes().closure(type).stream()
        .anyMatch(supertype -> names.contains(supertype.tsym.getQualifiedName().toString()));
  }
}
