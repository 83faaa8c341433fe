package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Queue;

/** Locals that start as null and have a value, or may have one, where they are used. */
abstract class AssignedOnEveryWay {

  abstract InputStream open() throws IOException;

  abstract void flush() throws IOException;

  abstract Context accept() throws IOException;

  /** Closing may fail when the value is there already. */
  void closing() {
    Context ctx = null;
    try (InputStream in = open()) {
      ctx = Context.background();
    } catch (IOException e) {
      log(ctx, e.getMessage());
    }
  }

  void failingLater() {
    Context ctx = null;
    try {
      ctx = accept();
      flush();
    } catch (IOException e) {
      log(ctx, e.getMessage());
    }
  }

  void polled(Queue<Context> queue) {
    Context ctx = null;
    while (ctx == null) {
      ctx = queue.poll();
    }
    log(ctx, "polled");
  }

  void assignedInCondition(Queue<Context> queue) {
    Context ctx = null;
    if (ctx == null && (ctx = queue.poll()) != null) {
      log(ctx, "found");
    }
  }

  void fallingThrough(Context parent, int level) {
    Context ctx = null;
    switch (level) {
      case 1:
        ctx = parent;
      // falls through
      default:
        log(ctx, "switched");
    }
  }

  void yielding(Context parent, int level) {
    Context ctx = null;
    int next =
        switch (level) {
          case 1 -> {
            ctx = parent;
            yield 2;
          }
          default -> 1;
        };
    log(ctx, "level " + next);
  }

  void fromLoop(Iterator<Context> all) {
    Context ctx = null;
    outer:
    while (all.hasNext()) {
      Context next = all.next();
      for (int i = 0; i < 3; i++) {
        if (next.isDone()) {
          continue outer;
        }
      }
      ctx = next;
      break outer;
    }
    log(ctx, "looped");
  }

  private static void log(Context ctx, String message) {
    System.out.println(ctx + message);
  }
}
