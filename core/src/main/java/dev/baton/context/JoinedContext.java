package dev.baton.context;

import org.jspecify.annotations.Nullable;

/** What {@code withCancelOn} makes: a context with two ancestors. */
final class JoinedContext extends CancellableContext {
  /** What can end at or above the other ancestor; null if nothing can. */
  final @Nullable CancellableContext other;

  /** This context as a link in the list of {@link #other}. */
  final JoinLink otherLink;

  /** Only for printing. */
  final Context given;

  JoinedContext(Context parent, Context other) {
    super(parent, other.nearest());
    this.other = other.nearest();
    this.otherLink = new JoinLink(this);
    this.given = other;
  }

  @Override
  void describe(StringBuilder chain) {
    chain.append(".withCancelOn(");
    Lineage.describeBriefly(given, chain);
    chain.append(')');
  }
}
