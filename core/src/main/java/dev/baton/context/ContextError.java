package dev.baton.context;

/** Why a context is done. There is no third way: a context ends by a cancel or by a deadline. */
public enum ContextError {
  /** The context, or one of its ancestors, was cancelled. */
  CANCELLED("context cancelled"),

  /** The deadline of the context, or of one of its ancestors, passed. */
  DEADLINE_EXCEEDED("context deadline exceeded");

  private final String text;

  ContextError(String text) {
    this.text = text;
  }

  /** The error in words, as exceptions and logs show it. */
  @Override
  public String toString() {
    return text;
  }
}
