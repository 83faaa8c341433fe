package com.acme;

import com.google.auto.value.AutoValue;
import dev.baton.context.Context;

/** Needs the class that a processor generates. */
@AutoValue
abstract class Order {

  abstract String id();

  static Order of(String id) {
    return new AutoValue_Order(id);
  }

  static Order load(String id, Context ctx) {
    ctx.throwIfDone();
    return of(id);
  }
}
