package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Instant;
import java.util.Optional;

/** An entry outlives the request that made it, so it takes over facts and leaves the context. */
final class KeepsWhatItNeeds {

  private static final Key<String> USER = Key.of("user");

  private final String user;
  private final Optional<Instant> deadline;

  private KeepsWhatItNeeds(String user, Optional<Instant> deadline) {
    this.user = user;
    this.deadline = deadline;
  }

  static KeepsWhatItNeeds from(Context ctx) {
    String user = ctx.value(USER);
    return new KeepsWhatItNeeds(user == null ? "nobody" : user, ctx.deadline());
  }

  String describe() {
    return deadline.map(at -> user + " until " + at).orElse(user);
  }
}
