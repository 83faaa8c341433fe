package dev.baton.context;

import dev.baton.context.annotation.ContextCarrier;

/** Stands for a joined context in the list of its second ancestor. */
@ContextCarrier("the place of a joined context in the list of its second ancestor")
@SuppressWarnings("ContextParameterName") // contexts are what it is about, not what it obeys
final class JoinLink extends Listener {
  final JoinedContext joined;

  JoinLink(JoinedContext joined) {
    this.joined = joined;
  }

  @Override
  boolean runsUserCode() {
    return false;
  }

  /** Never called: the cascade goes on to the joined context instead. */
  @Override
  void contextDone() {
    throw new AssertionError(joined);
  }
}
