package dev.baton.context.http;

import dev.baton.context.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A server that takes one request, sends what it is told, and then waits for its client. */
final class SilentServer implements AutoCloseable {
  private final ServerSocket socket;
  private final CompletableFuture<Void> requested = new CompletableFuture<>();
  private final CompletableFuture<Void> left = new CompletableFuture<>();

  private SilentServer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Starts a server that answers with these bytes, which may be no whole response. */
  static SilentServer start(String answer) throws IOException {
    SilentServer server =
        new SilentServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    var unused = Threads.start(() -> server.serve(answer));
    return server;
  }

  private void serve(String answer) {
    try (Socket client = socket.accept()) {
      InputStream in = client.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      requested.complete(null);
      while (in.read() >= 0) {
        // Clients send nothing more, so this waits for the end of the connection.
      }
      left.complete(null);
    } catch (IOException e) {
      left.complete(null); // reset is another way to leave
    }
  }

  HttpRequest request() {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/orders"))
        .build();
  }

  boolean wasAsked() {
    return requested.isDone();
  }

  void untilAsked() {
    Threads.join(requested);
  }

  /** Waits until the client has closed the connection. */
  void untilLeft() {
    Threads.join(left);
  }

  boolean wasLeft() {
    return left.isDone();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
