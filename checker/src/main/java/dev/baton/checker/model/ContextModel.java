package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * The names of one family of context types: a row of the table that the checks read.
 *
 * <p>All is matched by name, so that the checker needs no runtime to be there and a code base may
 * use several. A method of the owner type that is not a cancelling one only borrows the context.
 *
 * @param name what the flag {@code Baton:Models} calls the family
 * @param contextType the canonical name of the context type; its subtypes count too
 * @param ownerTypes the context types that whoever creates one must cancel
 * @param creatingMethods methods that create an owner, whatever else their name says
 * @param cancellingMethods methods of an owner that discharge the duty to cancel it
 * @param quietMethods methods of a context that throw nothing
 * @param rootFactories static methods of the context type that make a root, in the order in which a
 *     fix prefers them
 * @param derivingMethods methods of the context type that make a new context of it
 * @param keyType the type of the keys of values, or empty when the family has none
 * @param keyFactories static methods of the key type or the context type that make a key
 * @param checks the simple names of the checks that apply to the family
 */
public record ContextModel(
    String name,
    String contextType,
    ImmutableSet<String> ownerTypes,
    ImmutableSet<String> creatingMethods,
    ImmutableSet<String> cancellingMethods,
    ImmutableSet<String> quietMethods,
    ImmutableList<String> rootFactories,
    ImmutableSet<String> derivingMethods,
    String keyType,
    ImmutableSet<String> keyFactories,
    ImmutableSet<String> checks) {

  /** The name of Baton's own context type; a constant, so that who reads it loads nothing else. */
  public static final String BATON_CONTEXT_TYPE = "dev.baton.context.Context";

  /** The annotation of Baton's that asks for contexts where there may be none yet. */
  public static final String BATON_REQUIRES_CONTEXT =
      "dev.baton.context.annotation.RequiresContext";

  /** Baton's own contexts: passed explicitly, so every check applies. */
  public static final ContextModel BATON =
      new ContextModel(
          "baton",
          BATON_CONTEXT_TYPE,
          ImmutableSet.of("dev.baton.context.CancellableContext"),
          ImmutableSet.of("withCancel", "withTimeout", "withDeadline", "withCancelOn"),
          ImmutableSet.of("cancel", "close"),
          ImmutableSet.of(
              "cancel",
              "cause",
              "close",
              "deadline",
              "done",
              "err",
              "isDone",
              "remaining",
              "withCancel",
              "withoutCancel"),
          ImmutableList.of("todo", "background"),
          ImmutableSet.of(
              "withCancel",
              "withTimeout",
              "withDeadline",
              "withCancelOn",
              "withValue",
              "withoutCancel"),
          "dev.baton.context.Key",
          ImmutableSet.of("of"),
          ImmutableSet.of(
              "ContextNotFirst",
              "StoredContext",
              "NullContext",
              "LostCancel",
              "PublicContextKey",
              "ContextKeyIdentity",
              "DetachedContext",
              "DroppedContext",
              "UnusedDerivedContext",
              "ContextGrownInLoop",
              "EscapedContext",
              "BlockingIgnoresContext",
              "ContextValueMisuse",
              "MissingContext",
              "ContextParameterName"));

  /** gRPC's contexts: bound to the thread, so nothing is said about parameters and fields. */
  public static final ContextModel GRPC =
      new ContextModel(
          "grpc",
          "io.grpc.Context",
          ImmutableSet.of("io.grpc.Context.CancellableContext"),
          ImmutableSet.of("withCancellation", "withDeadline", "withDeadlineAfter"),
          ImmutableSet.of("cancel", "close", "detachAndCancel"),
          ImmutableSet.of(
              "cancel",
              "cancellationCause",
              "close",
              "getDeadline",
              "isCancelled",
              "withCancellation"),
          ImmutableList.of(),
          ImmutableSet.of(
              "withCancellation",
              "withDeadline",
              "withDeadlineAfter",
              "withValue",
              "withValues",
              "fork"),
          "io.grpc.Context.Key",
          ImmutableSet.of("key", "keyWithDefault"),
          ImmutableSet.of(
              "LostCancel",
              "NullContext",
              "PublicContextKey",
              "ContextKeyIdentity",
              "UnusedDerivedContext",
              "ContextGrownInLoop"));

  /** A foreign type that is passed explicitly and that nobody has to cancel. */
  static ContextModel explicit(String contextType) {
    return new ContextModel(
        contextType,
        contextType,
        ImmutableSet.of(),
        ImmutableSet.of(),
        ImmutableSet.of(),
        ImmutableSet.of(),
        ImmutableList.of(),
        ImmutableSet.of(),
        "",
        ImmutableSet.of(),
        ImmutableSet.of(
            "ContextNotFirst",
            "StoredContext",
            "NullContext",
            "DroppedContext",
            "UnusedDerivedContext",
            "ContextGrownInLoop",
            "MissingContext",
            "ContextParameterName"));
  }
}
