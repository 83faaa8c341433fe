package dev.baton.checker.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;

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
 * @param attachingMethods methods that make a context the current one of the thread
 * @param attachmentType the canonical name of what they return, by which the former one is put
 *     back, or empty when the family has none
 * @param detachingMethods methods that put it back, called on what attaching returned or with it
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
    ImmutableSet<String> attachingMethods,
    String attachmentType,
    ImmutableSet<String> detachingMethods,
    ImmutableSet<String> checks) {

  /** The name of Baton's own context type; a constant, so that who reads it loads nothing else. */
  public static final String BATON_CONTEXT_TYPE = "dev.baton.context.Context";

  /** The annotation of Baton's that asks for contexts where there may be none yet. */
  public static final String BATON_REQUIRES_CONTEXT =
      "dev.baton.context.annotation.RequiresContext";

  /** Baton's own contexts: passed explicitly, so every check for such applies. */
  public static final ContextModel BATON =
      explicit("baton", BATON_CONTEXT_TYPE)
          .ownedAs("dev.baton.context.CancellableContext")
          .createdBy("withCancel", "withTimeout", "withDeadline", "withCancelOn")
          .cancelledBy("cancel", "close")
          .quietIn(
              "cancel",
              "cause",
              "close",
              "deadline",
              "done",
              "err",
              "isDone",
              "remaining",
              "withCancel",
              "withoutCancel")
          .rootedBy("todo", "background")
          .derivedBy(
              "withCancel",
              "withTimeout",
              "withDeadline",
              "withCancelOn",
              "withValue",
              "withoutCancel")
          .keyedBy("dev.baton.context.Key", "of")
          // Its remedies are methods of Baton's.
          .checkedBy("BlockingIgnoresContext")
          .build();

  /** gRPC's contexts: bound to the thread, so nothing is said about parameters and fields. */
  public static final ContextModel GRPC =
      implicit("grpc", "io.grpc.Context")
          .ownedAs("io.grpc.Context.CancellableContext")
          .createdBy("withCancellation", "withDeadline", "withDeadlineAfter")
          .cancelledBy("cancel", "close", "detachAndCancel")
          .quietIn(
              "attach",
              "cancel",
              "cancellationCause",
              "close",
              "detach",
              "getDeadline",
              "isCancelled",
              "withCancellation")
          .derivedBy(
              "withCancellation",
              "withDeadline",
              "withDeadlineAfter",
              "withValue",
              "withValues",
              "fork")
          .keyedBy("io.grpc.Context.Key", "key", "keyWithDefault")
          .attachedBy("io.grpc.Context", "attach")
          .detachedBy("detach", "detachAndCancel")
          .build();

  /** OpenTelemetry's contexts: bound to the thread too, and nobody has to cancel one. */
  public static final ContextModel OPENTELEMETRY =
      implicit("opentelemetry", "io.opentelemetry.context.Context")
          .derivedBy("with")
          .keyedBy("io.opentelemetry.context.ContextKey", "named")
          .attachedBy("io.opentelemetry.context.Scope", "makeCurrent")
          .detachedBy("close")
          .build();

  /**
   * Starts the model of a type that is passed from caller to callee as a parameter. All checks
   * apply for which the builder is told enough.
   *
   * @param name what the flag {@code Baton:Models} calls the family
   * @param contextType the canonical name of the context type
   */
  public static Builder explicit(String name, String contextType) {
    return new Builder(name, contextType, /* isExplicit= */ true)
        .checkedBy(
            "ContextNotFirst",
            "StoredContext",
            "NullContext",
            "DroppedContext",
            "UnusedDerivedContext",
            "ContextGrownInLoop",
            "MissingContext",
            "ContextParameterName");
  }

  /**
   * Starts the model of a type that is bound to the thread, and stored and restored on purpose:
   * nothing is said about parameters and fields.
   *
   * @param name what the flag {@code Baton:Models} calls the family
   * @param contextType the canonical name of the context type
   */
  public static Builder implicit(String name, String contextType) {
    return new Builder(name, contextType, /* isExplicit= */ false)
        .checkedBy("NullContext", "UnusedDerivedContext", "ContextGrownInLoop");
  }

  /** Collects the names of a model. Each method adds to what was given before. */
  public static final class Builder {
    private final String name;
    private final String contextType;
    private final ImmutableSet.Builder<String> ownerTypes = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> creatingMethods = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> cancellingMethods = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> quietMethods = ImmutableSet.builder();
    private final ImmutableList.Builder<String> rootFactories = ImmutableList.builder();
    private final ImmutableSet.Builder<String> derivingMethods = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> keyFactories = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> attachingMethods = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> detachingMethods = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> checks = ImmutableSet.builder();
    private final boolean isExplicit;
    private String keyType = "";
    private String attachmentType = "";

    private Builder(String name, String contextType, boolean isExplicit) {
      this.name = name;
      this.contextType = contextType;
      this.isExplicit = isExplicit;
    }

    /** Types of contexts that whoever creates one must cancel, by their canonical names. */
    @CanIgnoreReturnValue
    public Builder ownedAs(String... types) {
      ownerTypes.add(types);
      checks.add("LostCancel");
      if (isExplicit) {
        checks.add("EscapedContext");
      }
      return this;
    }

    /** Methods of the context type that create an owner, whatever else their name says. */
    @CanIgnoreReturnValue
    public Builder createdBy(String... methods) {
      creatingMethods.add(methods);
      return this;
    }

    /** Methods of an owner that discharge the duty to cancel it. */
    @CanIgnoreReturnValue
    public Builder cancelledBy(String... methods) {
      cancellingMethods.add(methods);
      return this;
    }

    /** Methods of a context that throw nothing. */
    @CanIgnoreReturnValue
    public Builder quietIn(String... methods) {
      quietMethods.add(methods);
      return this;
    }

    /** Static methods of the context type that make a root, the one that a fix prefers first. */
    @CanIgnoreReturnValue
    public Builder rootedBy(String... methods) {
      rootFactories.add(methods);
      if (isExplicit) {
        checks.add("DetachedContext");
      }
      return this;
    }

    /** Methods of the context type that make a new context of it. */
    @CanIgnoreReturnValue
    public Builder derivedBy(String... methods) {
      derivingMethods.add(methods);
      return this;
    }

    /** The type of the keys of values, and static methods of it or the context that make one. */
    @CanIgnoreReturnValue
    public Builder keyedBy(String type, String... factories) {
      keyType = type;
      keyFactories.add(factories);
      checks.add("PublicContextKey", "ContextKeyIdentity");
      if (isExplicit) {
        checks.add("ContextValueMisuse");
      }
      return this;
    }

    /** Methods that make a context the current one, and the type of what they return. */
    @CanIgnoreReturnValue
    public Builder attachedBy(String type, String... methods) {
      attachmentType = type;
      attachingMethods.add(methods);
      checks.add("AttachWithoutDetach");
      return this;
    }

    /** Methods that undo it, called on what attaching returned or with it as an argument. */
    @CanIgnoreReturnValue
    public Builder detachedBy(String... methods) {
      detachingMethods.add(methods);
      return this;
    }

    @CanIgnoreReturnValue
    private Builder checkedBy(String... more) {
      checks.add(more);
      return this;
    }

    public ContextModel build() {
      return new ContextModel(
          name,
          contextType,
          ownerTypes.build(),
          creatingMethods.build(),
          cancellingMethods.build(),
          quietMethods.build(),
          rootFactories.build(),
          derivingMethods.build(),
          keyType,
          keyFactories.build(),
          attachingMethods.build(),
          attachmentType,
          detachingMethods.build(),
          checks.build());
    }
  }
}
