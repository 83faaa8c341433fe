package dev.baton.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextError;
import dev.baton.context.ContextException;
import dev.baton.context.concurrent.ContextCallable;
import dev.baton.context.servlet.ContextFilter;
import jakarta.servlet.DispatcherType;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The recipes do what the page says, in the code that stands there. */
final class RecipesTest {

  // Spring

  @Test
  void aControllerIsHandedTheContextOfItsRequest() throws Exception {
    CompiledPage recipe = CompiledPage.of(Page.of("recipes.md").section("Spring MVC"));
    try (AnnotationConfigWebApplicationContext spring =
        new AnnotationConfigWebApplicationContext()) {
      spring.setClassLoader(recipe.loader());
      spring.register(recipe.type("RequestContexts"), recipe.type("OrderController"));

      assertThat(bodyOf("/orders/7", spring)).isEqualTo("order 7, true");
    }
  }

  private static String bodyOf(String path, AnnotationConfigWebApplicationContext spring)
      throws Exception {
    ServletContextHandler servlets = new ServletContextHandler();
    servlets.addFilter(
        new FilterHolder(ContextFilter.of(Duration.ofMinutes(1))),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    servlets.addServlet(new ServletHolder(new DispatcherServlet(spring)), "/*");
    Server server = new Server(0);
    server.setHandler(servlets);
    server.start();
    try {
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } finally {
      server.stop();
    }
  }

  // Reactor

  @Test
  void aMonoEndsWithTheContext() throws Exception {
    Method until = monos("until", Context.class, Mono.class);
    CountDownLatch workWasCancelled = new CountDownLatch(1);
    Mono<String> work = Mono.<String>never().doOnCancel(workWasCancelled::countDown);

    try (CancellableContext ctx = Context.background().withCancel()) {
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Disposable subscriber =
          ((Mono<?>) until.invoke(null, ctx, work)).subscribe(value -> {}, end::complete);
      ctx.cancel();

      workWasCancelled.await();
      assertThat(end.get()).isInstanceOf(ContextException.class);
      subscriber.dispose();
    }
  }

  @Test
  void aMonoThatIsDoneFirstGivesItsValue() throws Exception {
    Method until = monos("until", Context.class, Mono.class);

    Mono<?> done = (Mono<?>) until.invoke(null, Context.background(), Mono.just("order 7"));

    assertThat(done.block()).isEqualTo("order 7");
  }

  @Test
  void aContextEndsWithItsSubscriber() throws Exception {
    Method call = monos("call", Context.class, ContextCallable.class);
    CompletableFuture<Context> given = new CompletableFuture<>();
    ContextCallable<String> work =
        ctx -> {
          given.complete(ctx);
          ctx.awaitDone();
          return "stopped";
        };

    Disposable subscriber = ((Mono<?>) call.invoke(null, Context.background(), work)).subscribe();
    Context ctx = given.get();
    assertThat(ctx.isDone()).isFalse();
    subscriber.dispose();

    ctx.awaitDone();
    assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
  }

  private static Method monos(String name, Class<?>... parameters) throws Exception {
    return CompiledPage.of(Page.of("recipes.md").section("Reactor"))
        .type("Monos")
        .getMethod(name, parameters);
  }

  // Kotlin

  @Test
  void theKotlinCompiles(@TempDir Path folder) throws Exception {
    List<String> blocks = Page.of("recipes.md").code("kotlin");
    assertThat(blocks).hasSize(1);
    Path file = Files.writeString(folder.resolve("Coroutines.kt"), blocks.get(0));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    ExitCode code =
        new K2JVMCompiler()
            .exec(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                "-no-stdlib",
                "-no-reflect",
                "-Werror",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString(),
                file.toString());

    assertWithMessage(printed.toString(StandardCharsets.UTF_8)).that(code).isEqualTo(ExitCode.OK);
  }
}
