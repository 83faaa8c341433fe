package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A reader that stops with its context: the methods of {@code Reader} cannot be given one. */
final class StoppableReader extends FilterReader {

  private final Context ctx;

  StoppableReader(Context ctx, Reader in) {
    super(in);
    this.ctx = ctx;
  }

  @Override
  public int read() throws IOException {
    return isOver() ? -1 : super.read();
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    return isOver() ? -1 : super.read(into, offset, length);
  }

  private boolean isOver() {
    return ctx.isDone();
  }

  /** The pages of a listing, fetched while somebody asks for them and has the time. */
  static final class Pages implements Iterator<String> {
    private final Context ctx;
    private int next;

    Pages(Context ctx) {
      this.ctx = ctx;
    }

    @Override
    public boolean hasNext() {
      return next < 10 && !ctx.isDone();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return fetch(ctx, next++);
    }

    private static String fetch(Context ctx, int page) {
      ctx.throwIfDone();
      return "page " + page;
    }
  }
}
