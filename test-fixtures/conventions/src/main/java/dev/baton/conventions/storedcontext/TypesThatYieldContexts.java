package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a context can be taken out of keeps it as well as a plain field does. */
class TypesThatYieldContexts<C extends Context, S extends Supplier<C>> {

  // BUG: Diagnostic contains: keeps context `bounded` in a field
  private C bounded;

  // BUG: Diagnostic contains: keeps contexts in field `boundedSource`
  private S boundedSource;

  // BUG: Diagnostic contains: keeps contexts in field `cells`
  private Context[] cells;

  // BUG: Diagnostic contains: keeps contexts in field `grid`
  private Context grid[][];

  // BUG: Diagnostic contains: keeps contexts in field `waiting`
  private ArrayDeque<Context> waiting;

  // BUG: Diagnostic contains: keeps contexts in field `byId`
  private Map<String, Context> byId;

  // BUG: Diagnostic contains: keeps contexts in field `byContext`
  private Map<Context, String> byContext;

  // BUG: Diagnostic contains: keeps contexts in field `parent`
  private Optional<Context> parent;

  // BUG: Diagnostic contains: keeps contexts in field `current`
  private AtomicReference<Context> current;

  // BUG: Diagnostic contains: keeps contexts in field `weak`
  private WeakReference<Context> weak;

  // BUG: Diagnostic contains: keeps contexts in field `local`
  private InheritableThreadLocal<Context> local;

  // BUG: Diagnostic contains: keeps contexts in field `promised`
  private CompletableFuture<Context> promised;

  // BUG: Diagnostic contains: keeps contexts in field `each`
  private Iterator<? extends Context> each;

  // BUG: Diagnostic contains: keeps contexts in field `sink`
  private List<? super Context> sink;

  // BUG: Diagnostic contains: keeps contexts in field `stream`
  private Stream<Context> stream;

  // BUG: Diagnostic contains: keeps contexts in field `source`
  private Supplier<Context> source;

  // BUG: Diagnostic contains: keeps contexts in field `deep`
  private Map<String, List<Optional<Callable<Future<Context>>>>> deep;
}
