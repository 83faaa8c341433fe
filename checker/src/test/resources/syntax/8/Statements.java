package syntax;

import static dev.baton.context.Context.*;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.List;

class Statements {

  void find(Context ctx, Object... rest) {}

  void loops(Context ctx, List<Context> parents, int n) {
    outer:
    for (int i = 0, j = 1; ; i++, j--) {
      inner:
      do {
        // BUG: Diagnostic contains: nothing uses `fine`
        CancellableContext fine = ctx.withCancel();
        fine.cancel();
        if (i > n) break outer;
        if (j < n) continue outer;
        // BUG: Diagnostic contains: `lost` is not cancelled on every path
        CancellableContext lost = ctx.withCancel();
        if (i == j) continue inner;
        lost.close();
      } while (i < n);
    }
    for (final Context parent : parents) find(parent);
    for (Context[] pair[] : new Context[][][] {{}}) for (Context one[] : pair) find(one[0]);
    while (n-- > 0) ;
    for (; ; ) { for (;;) break; break; }
    label: { if (n > 0) break label; ; }
    label: ;
    a: b: c: for (;;) { break a; }
  }

  int tries(Context ctx, int n) throws Exception {
    try (CancellableContext a = ctx.withCancel();
        CancellableContext b = a.withTimeout(Duration.ofSeconds(1), null);) {
      find(b);
    } catch (final IllegalStateException | IllegalArgumentException e) {
      throw e;
    } finally {
      ;
    }
    CancellableContext c = null;
    try {
      c = ctx.withCancel();
      return n;
    } catch (RuntimeException e) {
      return 1;
    } finally {
      if (c != null) c.cancel();
    }
  }

  @SuppressWarnings("finally")
  int finallyWins(Context ctx) {
    // BUG: Diagnostic contains: nothing uses `c`
    CancellableContext c = ctx.withCancel();
    try { try { c.cancel(); } finally { throw new Error(); } } catch (Error e) { return 1; }
    // BUG: Diagnostic contains: `c` is not cancelled on every path: the `return` on line
    finally { while (true) { c = ctx.withCancel(); break; } }
  }

  void switches(Context ctx, String text, char letter, Thread.State state) {
    // BUG: Diagnostic contains: nothing uses `c`
    CancellableContext c = ctx.withCancel();
    switch (text) { }
    switch (text) { case "a": case "b": default: }
    switch (letter) {
      case 'a' + 1:
      case '\u0041': { c.cancel(); break; }
      default: switch (state) { case NEW: c.close(); return; default: c.cancel(); }
      case '\\': c.cancel();
    }
    // BUG: Diagnostic contains: `d` is not cancelled on every path
    CancellableContext d = ctx.withCancel();
    switch (state) { case NEW: d.cancel(); break; case RUNNABLE: case BLOCKED: break; }
  }

  synchronized void rest(Context ctx, int n) {
    CancellableContext c = ctx.withCancel(), e[] = {ctx.withCancel()}, f;
    synchronized (this) { synchronized (c) { c.cancel(); } }
    assert c.isDone();
    assert n > 0 : c.cancel();
    n = n++ + ++n - -n >>> 1 << 2 ^ ~3 & 4 | 5; n += n -= n *= 1; n >>>= 1;
    boolean b = !(n > 1 ? n < 2 : n >= 3) ^ true && false || c instanceof AutoCloseable;
    f = b ? c : e[0];
    // BUG: Diagnostic contains: `find` is given null for its context; pass `f`
    find((Context) (Object) (null));
    // BUG: Diagnostic contains: null
    find(b ? ctx : b ? null : c);
    find(c = f, new int[][] {{}, {1}}, new Object() { int i; }, int[].class, 1L, 0x1.8p1, 1_0f);
    if (b) ; else if (!b) { } else find(ctx);
    // BUG: Diagnostic contains: `Local` keeps context `t` in a field
    class Local<T extends Context> { T t; Local(T ctx) { find(this.t = ctx); } }
    new Local<Context>(ctx) {}.t.throwIfDone();
    // BUG: Diagnostic contains: nothing uses the context that `withCancel` derives
    ((ctx)).withCancel().cancel();
    // BUG: Diagnostic contains: dropped
    (ctx).withCancel();
    // BUG: Diagnostic contains: dropped
    // BUG: Diagnostic contains: `Context.background()` starts anew where `f` is in scope
    background().withCancel();
    ;;;
    return;
  }

  <T extends Throwable> void rethrow(Context ctx, T t) throws T {
    // BUG: Diagnostic contains: the `throw`
    CancellableContext c = ctx.withCancel();
    if (t != null) throw t;
    c.cancel();
  }
}
