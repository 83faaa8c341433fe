package dev.baton.context.bridges;

import dev.baton.context.Context;
import java.io.IOException;
import java.time.Duration;

/** A server on loopback, and a client of it. */
@SuppressWarnings("try") // an interrupt ends the test
interface RunningServer extends AutoCloseable {
  /** Its row on the page. */
  String name();

  /** Serves what comes by the handler, on a thread that may block. */
  void start(Duration timeout, BusyHandler handler) throws Exception;

  /** Sends a request, and waits for nothing. */
  Client send() throws Exception;

  @Override
  void close() throws Exception;

  /** Serves a request and blocks; does not answer. */
  interface BusyHandler {
    void handle(Context ctx, Body body) throws Exception;
  }

  /** Writes a part of the response. */
  interface Body {
    void write(byte[] part) throws IOException;
  }

  /** A client that has sent a request. */
  interface Client {
    /** Its connection is gone. */
    void leave() throws Exception;
  }
}
