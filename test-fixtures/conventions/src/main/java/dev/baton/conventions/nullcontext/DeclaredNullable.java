package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.ContextCarrier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Null where the declaration says that it is a value. */
final class DeclaredNullable {

  /** What other libraries call it. */
  @interface CheckForNull {}

  interface Source {
    @Nullable Context current();

    void replace(@Nullable Context ctx);
  }

  /** Does not say it again. */
  static final class EmptySource implements Source {
    @Override
    public Context current() {
      return null;
    }

    @Override
    public void replace(Context ctx) {}
  }

  @ContextCarrier("one object a call")
  record Call(@Nullable Context ctx, String path) {}

  void calls(EmptySource source, Function<@Nullable Context, String> printer) {
    log(null, "started");
    trace(null, "started");
    source.replace(null);
    printer.apply(null);
    new Call(null, "/").path();
    merge(null, null);
  }

  Supplier<@Nullable Context> none() {
    return () -> null;
  }

  @CheckForNull
  Context parent() {
    return null;
  }

  static void log(@Nullable Context ctx, String message) {
    System.out.println(message + ctx);
  }

  static void trace(@CheckForNull Context ctx, String message) {
    System.out.println(message + ctx);
  }

  static void merge(@Nullable Context... contexts) {
    System.out.println(contexts.length);
  }
}
