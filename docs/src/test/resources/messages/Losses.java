import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the fixtures of LostCancel do not show: a context that is not kept as what it is. */
abstract class Losses {

  private Context plain;

  abstract void use(Context ctx);

  void castToPlain(Context ctx) {
    use((Context) ctx.withCancel());
  }

  boolean compared(Context ctx, Context other) {
    return ctx.withCancel() == other;
  }

  String becomesText(Context ctx) {
    return "context " + ctx.withCancel();
  }

  void inAnArray(Context ctx) {
    Context[] all = {ctx.withCancel()};
    use(all[0]);
  }

  void inAnElement(Context ctx, Context[] all) {
    all[0] = ctx.withCancel();
  }

  void inAField(Context ctx) {
    plain = ctx.withCancel();
  }

  void toWork(Context ctx, boolean late) {
    CancellableContext own = ctx.withCancel();
    CompletableFuture.runAsync(() -> use(own));
    if (late) {
      return;
    }
    own.cancel();
  }

  CancellableContext noEffect(Context ctx) {
    ctx.withoutCancel();
    return null;
  }
}
