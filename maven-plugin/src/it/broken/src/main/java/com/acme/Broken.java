package com.acme;

/** Does not compile. */
final class Broken {

  int size = "seven";
}
