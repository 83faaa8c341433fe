package careful;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.Key;
import dev.baton.context.annotation.DetachedWork;
import dev.baton.context.annotation.RequiresContext;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** New roots, keys and methods without contexts that have their reason. */
final class Roots {
  private static final Map<String, Key<String>> KEYS = new ConcurrentHashMap<>();

  static int load(Context ctx) {
    return ctx.isDone() ? 0 : 1;
  }

  static void undo(Context ctx) {
    load(ctx);
  }

  static Context orRoot(Context ctx) {
    return Objects.requireNonNullElseGet(ctx, Context::background);
  }

  static Context given(Optional<Context> ctx) {
    return ctx.orElse(Context.background());
  }

  static boolean isRoot(Context ctx) {
    return Context.background().equals(ctx);
  }

  static void onceDone(Context ctx) throws InterruptedException {
    if (ctx.awaitDone(Duration.ofSeconds(1))) {
      undo(Context.background());
    }
  }

  static void unlessDone(Context ctx) {
    if (!ctx.isDone()) {
      return;
    }
    undo(Context.background());
  }

  static void undone(Context ctx) {
    try {
      load(ctx);
    } catch (ContextException e) {
      undo(Context.background());
      throw e;
    }
  }

  static void atTheEnd(Context ctx) {
    try {
      load(ctx);
    } finally {
      undo(Context.background());
    }
  }

  static void listener(Context ctx) {
    ctx.afterFunc(() -> undo(Context.background()));
  }

  @DetachedWork("the cache is shared by all requests")
  static void refreshed(Context ctx, Executor pool) {
    load(ctx);
    pool.execute(() -> load(Context.background()));
  }

  static Key<String> keyOf(String name) {
    return KEYS.computeIfAbsent(name, Key::of);
  }

  static final class Server implements AutoCloseable {
    private final CancellableContext life = Context.background().withCancel();

    void start(Executor pool) {
      pool.execute(() -> load(life));
    }

    @Override
    public void close() {
      life.cancel();
      undo(Context.background());
    }
  }

  interface Store {
    String get(String key);

    default String get(Context ctx, String key) {
      ctx.throwIfDone();
      return get(key);
    }
  }

  static final class InMemory implements Store {
    @Override
    public String get(String key) {
      return key;
    }

    @Override
    public String get(Context ctx, String key) {
      return get(key);
    }
  }

  static class Log {
    void info(String text) {
      System.out.println(text);
    }

    void info(Context ctx, String text, Object... arguments) {
      System.out.println(ctx + text + arguments.length);
    }
  }

  static void logged(Context ctx, Log log) {
    load(ctx);
    log.info("loaded");
  }

  @RequiresContext
  static final class Orders {
    private final int size;

    Orders(int size) {
      this.size = size;
    }

    public static Orders of(int size) {
      return new Orders(size);
    }

    public int size() {
      return size;
    }

    public int find(Context ctx, String id) {
      return load(ctx) + id.length();
    }

    @Override
    public String toString() {
      return "orders";
    }

    int local() {
      return size + 1;
    }
  }
}
