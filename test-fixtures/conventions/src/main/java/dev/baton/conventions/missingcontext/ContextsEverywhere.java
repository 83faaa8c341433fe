package dev.baton.conventions.missingcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.annotation.RequiresContext;
import java.util.function.Consumer;

/** Each method has one, though not all of them have it first. */
@RequiresContext
public class ContextsEverywhere {

  public ContextsEverywhere(String name) {
    System.out.println(name);
  }

  public void run(CancellableContext ctx) {
    ctx.close();
  }

  public <C extends Context> void hand(C ctx, Consumer<C> next) {
    next.accept(ctx);
  }

  public boolean anyDone(Context... ctxs) {
    return ctxs.length > 0 && ctxs[0].isDone();
  }

  @SuppressWarnings("ContextNotFirst") // callers give the identifier first, for now
  public String find(String id, Context ctx) {
    return id + ctx + helper(id);
  }

  private static int helper(String id) {
    return id.length();
  }

  protected int protectedHelper(String id) {
    return helper(id);
  }

  int packageHelper(String id) {
    return protectedHelper(id);
  }
}
