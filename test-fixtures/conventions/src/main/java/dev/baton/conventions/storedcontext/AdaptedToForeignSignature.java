package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.Consumer;

/** {@code InputStream} has no place for a context, so the stream has to bring its own. */
class AdaptedToForeignSignature extends InputStream {

  private final Context ctx;
  private final InputStream in;

  AdaptedToForeignSignature(Context ctx, InputStream in) {
    this.ctx = ctx;
    this.in = in;
    this.ctx.throwIfDone();
  }

  @Override
  public int read() throws IOException {
    check();
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return in.read(bytes, offset, length);
  }

  private void check() throws IOException {
    if (ctx.isDone()) {
      throw new IOException("context done");
    }
  }

  /** A type of one's own above a foreign one does not change where the signature comes from. */
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /** Its close is that of AutoCloseable. */
  static final class Span implements Scope {
    private final Context spanCtx;

    Span(Context spanCtx) {
      this.spanCtx = spanCtx;
    }

    @Override
    public void close() {
      spanCtx.throwIfDone();
    }
  }

  /** The iterator inside belongs to the method around it. */
  static final class Rows implements Iterable<String> {
    private final Context rowsCtx;

    Rows(Context rowsCtx) {
      this.rowsCtx = rowsCtx;
    }

    @Override
    public Iterator<String> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return !rowsCtx.isDone();
        }

        @Override
        public String next() {
          return "";
        }
      };
    }
  }

  /** One method of its own reads the field too, and could take a context. */
  static final class Job implements Runnable {
    // BUG: Diagnostic contains: `Job` keeps context `jobCtx` in a field
    private final Context jobCtx;

    Job(Context jobCtx) {
      this.jobCtx = jobCtx;
    }

    @Override
    public void run() {
      jobCtx.throwIfDone();
    }

    boolean isOver() {
      return jobCtx.isDone();
    }
  }

  /** Its signature has a context: there is no need to keep another. */
  static final class Merge implements Consumer<Context> {
    // BUG: Diagnostic contains: `Merge` keeps context `left` in a field
    private final Context left;

    Merge(Context left) {
      this.left = left;
    }

    @Override
    public void accept(Context ctx) {
      ctx.throwIfDone();
      left.throwIfDone();
    }
  }

  /** An interface of one's own could be given a context. */
  interface Step {
    void perform();
  }

  /** So its implementation is not forced. */
  static final class FirstStep implements Step {
    // BUG: Diagnostic contains: `FirstStep` keeps context `stepCtx` in a field
    private final Context stepCtx;

    FirstStep(Context stepCtx) {
      this.stepCtx = stepCtx;
    }

    @Override
    public void perform() {
      stepCtx.throwIfDone();
    }
  }

  /** Nothing reads the field, so nothing needs it. */
  static final class Idle implements Runnable {
    // BUG: Diagnostic contains: `Idle` keeps context `idleCtx` in a field
    private final Context idleCtx;

    Idle(Context idleCtx) {
      this.idleCtx = idleCtx;
    }

    @Override
    public void run() {}
  }
}
