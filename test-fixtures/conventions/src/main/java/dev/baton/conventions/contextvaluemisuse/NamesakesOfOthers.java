package dev.baton.conventions.contextvaluemisuse;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** Types that share no more than the simple name with services of the JDK. */
final class NamesakesOfOthers {

  /** Who is logged in, and no writer of lines. */
  record Logger(String name) {}

  /** A line of talk, and none of execution. */
  record Thread(String topic) {}

  /** Where a passenger changes trains. */
  record Connection(String from, String to) {}

  private static final Key<Logger> LOGGER = Key.of("logger");
  private static final Key<Thread> THREAD = Key.of("thread");
  private static final Key<Connection> CONNECTION = Key.of("connection");

  private NamesakesOfOthers() {}

  static String describe(Context ctx) {
    return ctx.value(LOGGER) + " " + ctx.value(THREAD) + ctx.value(CONNECTION);
  }
}
