package dev.baton.conventions.contextvaluemisuse;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.io.Closeable;
import java.util.concurrent.Executor;

/** Own types that are named for what they tell of a request, some with a dangerous look. */
final class OwnMetadata {

  record Session(String id, String user) {}

  record ClientId(String value) {}

  record ServiceTier(int level) {}

  record ManagerApproval(boolean given) {}

  record Configuration(String locale) {}

  enum RepositoryRegion {
    EUROPE,
    ASIA
  }

  /** Runs its callbacks where it likes; nobody would call it a service of the program. */
  interface Span extends Closeable, Executor {}

  private static final Key<Session> SESSION = Key.of("session");
  private static final Key<ClientId> CLIENT = Key.of("client");
  private static final Key<ServiceTier> TIER = Key.of("tier");
  private static final Key<ManagerApproval> APPROVAL = Key.of("approval");
  private static final Key<Configuration> CONFIGURATION = Key.of("configuration");
  private static final Key<RepositoryRegion> REGION = Key.of("region");
  private static final Key<Span> SPAN = Key.of("span");

  private OwnMetadata() {}

  static String describe(Context ctx) {
    return ctx.value(SESSION)
        + " "
        + ctx.value(CLIENT)
        + ctx.value(TIER)
        + ctx.value(APPROVAL)
        + ctx.value(CONFIGURATION)
        + ctx.value(REGION)
        + ctx.value(SPAN);
  }
}
