package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.net.Socket;
import java.time.Duration;

/** Nothing is passed on, and yet the time-out works. */
final class ListenedTo {

  int read(Context ctx, Socket socket) throws java.io.IOException {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(5));
        Registration closing = timed.afterFunc(() -> closeQuietly(socket))) {
      return socket.getInputStream().read();
    }
  }

  void pause(Context ctx) throws InterruptedException {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(5))) {
      timed.awaitDone();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (java.io.IOException e) {
      // It is closed.
    }
  }
}
