package dev.baton.checker.model;

/**
 * Gives the checks one more model. They look for providers with a {@link java.util.ServiceLoader}
 * on the path that the checks are on, the processor path; {@code -XepOpt:Baton:Models=} and its
 * name switches the model on.
 *
 * <p>An implementation has a public constructor without parameters, and may be called often.
 */
public interface ContextModelProvider {

  /** The model, whose name is that of no other. */
  ContextModel model();
}
