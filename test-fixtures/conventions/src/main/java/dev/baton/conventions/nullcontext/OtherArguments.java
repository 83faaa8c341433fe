package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.Hashtable;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;
import org.jspecify.annotations.Nullable;

/** Null for a parameter that is no context, next to one that is. */
final class OtherArguments {

  private static final Key<String> USER = Key.of("user");

  String anonymous(Context ctx) {
    return find(ctx.withValue(USER, null), null) + List.of(ctx).indexOf(null);
  }

  javax.naming.Context directory() throws NamingException {
    close(null);
    return NamingManager.getInitialContext(new Hashtable<>());
  }

  private static void close(javax.naming.Context directory) throws NamingException {
    if (directory != null) {
      directory.close();
    }
  }

  private static String find(Context ctx, @Nullable String id) {
    ctx.throwIfDone();
    return String.valueOf(id);
  }
}
