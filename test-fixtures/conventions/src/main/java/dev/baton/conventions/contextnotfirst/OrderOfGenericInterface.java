package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;

/** A pipeline knows nothing of contexts; that one of its stages is given some does not order it. */
final class OrderOfGenericInterface {

  private OrderOfGenericInterface() {}

  /** One stage. */
  interface Stage<I, E> {
    I apply(I input, E environment);
  }

  /** A stage in two steps. */
  abstract static class TwoSteps<E> implements Stage<String, E> {
    @Override
    public final String apply(String input, E environment) {
      return finish(start(input, environment), environment);
    }

    abstract String start(String input, E environment);

    abstract String finish(String input, E environment);
  }

  /** Its environment is a context, and its order that of the stages. */
  static final class Shout extends TwoSteps<Context> {
    @Override
    String start(String input, Context ctx) {
      ctx.throwIfDone();
      return input.toUpperCase();
    }

    @Override
    String finish(String input, Context ctx) {
      return ctx.isDone() ? "" : input + '!';
    }
  }
}
