package com.acme;

/** A warning, in a project for Java 8. */
final class Orders {

  String find(String id, RequestContext ctx) {
    return id + ctx;
  }
}
