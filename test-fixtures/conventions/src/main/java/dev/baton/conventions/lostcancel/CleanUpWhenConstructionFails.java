package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.io.IOException;

/** The server takes the context over, unless it cannot be made. */
final class CleanUpWhenConstructionFails {
  static Server open(Context ctx, int port) throws IOException {
    CancellableContext lifetime = ctx.withCancel();
    try {
      return new Server(lifetime, port);
    } catch (IOException | RuntimeException e) {
      lifetime.cancel(e);
      throw e;
    }
  }

  static final class Server implements AutoCloseable {
    private final CancellableContext lifetime;

    Server(CancellableContext lifetime, int port) throws IOException {
      if (port < 0) {
        throw new IOException("no such port: " + port);
      }
      this.lifetime = lifetime;
    }

    @Override
    public void close() {
      lifetime.close();
    }
  }
}
