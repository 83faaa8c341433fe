package dev.baton.checker.differential.recording;

/** How a context ended. */
public enum ContextError {
  CANCELLED
}
