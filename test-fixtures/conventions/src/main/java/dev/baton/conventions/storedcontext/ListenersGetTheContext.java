package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Who listens is kept from one request to the next; the context is given to them each time. */
class ListenersGetTheContext {

  private final List<Consumer<? super Context>> onStart = new ArrayList<>();
  private final Map<String, BiConsumer<Context, String>> onChange = new LinkedHashMap<>();
  private Predicate<Context> filter = ctx -> !ctx.isDone();

  void onStart(Consumer<? super Context> listener) {
    onStart.add(listener);
  }

  void onChange(String table, BiConsumer<Context, String> listener) {
    onChange.put(table, listener);
  }

  void only(Predicate<Context> wanted) {
    filter = filter.and(wanted);
  }

  void change(Context ctx, String table, String row) {
    if (filter.test(ctx)) {
      onStart.forEach(listener -> listener.accept(ctx));
      onChange.getOrDefault(table, (there, nobody) -> {}).accept(ctx, row);
    }
  }
}
