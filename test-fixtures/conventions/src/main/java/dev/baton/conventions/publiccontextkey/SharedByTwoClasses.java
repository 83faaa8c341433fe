package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** The client puts in what the server takes out: both are of one package, and so is the key. */
public final class SharedByTwoClasses {

  static final Key<String> TOKEN = Key.of("token");

  private SharedByTwoClasses() {}

  /** Signs the calls it makes. */
  public static class Client {

    /** Signs one call. */
    public Context sign(Context ctx, String secret) {
      return ctx.withValue(TOKEN, secret);
    }
  }

  /** Asks who signed. */
  public abstract static class Server {

    Server() {}

    /** Whether the call may go on. */
    public abstract boolean accepts(String token);

    /** Looks at one call. */
    public final boolean accepts(Context ctx) {
      String token = ctx.value(token());
      return token != null && accepts(token);
    }

    /** For those who extend it, which only this package can. */
    protected Key<String> token() {
      return TOKEN;
    }
  }
}
