package dev.baton.checker.model;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name in the table is one of the library that the row is about. */
final class ContextModelTest {

  static Stream<ContextModel> models() {
    return Stream.of(ContextModel.BATON, ContextModel.GRPC, ContextModel.OPENTELEMETRY);
  }

  @ParameterizedTest
  @MethodSource("models")
  void itsTypesAreThere(ContextModel model) throws ClassNotFoundException {
    Class<?> context = load(model.contextType());
    for (String owner : model.ownerTypes()) {
      assertWithMessage(owner).that(context.isAssignableFrom(load(owner))).isTrue();
    }
    assertThat(load(model.keyType()).getTypeParameters()).hasLength(1);
  }

  @ParameterizedTest
  @MethodSource("models")
  void itsCreatingMethodsReturnAnOwner(ContextModel model) throws ClassNotFoundException {
    ImmutableSet<String> owners =
        Stream.of(load(model.contextType()).getMethods())
            .filter(
                method -> model.ownerTypes().contains(method.getReturnType().getCanonicalName()))
            .map(Method::getName)
            .collect(toImmutableSet());

    assertThat(owners).isEqualTo(model.creatingMethods());
  }

  @ParameterizedTest
  @MethodSource("models")
  void itsDerivingMethodsReturnAContext(ContextModel model) throws ClassNotFoundException {
    Class<?> context = load(model.contextType());
    ImmutableSet<String> deriving =
        Stream.of(context.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> context.isAssignableFrom(method.getReturnType()))
            .map(Method::getName)
            .collect(toImmutableSet());

    assertThat(Sets.difference(model.derivingMethods(), deriving)).isEmpty();
    assertThat(model.derivingMethods()).containsAtLeastElementsIn(model.creatingMethods());
  }

  @ParameterizedTest
  @MethodSource("models")
  void itsCancellingMethodsAreThoseOfTheOwner(ContextModel model) throws ClassNotFoundException {
    eachOwnerHas(model, model.cancellingMethods());
  }

  @ParameterizedTest
  @MethodSource("models")
  void itsQuietMethodsAreThoseOfTheOwner(ContextModel model) throws ClassNotFoundException {
    eachOwnerHas(model, model.quietMethods());
  }

  @ParameterizedTest
  @MethodSource("models")
  void itsRootFactoriesAreStatic(ContextModel model) throws ClassNotFoundException {
    assertThat(
            namesOf(
                Stream.of(load(model.contextType()).getMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers()))))
        .containsAtLeastElementsIn(model.rootFactories());
  }

  @ParameterizedTest
  @MethodSource("models")
  void itsKeyFactoriesAreAllThatMakeKeys(ContextModel model) throws ClassNotFoundException {
    Class<?> key = load(model.keyType());
    assertThat(
            namesOf(
                Stream.of(load(model.contextType()), key)
                    .flatMap(type -> Stream.of(type.getMethods()))
                    .filter(method -> Modifier.isStatic(method.getModifiers()))
                    .filter(method -> method.getReturnType() == key)))
        .isEqualTo(model.keyFactories());
  }

  @ParameterizedTest
  @MethodSource("models")
  void itsAttachingMethodsReturnWhatPutsTheFormerContextBack(ContextModel model)
      throws ClassNotFoundException {
    ImmutableSet<String> attaching =
        Stream.of(load(model.contextType()).getMethods())
            .filter(
                method -> model.attachmentType().equals(method.getReturnType().getCanonicalName()))
            .map(Method::getName)
            .collect(toImmutableSet());
    Set<String> detaching = new HashSet<>();
    if (!model.attachmentType().isEmpty()) {
      detaching.addAll(namesOf(Stream.of(load(model.attachmentType()).getMethods())));
    }
    for (String owner : model.ownerTypes()) {
      detaching.addAll(namesOf(Stream.of(load(owner).getMethods())));
    }

    assertThat(attaching).containsAtLeastElementsIn(model.attachingMethods());
    assertThat(detaching).containsAtLeastElementsIn(model.detachingMethods());
    assertThat(model.checks().contains("AttachWithoutDetach"))
        .isEqualTo(!model.attachmentType().isEmpty());
  }

  private static void eachOwnerHas(ContextModel model, ImmutableSet<String> methods)
      throws ClassNotFoundException {
    for (String owner : model.ownerTypes()) {
      assertThat(namesOf(Stream.of(load(owner).getMethods()))).containsAtLeastElementsIn(methods);
    }
  }

  private static ImmutableSet<String> namesOf(Stream<Method> methods) {
    return methods.map(Method::getName).collect(toImmutableSet());
  }

  /** Loads by canonical name: {@code io.grpc.Context.Key} is a class of {@code io.grpc.Context}. */
  private static Class<?> load(String canonicalName) throws ClassNotFoundException {
    try {
      return Class.forName(canonicalName);
    } catch (ClassNotFoundException e) {
      int dot = canonicalName.lastIndexOf('.');
      if (Character.isLowerCase(
          canonicalName.charAt(canonicalName.lastIndexOf('.', dot - 1) + 1))) {
        throw e;
      }
      return Class.forName(
          canonicalName.substring(0, dot) + "$" + canonicalName.substring(dot + 1));
    }
  }
}
