package dev.baton.context.servlet;

import dev.baton.context.CancellableContext;
import dev.baton.context.annotation.ContextCarrier;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request that ends its context.
 *
 * <p>It listens from the moment that the request becomes asynchronous. Later would be too late:
 * another thread may complete or dispatch it before the servlet has returned, and then a container
 * says that it is not asynchronous, and takes no listener.
 */
@ContextCarrier("a request is what its context belongs to")
final class ContextRequest extends HttpServletRequestWrapper implements AsyncListener {
  private final CancellableContext ctx;

  /** The container tells of the end. Set by the thread that serves, before that returns. */
  private boolean listening;

  ContextRequest(CancellableContext ctx, HttpServletRequest request) {
    super(request);
    this.ctx = ctx;
  }

  @Override
  public AsyncContext startAsync() {
    return listened(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return listened(super.startAsync(request, response));
  }

  private AsyncContext listened(AsyncContext async) {
    if (!listening) { // else onStartAsync does
      async.addListener(this);
      listening = true;
    }
    return async;
  }

  /** The filters and the servlet have returned. */
  void returned() {
    if (!listening && isAsyncStarted()) { // by the request below
      listened(getAsyncContext());
    }
    if (!listening) {
      ctx.close();
    }
  }

  // ------------------------------------------------------------------- from the container

  /** Listeners are forgotten when a request that was dispatched starts anew. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    ctx.cancel(new TimeoutException("the time for an asynchronous request is up"));
  }

  @Override
  public void onError(AsyncEvent event) {
    @Nullable Throwable failure = event.getThrowable();
    ctx.cancel(failure);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    ctx.close();
  }
}
