package dev.baton.context.jmh;

import java.util.Arrays;
import java.util.List;

/**
 * The rows of the table, in order, each with a title of its own. Each is a class here and a
 * benchmark in Go, named the same.
 */
enum Case {
  WITH_CANCEL("WithCancel", "withCancel, cancel"),
  ONE_PARENT("OneParent", "child of one parent, listener, cancel", "grpc|future"),
  ONE_PARENT_2("OneParentTwoThreads", "child of one parent, listener, 2 threads", "grpc|future"),
  OWN_PARENT("OwnParent", "parent, child, listener, cancel"),
  LISTENER("Listener", "listener, added and taken back", "future"),
  WITH_TIMEOUT("WithTimeout", "withTimeout, cancel"),
  WITH_TIMEOUT_LISTENER("WithTimeoutListener", "withTimeout, listener, cancel"),
  WITH_TIMEOUT_LISTENER_2("WithTimeoutListenerTwoThreads", "withTimeout, listener, 2 threads"),
  REQUEST("Request", "one request"),
  WITH_VALUE("WithValue", "withValue"),
  MANY_VALUES("ManyValues", "building %s values"),
  VALUE("Value", "value at depth %s"),
  MISSING_KEY("MissingKey", "missing key at depth %s"),
  POLL("Poll", "err(), live, at depth %s"),
  POLL_DEADLINE("PollDeadline", "err(), live, with a deadline"),
  POLL_CANCELLED("PollCancelled", "err(), cancelled with the parent"),
  CHILDREN("Children", "%s children, cancel, ask each"),
  LISTENING_CHILDREN("ListeningChildren", "%s children, listener each, cancel"),
  CHAIN("Chain", "chain of %s, listener, cancel");

  private final String benchmark;
  private final String title;

  /** Matches the libraries that would keep something for every operation, so cannot be measured. */
  private final String leaking;

  Case(String benchmark, String title) {
    this(benchmark, title, "");
  }

  Case(String benchmark, String title, String leaking) {
    this.benchmark = benchmark;
    this.title = title;
    this.leaking = leaking;
  }

  static List<Case> matching(String regex) {
    return Arrays.stream(values()).filter(each -> each.benchmark.matches(regex)).toList();
  }

  /** The simple name of the class, and Go's name without its prefix. */
  String benchmark() {
    return benchmark;
  }

  /** What the row is called when the case was run with a parameter, which may be empty. */
  String title(String parameter) {
    return String.format(title, parameter);
  }

  boolean leaksIn(String library) {
    return library.matches(leaking);
  }
}
