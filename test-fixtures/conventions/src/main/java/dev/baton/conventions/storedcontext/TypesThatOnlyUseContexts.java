package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What receives or transforms a context keeps none; nobody knows what an own type does. */
class TypesThatOnlyUseContexts {

  private static final Key<String> USER = Key.of("user");

  private final Function<Context, String> nameOf = ctx -> ctx.value(USER);
  private final Function<String, Context> contextFor;
  private final BiFunction<Context, String, Context> tag;
  private final UnaryOperator<Context> decorate = Context::withoutCancel;
  private final Consumer<Context> listener = Context::throwIfDone;
  private final List<Consumer<? super Context>> listeners = new ArrayList<>();
  private final Map<String, Predicate<Context>> tests = Map.of("done", Context::isDone);
  private final Supplier<Function<Context, String>> names = () -> nameOf;
  private final Comparator<Context> bySlack = Comparator.comparing(Context::remaining);
  private final Class<Context> type = Context.class;
  private final Class<? extends Context>[] types;
  private final Collection<?> anything = new ArrayList<>();
  private final Codec<Context> codec;
  private final Contexts contexts = new Contexts();
  private final Holder holder;

  TypesThatOnlyUseContexts(
      Function<String, Context> contextFor,
      BiFunction<Context, String, Context> tag,
      Class<? extends Context>[] types,
      Codec<Context> codec,
      Holder holder) {
    this.contextFor = contextFor;
    this.tag = tag;
    this.types = types;
    this.codec = codec;
    this.holder = holder;
  }

  /** Writes what it is given. */
  interface Codec<T> {
    String write(T value);
  }

  /** A container of one's own: its fields are its business. */
  static class Contexts extends ArrayList<Context> {}

  /** Whoever holds it keeps no context; it does, and is reported. */
  static class Holder {
    // BUG: Diagnostic contains: `Holder` keeps context `held` in a field
    Context held;
  }
}
