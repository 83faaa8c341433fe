package dev.baton.conventions.escapedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The work cancels the context; whoever started it does so only if it could not be started. */
abstract class HandedToTheWork {

  abstract String load(Context ctx);

  void unlessStarted(Context ctx, Executor executor) {
    CancellableContext child = ctx.withTimeout(Duration.ofSeconds(5));
    boolean isStarted = false;
    try {
      executor.execute(
          () -> {
            try (child) {
              load(child);
            }
          });
      isStarted = true;
    } finally {
      if (!isStarted) {
        child.cancel();
      }
    }
  }

  void unlessLetGo(Context ctx, Executor executor) {
    CancellableContext child = ctx.withCancel();
    try {
      CancellableContext ofWork = child;
      executor.execute(
          () -> {
            try (ofWork) {
              load(ofWork);
            }
          });
      child = null;
    } finally {
      if (child != null) {
        child.cancel();
      }
    }
  }
}
