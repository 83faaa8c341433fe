package dev.baton.conventions.contextvaluemisuse;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.net.InetAddress;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What comes with a request, and goes with it. */
final class MetadataOfARequest {

  private static final Key<String> USER = Key.of("user", "guest");
  private static final Key<UUID> TRACE = Key.of("trace");
  private static final Key<Locale> LOCALE = Key.of("locale", Locale.ROOT);
  private static final Key<ZoneId> ZONE = Key.of("zone");
  private static final Key<Instant> RECEIVED = Key.of("received");
  private static final Key<Principal> PRINCIPAL = Key.of("principal");
  private static final Key<InetAddress> PEER = Key.of("peer");
  private static final Key<URI> TARGET = Key.of("target");
  private static final Key<Boolean> DRY_RUN = Key.of("dry-run", false);
  private static final Key<AtomicInteger> QUERIES = Key.of("queries");
  private static final Key<List<String>> ROLES = Key.of("roles", List.of());
  private static final Key<Set<String>> SCOPES = Key.of("scopes");
  private static final Key<Map<String, String>> BAGGAGE = Key.of("baggage", Map.of());
  private static final Key<int[]> SHARDS = Key.of("shards");

  private MetadataOfARequest() {}

  static List<?> of(Context ctx) {
    Key<Long> rows = Key.of("rows", 0L);
    return List.of(
        ctx.value(USER),
        ctx.value(TRACE),
        ctx.value(LOCALE),
        ctx.value(ZONE),
        ctx.value(RECEIVED),
        ctx.value(PRINCIPAL),
        ctx.value(PEER),
        ctx.value(TARGET),
        ctx.value(DRY_RUN),
        ctx.value(QUERIES),
        ctx.value(ROLES),
        ctx.value(SCOPES),
        ctx.value(BAGGAGE),
        ctx.value(SHARDS),
        ctx.withValue(rows, 1L).value(rows));
  }
}
