package com.acme;

/** What NullAway and Error Prone have something to say about, and Baton has not. */
final class Careless {

  String name(boolean known) {
    return known ? "acme" : null;
  }

  void fail() {
    new IllegalStateException("not thrown");
  }
}
