package dev.baton.context.bridges;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP/1.1, and leaves by a reset, which no server could see earlier. */
final class SocketClient implements RunningServer.Client {
  private final Socket socket;

  SocketClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void leave() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
