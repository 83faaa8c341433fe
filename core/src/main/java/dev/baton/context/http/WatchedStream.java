package dev.baton.context.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Tells of writes that fail. */
final class WatchedStream extends FilterOutputStream {
  private final Consumer<IOException> onFailure;

  WatchedStream(OutputStream out, Consumer<IOException> onFailure) {
    super(out);
    this.onFailure = onFailure;
  }

  private interface Action {
    void run() throws IOException;
  }

  private void watch(Action action) throws IOException {
    try {
      action.run();
    } catch (IOException e) {
      onFailure.accept(e);
      throw e;
    }
  }

  @Override
  public void write(int b) throws IOException {
    watch(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    watch(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    watch(out::flush);
  }

  @Override
  public void close() throws IOException {
    watch(out::close);
  }
}
