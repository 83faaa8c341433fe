package dev.baton.context.http;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.Registration;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests by the JDK's HTTP client for as long as a context lives: when it is done the
 * exchange is aborted, and its connection is closed (on HTTP/2, its stream).
 *
 * <p>That goes for the body too. Where a response is given before its body was read, as for {@link
 * java.net.http.HttpResponse.BodyHandlers#ofInputStream()}, the context lets go of it when the body
 * has ended; if it is done before, reading fails with an IOException whose cause is a {@link
 * ContextException}.
 *
 * <p>Nothing is added to the request: neither a time-out, of which {@link HttpRequest#timeout} sees
 * only the headers arrive, nor a header.
 *
 * <p>Safe for use by any number of threads. In Go it is {@code http.NewRequestWithContext}; a
 * response's body has to be read or closed here too.
 */
@SuppressWarnings("exports") // of java.net.http, which who uses this requires; of annotations
public final class HttpClients {
  private HttpClients() {}

  /**
   * Sends a request and waits for the response.
   *
   * @param request not sent if the context is done
   * @throws ContextException if the context is done, and was on entry or before the response was
   * @throws IOException as {@link HttpClient#send} does; its stack trace is of the client's thread
   * @throws InterruptedException if the thread is interrupted, on entry or while it waits; then the
   *     exchange is aborted, too
   */
  public static <T extends @Nullable Object> HttpResponse<T> send(
      Context ctx, HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    CompletableFuture<HttpResponse<T>> response = sendAsync(ctx, client, request, handler);
    try {
      return response.get();
    } catch (InterruptedException e) {
      response.cancel(true);
      throw e;
    } catch (CancellationException e) {
      ctx.throwIfDone(); // from here, and not from where it was found out
      throw e;
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** As {@link HttpClient#send} throws it. */
  private static IOException failure(@Nullable Throwable thrown) {
    if (thrown instanceof IOException failure) {
      return failure;
    }
    if (thrown instanceof IllegalArgumentException || thrown instanceof SecurityException) {
      throw (RuntimeException) thrown;
    }
    return new IOException(thrown);
  }

  /**
   * Sends a request.
   *
   * <p>When the context is done the future completes with a {@link ContextException}: it counts as
   * cancelled, and {@code get} and {@code join} throw that exception; newer JDKs (seen on 25) throw
   * a plain {@code CancellationException} with it as the cause. That happens on a thread of its
   * own. Cancelling the future aborts the exchange, too.
   *
   * @param request not sent if the context is done
   * @return as {@link HttpClient#sendAsync}, or the end of the context, whichever is first
   */
  public static <T extends @Nullable Object> CompletableFuture<HttpResponse<T>> sendAsync(
      Context ctx, HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    requireNonNull(client, "client");
    requireNonNull(request, "request");
    AbortableHandler<T> abortable = new AbortableHandler<>(requireNonNull(handler, "handler"));
    CompletableFuture<HttpResponse<T>> result = new CompletableFuture<>();
    if (ctx.isDone()) {
      endWith(ctx, result);
      return result;
    }
    CompletableFuture<HttpResponse<T>> exchange = client.sendAsync(request, abortable);
    Registration binding = ctx.afterFunc(() -> endWith(ctx, result));
    // Whatever is first completes the result; if that is not the exchange, it is aborted.
    var unused =
        result.whenComplete(
            (response, failure) -> {
              binding.stop();
              if (failure != null) {
                exchange.cancel(true);
              }
            });
    handOn(ctx, exchange, abortable, result);
    return result;
  }

  /** Completes the result with what the exchange comes to. */
  private static <T extends @Nullable Object> void handOn(
      Context ctx,
      CompletableFuture<HttpResponse<T>> exchange,
      AbortableHandler<T> abortable,
      CompletableFuture<HttpResponse<T>> result) {
    var unused =
        exchange.whenComplete(
            (response, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
                return;
              }
              abortable.abortWhenDone(ctx); // before dependents read the body, here and now
              if (!result.complete(response)) {
                abortable.abort(new CancellationException("nobody wants the response"));
              }
            });
  }

  private static void endWith(Context ctx, CompletableFuture<?> result) {
    try {
      ctx.throwIfDone();
    } catch (ContextException e) {
      result.completeExceptionally(e);
    }
  }
}
