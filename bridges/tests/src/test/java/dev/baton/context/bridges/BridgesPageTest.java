package dev.baton.context.bridges;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The code on the page compiles, and the checks find nothing in it. */
final class BridgesPageTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");

  /** What a reader knows to be elsewhere. */
  private static final String ELSEWHERE =
      """
      interface Orders {
        void serve(Context ctx, HttpExchange exchange) throws IOException;
      }

      record FindRequest(String id) {}

      record Order(String id) {}

      interface Repository {
        Order find(Context ctx, FindRequest request);
      }

      abstract class OrdersStub extends AbstractStub<OrdersStub> {
        OrdersStub(Channel channel, CallOptions options) {
          super(channel, options);
        }

        abstract Order find(FindRequest request);

        abstract void findAll(FindRequest request, StreamObserver<Order> responses);
      }

      interface RoutingContext {
        HttpServerRequest request();

        int addEndHandler(Handler<AsyncResult<Void>> handler);
      }
      """;

  private static final String IMPORTS =
      """
      import com.sun.net.httpserver.*;
      import dev.baton.context.*;
      import dev.baton.context.grpc.*;
      import dev.baton.context.http.*;
      import dev.baton.context.metadata.*;
      import dev.baton.context.otel.*;
      import dev.baton.context.servlet.*;
      import dev.baton.context.slf4j.*;
      import dev.baton.context.vertx.*;
      import io.grpc.BindableService;
      import io.grpc.CallOptions;
      import io.grpc.Channel;
      import io.grpc.Server;
      import io.grpc.ServerBuilder;
      import io.grpc.stub.*;
      import io.opentelemetry.api.trace.Span;
      import io.opentelemetry.context.Scope;
      import io.vertx.core.AsyncResult;
      import io.vertx.core.Handler;
      import io.vertx.core.Vertx;
      import io.vertx.core.http.HttpServer;
      import io.vertx.core.http.HttpServerRequest;
      import jakarta.servlet.*;
      import jakarta.servlet.http.*;
      import java.io.IOException;
      import java.net.URI;
      import java.net.http.HttpRequest;
      import java.time.Duration;
      import java.util.EnumSet;
      import dev.baton.context.Context;
      """;

  @Test
  void itsCodeCompiles() throws Exception {
    List<String> blocks =
        JAVA_BLOCK.matcher(BridgesPage.text()).results().map(MatchResult::group).toList();
    assertThat(blocks.size()).isAtLeast(8);
    for (String block : blocks) {
      JavaFileObject page =
          JavaFileObjects.forSourceString(
              "Page",
              IMPORTS
                  + "abstract class Page {\nRepository repository;\n"
                  + block.lines().filter(line -> !line.startsWith("```")).toList().stream()
                      .reduce("", (all, line) -> all + line + "\n")
                  + "}\n"
                  + ELSEWHERE);
      Compilation compilation =
          Compiler.javac()
              .withOptions(
                  "-Xplugin:Baton -XepAllDisabledChecksAsWarnings",
                  "-XDcompilePolicy=simple",
                  "--should-stop=ifError=FLOW",
                  "-Xlint:none",
                  "-proc:none")
              .compile(page);
      assertWithMessage(block).that(compilation.diagnostics()).isEmpty();
    }
  }
}
