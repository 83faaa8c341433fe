package dev.baton.context.http;

import dev.baton.context.Context;
import dev.baton.context.ContextException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/** Makes the body of one response, so that it can be aborted while it arrives. */
final class AbortableHandler<T extends @Nullable Object> implements BodyHandler<T> {
  private final BodyHandler<T> handler;

  /** The last one made, as a client that starts anew makes a new one. */
  private volatile @Nullable AbortableBody<T> body;

  AbortableHandler(BodyHandler<T> handler) {
    this.handler = handler;
  }

  @Override
  public BodySubscriber<T> apply(ResponseInfo response) {
    AbortableBody<T> made = new AbortableBody<>(handler.apply(response));
    body = made;
    return made;
  }

  void abort(Throwable why) {
    AbortableBody<T> made = body;
    if (made != null) {
      made.abort(why);
    }
  }

  /** The response is given to its user, who may still read the body. */
  void abortWhenDone(Context ctx) {
    AbortableBody<T> made = body;
    if (made != null && !made.isOver()) {
      made.letGoWhenOver(ctx.afterFunc(() -> abortIfDone(ctx)));
    }
  }

  private void abortIfDone(Context ctx) {
    try {
      ctx.throwIfDone();
    } catch (ContextException e) {
      abort(e);
    }
  }
}
