package com.acme;

/** Needs a class of the other source root. */
final class Main {

  String run() {
    return Generated.load(null, "1");
  }
}
