package dev.baton.conventions.nullcontext;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Code on the border to callers that know no contexts: null is tested, and does not get further.
 */
final class GuardsAgainstNull {

  private final Sessions sessions;

  GuardsAgainstNull(Sessions sessions) {
    this.sessions = requireNonNull(sessions, "sessions");
  }

  /** Who is logged in. */
  interface Sessions {
    @Nullable Context find(String session);
  }

  String load(Context ctx, String id) {
    if (ctx == null) {
      throw new NullPointerException("ctx");
    }
    return fetch(ctx, id);
  }

  String loadIn(String session, String id) {
    Context ctx = sessions.find(session);
    if (ctx == null) {
      return id;
    }
    return fetch(ctx, id);
  }

  String loadAnywhere(String session, String id) {
    Context found = null;
    if (!session.isEmpty()) {
      found = sessions.find(session);
    }
    if (found == null) {
      found = Context.background();
    }
    return fetch(found, id);
  }

  String loadFromNext(String session, String id) {
    Context ctx = sessions.find(session);
    if (ctx == null && (ctx = sessions.find(id)) != null) {
      return fetch(ctx, id);
    }
    return ctx == null ? id : fetch(ctx, id);
  }

  String loadOrDefault(Context ctx, String id) {
    return fetch(ctx == null ? Context.todo() : ctx, id);
  }

  Optional<String> loadIfOpen(String session, String id) {
    Context ctx = Optional.of(session).map(sessions::find).orElse(null);
    return ctx != null && !ctx.isDone() ? Optional.of(fetch(ctx, id)) : Optional.empty();
  }

  String loadUnlessUnknown(String session, String id) {
    Context ctx = sessions.find(session);
    if (Objects.isNull(ctx)) {
      ctx = Context.background();
      return fetch(ctx, id);
    }
    return Objects.nonNull(ctx) ? fetch(ctx, id) : id;
  }

  private static String fetch(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }
}
