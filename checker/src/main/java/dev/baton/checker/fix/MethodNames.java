package dev.baton.checker.fix;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;

/** What a method does with what it gets, as far as the first word of its name tells. */
final class MethodNames {

  private static final ImmutableSet<String> KEEPING =
      ImmutableSet.of(
          "add",
          "context",
          "ctx",
          "keep",
          "offer",
          "on",
          "push",
          "put",
          "register",
          "set",
          "store");

  private static final ImmutableSet<String> MAKING =
      ImmutableSet.of(
          "bind", "build", "create", "for", "from", "make", "new", "of", "open", "using", "with",
          "wrap");

  private static final ImmutableSet<String> STARTING =
      ImmutableSet.of(
          "dispatch",
          "enqueue",
          "fork",
          "launch",
          "listen",
          "schedule",
          "spawn",
          "start",
          "submit",
          "subscribe",
          "watch");

  private static final ImmutableSet<String> WAITING = ImmutableSet.of("get", "join");

  private MethodNames() {}

  /** Whether it puts its argument where it stays. */
  static boolean keeps(String name) {
    return KEEPING.contains(firstWordOf(name));
  }

  /** Whether its result is made from its argument, as that of a constructor. */
  static boolean makes(String name) {
    return MAKING.contains(firstWordOf(name));
  }

  /** Whether it starts work that goes on when it has returned. */
  static boolean starts(String name) {
    return STARTING.contains(firstWordOf(name)) || name.endsWith("Async");
  }

  /** Whether it returns when the work that its receiver stands for is done. */
  static boolean waits(String name) {
    return WAITING.contains(firstWordOf(name));
  }

  private static String firstWordOf(String name) {
    int end = CharMatcher.inRange('a', 'z').negate().indexIn(name);
    return end < 0 ? name : name.substring(0, end);
  }
}
