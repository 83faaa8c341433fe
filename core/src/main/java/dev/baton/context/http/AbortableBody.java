package dev.baton.context.http;

import dev.baton.context.Registration;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A body that can be aborted from another thread while it arrives.
 *
 * <p>The client sends its signals one after the other, and whoever gets them relies on that. So
 * there are two sides: the client's thread, which passes a signal on, and the thread that aborts.
 * Here the state is BUSY while a signal is passed on. There an abort that finds it BUSY leaves the
 * last signal to the client's thread, when that is done with the one before; else it is given at
 * once, and what the client sends later is dropped.
 */
final class AbortableBody<T extends @Nullable Object> implements BodySubscriber<T>, Subscription {
  private enum State {
    /** A signal is being passed on; also until the first signal comes. */
    BUSY,
    FREE,
    /** The body was aborted while a signal was being passed on. */
    ABORTED,
    /** The last signal was passed on, or is. */
    OVER
  }

  private final BodySubscriber<T> body;
  private final AtomicReference<State> state = new AtomicReference<>(State.BUSY);

  /** Set by the first signal. */
  private volatile @Nullable Subscription client;

  /** Set before the state is ABORTED. */
  private volatile @Nullable Throwable why;

  /** Whoever set the context's hold on this, to be released when it is over. */
  private volatile @Nullable Registration hold;

  /** Set when the reader wants no more, as the client need not say anything after that. */
  private volatile boolean left;

  AbortableBody(BodySubscriber<T> body) {
    this.body = body;
  }

  boolean isOver() {
    return left || state.get() == State.OVER;
  }

  /**
   * Stops a registration when this is over.
   *
   * <p>Races with the end: here it is set, then the state is read; there the state is set, then the
   * registration is read. One of them stops it.
   */
  void letGoWhenOver(Registration registration) {
    hold = registration;
    if (isOver()) {
      registration.stop();
    }
  }

  private void letGo() {
    Registration held = hold;
    if (held != null) {
      held.stop();
    }
  }

  /** Ends the body with an exception, and tells the client that no more of it is wanted. */
  void abort(Throwable exception) {
    why = exception;
    while (true) {
      State now = state.get();
      if (now == State.OVER || now == State.ABORTED) {
        return;
      }
      if (now == State.BUSY && state.compareAndSet(State.BUSY, State.ABORTED)) {
        cancelClient(); // not only in leave: the reader may be slow to take what it was given
        return;
      }
      if (now == State.FREE && state.compareAndSet(State.FREE, State.OVER)) {
        passOnAbort();
        return;
      }
    }
  }

  private void passOnAbort() {
    cancelClient();
    body.onError(why);
    letGo();
  }

  private void cancelClient() {
    Subscription subscribed = client;
    if (subscribed != null) {
      subscribed.cancel();
    }
  }

  private void leave() {
    if (!state.compareAndSet(State.BUSY, State.FREE)
        && state.compareAndSet(State.ABORTED, State.OVER)) {
      passOnAbort();
    }
  }

  // ------------------------------------------------------------------ signals of the client

  @Override
  public void onSubscribe(Subscription subscription) {
    client = subscription;
    try {
      body.onSubscribe(this);
    } finally {
      leave();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    boolean outermost = state.compareAndSet(State.FREE, State.BUSY);
    if (!outermost && state.get() != State.BUSY) {
      return; // aborted
    }
    try {
      body.onNext(item);
    } finally {
      if (outermost) { // and not within another signal, if the client does that
        leave();
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    State before = state.getAndSet(State.OVER);
    if (before != State.OVER) {
      body.onError(before == State.ABORTED ? why : failure);
      letGo();
    }
  }

  @Override
  public void onComplete() {
    State before = state.getAndSet(State.OVER);
    if (before == State.ABORTED) {
      body.onError(why);
      letGo();
    } else if (before != State.OVER) {
      body.onComplete();
      letGo();
    }
  }

  @Override
  public CompletionStage<T> getBody() {
    return body.getBody();
  }

  // ----------------------------------------------------------- what the reader of the body wants

  @Override
  public void request(long n) {
    Subscription subscribed = client;
    if (subscribed != null) {
      subscribed.request(n);
    }
  }

  @Override
  public void cancel() {
    left = true;
    letGo();
    cancelClient();
  }
}
