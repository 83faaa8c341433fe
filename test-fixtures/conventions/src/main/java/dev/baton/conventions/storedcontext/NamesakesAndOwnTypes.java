package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Contexts of other worlds, types that only talk of contexts, and containers of one's own. */
class NamesakesAndOwnTypes {

  private final javax.naming.Context naming;
  private final Map<String, javax.naming.Context> byRealm;
  private final Set<Class<? extends Context>> known = new HashSet<>();
  private final Pool<Context> pool = new Pool<>(2);

  NamesakesAndOwnTypes(javax.naming.Context naming, Map<String, javax.naming.Context> byRealm) {
    this.naming = naming;
    this.byRealm = byRealm;
  }

  boolean isNew(Context ctx) {
    return known.add(ctx.getClass()) && pool.enter(ctx);
  }

  javax.naming.Context of(String realm) {
    return byRealm.getOrDefault(realm, naming);
  }

  /** Counts, and forgets what it has counted. */
  private static final class Pool<T> {
    private int free;

    Pool(int size) {
      free = size;
    }

    boolean enter(T guest) {
      return guest != null && free-- > 0;
    }
  }
}
