package dev.baton.context.bridges;

import dev.baton.context.servlet.ContextFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

@SuppressWarnings("try") // an interrupt ends the test
final class JettyServer implements RunningServer {
  private final Server server =
      new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

  @Override
  public String name() {
    return "Jetty 12, by `ContextFilter`";
  }

  @Override
  public void start(Duration timeout, BusyHandler handler) throws Exception {
    ServletContextHandler servlets = new ServletContextHandler("/");
    servlets.addFilter(
        new FilterHolder(ContextFilter.of(timeout)), "/*", EnumSet.of(DispatcherType.REQUEST));
    servlets.addServlet(new ServletHolder(new BusyServlet(handler)), "/*");
    server.setHandler(servlets);
    server.start();
  }

  private static final class BusyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient BusyHandler handler;

    BusyServlet(BusyHandler handler) {
      this.handler = handler;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      try {
        handler.handle(
            ContextFilter.context(request),
            part -> {
              response.getOutputStream().write(part);
              response.flushBuffer();
            });
      } catch (Exception e) {
        throw new ServletException(e);
      }
    }
  }

  @Override
  public Client send() throws IOException {
    return new SocketClient(((ServerConnector) server.getConnectors()[0]).getLocalPort());
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
