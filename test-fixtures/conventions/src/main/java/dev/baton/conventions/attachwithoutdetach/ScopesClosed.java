package dev.baton.conventions.attachwithoutdetach;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block, or a later method, closes each scope. */
final class ScopesClosed {

  private final Map<Object, Scope> scopes = new HashMap<>();
  private @Nullable Scope scope;

  void inABlock(Span span, Runnable work) {
    try (Scope ignored = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
  }

  void inABlockOfItsOwn(Context call, Runnable work) {
    Scope scope = call.makeCurrent();
    try (scope) {
      work.run();
    }
  }

  void byHand(Baggage baggage, Runnable work) {
    Scope scope = baggage.makeCurrent();
    try {
      work.run();
    } finally {
      scope.close();
    }
  }

  void onEachPath(Context call, Runnable work) {
    Scope scope = call.makeCurrent();
    try {
      work.run();
    } catch (Throwable e) {
      scope.close();
      throw e;
    }
    scope.close();
  }

  void ifThereIsOne(@Nullable Context call, Runnable work) {
    Scope scope = null;
    try {
      if (call != null) {
        scope = call.makeCurrent();
      }
      work.run();
    } finally {
      if (scope != null) {
        scope.close();
      }
    }
  }

  void started(Context call) {
    scope = call.makeCurrent();
  }

  void ended() {
    if (scope != null) {
      scope.close();
    }
  }

  void keptFor(Object request, Context call) {
    Scope scope = call.makeCurrent();
    scopes.put(request, scope);
  }

  Scope open(Context call) {
    return call.makeCurrent();
  }

  AutoCloseable openBoth(Context call, Span span) {
    Scope outer = call.makeCurrent();
    Scope inner = span.makeCurrent();
    return () -> {
      inner.close();
      outer.close();
    };
  }

  void wrapped(Context call, Runnable work) {
    call.wrap(work).run();
  }
}
