package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.ContextCarrier;

/** An exemption whose reason is blank is the finding; what it exempts is not found again. */
// BUG: Diagnostic contains: `@ContextCarrier` gives no reason; say why `CarrierWithoutReason`
@ContextCarrier(" ")
final class CarrierWithoutReason {

  private final Context ctx;

  CarrierWithoutReason(Context ctx) {
    this.ctx = ctx;
  }

  Context context() {
    return ctx;
  }
}
