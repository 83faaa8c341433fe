package dev.baton.context.servlet;

import static java.util.Objects.requireNonNull;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.metadata.MetadataHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.function.BiConsumer;

/**
 * Gives each request of a servlet container a context of its own.
 *
 * <pre>{@code
 * FilterRegistration.Dynamic contexts =
 *     servletContext.addFilter("contexts", ContextFilter.of(Duration.ofSeconds(2)));
 * contexts.setAsyncSupported(true);
 * contexts.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
 *
 * protected void doGet(HttpServletRequest request, HttpServletResponse response) {
 *   Context ctx = ContextFilter.context(request);
 *   ...
 * }
 * }</pre>
 *
 * <p><b>Servlet containers do not report a client that has left.</b> Neither the specification nor
 * Jetty, Tomcat or Undertow have a way to learn of it over HTTP/1.1 before something is written. So
 * the context goes on until the time is up or the request was served. In Go, {@code net/http}
 * notices it once the body of the request was read.
 *
 * <p>The context is done when the time is up, when the filters and the servlet behind this have
 * returned or thrown, or, once one of them has called {@code startAsync}, when the asynchronous
 * request is complete. Its cause is what was thrown, or what the container says of an asynchronous
 * request that has failed. Work that goes on after the response gets {@code ctx.withoutCancel()}.
 * When the time is up nothing is sent: the servlet finds out by its context, and answers.
 *
 * <p>A request that comes by again, by a dispatch, keeps its context. What is behind this gets a
 * wrapped request, whose {@code startAsync} is heard; one that is called on the request below is
 * heard where it is asked for, when the servlet has returned.
 *
 * <p>Safe for use by any number of threads.
 */
@SuppressWarnings("serial") // as filters are, and never done
public final class ContextFilter extends HttpFilter {
  private static final String ATTRIBUTE = ContextFilter.class.getName();

  private final transient Duration timeout;
  private final transient MetadataHeaders headers;

  private ContextFilter(Duration timeout, MetadataHeaders headers) {
    this.timeout = timeout;
    this.headers = headers;
  }

  /** As {@link #of(Duration, MetadataHeaders)}, with the standard headers. */
  public static ContextFilter of(Duration timeout) {
    return of(timeout, MetadataHeaders.standard());
  }

  /**
   * Makes a filter.
   *
   * @param timeout for each request, from when it gets here; zero or negative: contexts are done at
   *     birth. A client may shorten it: {@link MetadataHeaders#TIMEOUT}
   * @param headers what of the request's headers becomes the metadata
   */
  public static ContextFilter of(Duration timeout, MetadataHeaders headers) {
    return new ContextFilter(
        requireNonNull(timeout, "timeout"), requireNonNull(headers, "headers"));
  }

  /**
   * The context of a request: for the first line of a servlet, not for what it calls.
   *
   * @throws IllegalStateException if the request did not come through the filter
   */
  public static Context context(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Context ctx) {
      return ctx;
    }
    throw new IllegalStateException("the request did not come through a ContextFilter");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(ATTRIBUTE) != null) {
      chain.doFilter(request, response); // dispatched, or there are two of this filter
      return;
    }
    CancellableContext ctx = headers.accept(timeout, lines -> forEach(request, lines));
    ContextRequest served = new ContextRequest(ctx, request);
    request.setAttribute(ATTRIBUTE, ctx);
    try {
      chain.doFilter(served, response);
    } catch (Throwable e) {
      ctx.cancel(e);
      throw e;
    } finally {
      served.returned();
    }
  }

  private static void forEach(HttpServletRequest request, BiConsumer<String, String> lines) {
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        lines.accept(name, value);
      }
    }
  }
}
