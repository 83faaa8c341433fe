package dev.baton.context;

/** What {@code withoutCancel} makes: the values of its parent, and nothing else of it. */
final class DetachedContext extends BaseContext {
  /** Only for printing; the end and the deadline of the parent do not matter here. */
  final Context origin;

  DetachedContext(Context parent) {
    super(parent.nearestValue(), parent.base.time);
    this.origin = parent;
  }

  @Override
  void describe(StringBuilder chain) {
    chain.append(".withoutCancel");
  }
}
