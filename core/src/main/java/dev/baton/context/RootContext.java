package dev.baton.context;

/** A context without parent: never done, no deadline, no values. */
final class RootContext extends BaseContext {
  static final RootContext BACKGROUND = new RootContext("Context.background", SystemTime.INSTANCE);
  static final RootContext TODO = new RootContext("Context.todo", SystemTime.INSTANCE);

  private final String name;

  RootContext(String name, Time time) {
    super(null, time);
    this.name = name;
  }

  @Override
  void describe(StringBuilder chain) {
    chain.append(name);
  }
}
