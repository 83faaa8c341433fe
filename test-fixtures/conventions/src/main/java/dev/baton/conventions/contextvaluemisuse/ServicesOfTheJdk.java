package dev.baton.conventions.contextvaluemisuse;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What the whole program shares, found in the request. */
final class ServicesOfTheJdk {

  // BUG: Diagnostic contains: key `DB` carries `DataSource`, which belongs to no single request
  private static final Key<DataSource> DB = Key.of("db");

  // BUG: Diagnostic contains: key `POOL` carries `ExecutorService`
  private static final Key<ExecutorService> POOL = Key.of("pool");

  // BUG: Diagnostic contains: key `LOG` carries `Logger`
  private static final Key<Logger> LOG = Key.of("log", Logger.getLogger("shop"));

  private static final Key<Executor> CALLBACKS;

  static {
    // BUG: Diagnostic contains: give it to the constructor of what uses it
    CALLBACKS = Key.of("callbacks");
  }

  private ServicesOfTheJdk() {}

  static boolean isReady(Context ctx) {
    return ctx.value(DB) != ctx.value(POOL) && ctx.value(LOG) != ctx.value(CALLBACKS);
  }
}
