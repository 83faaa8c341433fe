package dev.baton.conventions.contextvaluemisuse;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys that say too little, and values that say too much to too many. */
final class AnythingAtAll {

  // BUG: Diagnostic contains: key `STATE` carries any object, so nobody can tell what it holds
  private static final Key<Object> STATE = Key.of("state");

  @SuppressWarnings("rawtypes")
  // BUG: Diagnostic contains: key `RAW` carries any object
  private static final Key RAW = Key.of("raw");

  // BUG: Diagnostic contains: key `WARNINGS` carries `ArrayList`, which all that have the context
  private static final Key<ArrayList<String>> WARNINGS = Key.of("warnings");

  // BUG: Diagnostic contains: declare the interface and put in an unmodifiable copy
  private static final Key<HashMap<String, String>> BAGGAGE = Key.of("baggage");

  // BUG: Diagnostic contains: key `SEEN` carries `ConcurrentHashMap`
  private static final Key<ConcurrentHashMap<String, String>> SEEN = Key.of("seen");

  private AnythingAtAll() {}

  static List<Object> all(Context ctx) {
    // BUG: Diagnostic contains: key `guessed` carries any object
    var guessed = Key.of("guessed");
    Object value = ctx.withValue(guessed, "x").value(guessed);
    Map<String, String> baggage = ctx.value(BAGGAGE);
    return List.of(value, baggage, ctx.value(STATE), RAW, ctx.value(WARNINGS), ctx.value(SEEN));
  }
}
