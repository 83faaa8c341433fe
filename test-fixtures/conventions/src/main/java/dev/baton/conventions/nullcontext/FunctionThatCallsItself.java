package dev.baton.conventions.nullcontext;

/** A function that gives itself null, for a value of whatever type. */
interface FunctionThatCallsItself<V> {

  V getOrDefault(String id, V other);

  default V getOrNull(String id) {
    return getOrDefault(id, null);
  }

  default V getOrSame(String id) {
    return this.getOrDefault(id, null);
  }
}
