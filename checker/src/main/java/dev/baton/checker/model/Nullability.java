package dev.baton.checker.model;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TargetType;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.TypeVar;
import com.sun.tools.javac.code.TypeAnnotationPosition;
import com.sun.tools.javac.code.TypeAnnotationPosition.TypePathEntry;
import com.sun.tools.javac.code.TypeAnnotationPosition.TypePathEntryKind;
import java.util.List;

/**
 * Where a declaration says that null is a value: {@code @Nullable} or {@code @CheckForNull} of any
 * package, on the declaration or on its type, in source or from the class path, there or on the
 * method that it overrides.
 */
final class Nullability {

  private static final ImmutableSet<String> NAMES = ImmutableSet.of("Nullable", "CheckForNull");

  private Nullability() {}

  /** Whether values of the type may be null by an annotation on this use of it, or on its bound. */
  static boolean isDeclaredBy(Type type) {
    return isMarked(type.getAnnotationMirrors())
        || (type instanceof TypeVar variable
            && (isMarked(variable.getUpperBound().getAnnotationMirrors())
                || isBoundMarked(variable)));
  }

  /** Whether the bound is marked in a class file: javac keeps that with what is generic. */
  private static boolean isBoundMarked(TypeVar variable) {
    Symbol generic = variable.tsym.owner;
    int index = generic.getTypeParameters().indexOf(variable.tsym);
    return generic.getRawTypeAttributes().stream()
        .filter(Nullability::isMark)
        .map(mark -> mark.position)
        .filter(
            position ->
                position.type == TargetType.METHOD_TYPE_PARAMETER_BOUND
                    || position.type == TargetType.CLASS_TYPE_PARAMETER_BOUND)
        .anyMatch(position -> position.parameter_index == index && isOnWholeType(position, false));
  }

  /** Whether the method may return null. */
  static boolean isDeclaredByResult(MethodSymbol method, VisitorState state) {
    return isDeclaredByResult(method)
        || Iterables.any(
            ASTHelpers.findSuperMethods(method, state.getTypes()), Nullability::isDeclaredByResult);
  }

  /** Whether the method takes null for that parameter. */
  static boolean isDeclaredByParameter(Parameter parameter, VisitorState state) {
    return isDeclaredByParameter(parameter.method(), parameter)
        || Iterables.any(
            ASTHelpers.findSuperMethods(parameter.method(), state.getTypes()),
            root -> isDeclaredByParameter(root, parameter));
  }

  /**
   * Whether a part of the parameter's type, such as the {@code Context} in {@code
   * Supplier<Context>}, is marked. javac keeps these marks of a class file with the method alone.
   */
  static boolean isDeclaredWithin(Parameter parameter) {
    return parameter.method().getRawTypeAttributes().stream()
        .filter(mark -> isMark(mark) && isOn(mark.position, parameter))
        .anyMatch(mark -> !mark.position.location.isEmpty());
  }

  /** Whether a part of the type of the field, or of the method's result, is marked. */
  static boolean isDeclaredWithin(Symbol fieldOrMethod) {
    return fieldOrMethod.getRawTypeAttributes().stream()
        .filter(Nullability::isMark)
        .map(mark -> mark.position)
        .filter(
            position ->
                position.type == TargetType.FIELD || position.type == TargetType.METHOD_RETURN)
        .anyMatch(position -> !position.location.isEmpty());
  }

  private static boolean isDeclaredByResult(MethodSymbol method) {
    return isMarked(method.getRawAttributes())
        || isDeclaredBy(method.getReturnType())
        || method.getRawTypeAttributes().stream()
            .filter(mark -> isMark(mark) && mark.position.type == TargetType.METHOD_RETURN)
            .anyMatch(mark -> isOnWholeType(mark.position, false));
  }

  private static boolean isDeclaredByParameter(MethodSymbol method, Parameter parameter) {
    VarSymbol declared = method.getParameters().get(parameter.index());
    return isMarked(declared.getRawAttributes())
        || (!parameter.isElement() && isDeclaredBy(declared.type))
        || method.getRawTypeAttributes().stream()
            .filter(mark -> isMark(mark) && isOn(mark.position, parameter))
            .anyMatch(mark -> isOnWholeType(mark.position, parameter.isElement()));
  }

  private static boolean isOn(TypeAnnotationPosition position, Parameter parameter) {
    return position.type == TargetType.METHOD_FORMAL_PARAMETER
        && position.parameter_index == parameter.index()
        && position.onLambda == null;
  }

  /** Whether the mark is on the type itself, or on the element of the array, and not deeper. */
  private static boolean isOnWholeType(TypeAnnotationPosition position, boolean element) {
    List<TypePathEntry> location = position.location;
    int arrays = 0;
    for (TypePathEntry entry : location) {
      if (entry.tag == TypePathEntryKind.ARRAY) {
        arrays++;
      } else if (entry.tag != TypePathEntryKind.INNER_TYPE) {
        return false;
      }
    }
    return arrays == (element ? 1 : 0);
  }

  private static boolean isMarked(List<? extends Attribute.Compound> annotations) {
    return annotations.stream().anyMatch(Nullability::isMark);
  }

  private static boolean isMark(Attribute.Compound annotation) {
    try {
      return NAMES.contains(annotation.type.tsym.getSimpleName().toString());
    } catch (CompletionFailure missing) {
      // What cannot be seen is not there.
      return false;
    }
  }
}
