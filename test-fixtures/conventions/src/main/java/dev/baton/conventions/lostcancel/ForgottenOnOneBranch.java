package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** One of the cases of a switch does not cancel. */
final class ForgottenOnOneBranch {
  int weigh(Context ctx, String kind) {
    // BUG: Diagnostic contains: `child` is not cancelled on every path
    var child = ctx.withCancel();
    int weight;
    switch (kind) {
      case "letter":
        weight = 1;
        child.cancel();
        break;
      case "parcel":
        weight = child.isDone() ? 0 : 5;
        break;
      default:
        weight = 9;
        child.cancel();
    }
    return weight;
  }
}
