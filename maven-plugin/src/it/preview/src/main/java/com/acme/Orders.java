package com.acme;

import dev.baton.context.Context;

/** Patterns in a switch are a preview of JDK 17. */
class Orders {

  String find(Context ctx, Object id) {
    ctx.throwIfDone();
    return switch (id) {
      case Integer number -> "order " + number;
      case String name -> name;
      default -> "none";
    };
  }

  String first() {
    return find(null, 1);
  }
}
