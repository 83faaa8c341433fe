package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Duration;

/** On other branches nothing is left to do. */
abstract class UsedOnOneBranch {

  private static final Key<String> USER = Key.of("user");

  abstract String load(Context ctx, String id);

  String find(Context ctx, String id, String user) {
    Context named = ctx.withValue(USER, user);
    try (CancellableContext timed = named.withTimeout(Duration.ofSeconds(2))) {
      if (id.isBlank()) {
        return "none";
      }
      return load(timed, id);
    }
  }
}
