package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;

/** One declaration, two variables, two findings. */
class TwoInOneDeclaration {

  private Context
      // BUG: Diagnostic contains: keeps context `first` in a field
      first,
      // BUG: Diagnostic contains: keeps context `second` in a field
      second;

  void start(Context ctx) {
    first = ctx;
    second = ctx;
  }
}
