package dev.baton.conventions.attachwithoutdetach;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** The span of one request is the parent of those of the next. */
final class ScopesLeftOpen {

  void forGood(Context call) {
    // BUG: Diagnostic contains: what `makeCurrent()` returns is dropped, so nothing can put
    call.makeCurrent();
  }

  void ofASpan(Span span) {
    // BUG: Diagnostic contains: context back; open it in a try-with-resources
    span.makeCurrent();
  }

  String notInAFinally(Span span, String id) {
    // BUG: Diagnostic contains: of `find()` on line 23 leaves without it; open `scope` in
    Scope scope = span.makeCurrent();
    String found = find(id);
    scope.close();
    return found;
  }

  String returnsBefore(Context call, String id) {
    // BUG: Diagnostic contains: the `return` on line 32 leaves without it
    Scope scope = call.makeCurrent();
    if (id.isEmpty()) {
      return "";
    }
    scope.close();
    return id;
  }

  void onlyForgotten(Context call) {
    // BUG: Diagnostic contains: the end of the method on line 42 leaves without it
    Scope scope = call.with(Span.getInvalid()).makeCurrent();
    System.out.println(scope);
  }

  String closedWhereItFails(Context call, String id) {
    // BUG: Diagnostic contains: the `return` on line 48 leaves without it
    Scope scope = call.makeCurrent();
    try {
      return find(id);
    } catch (IllegalStateException e) {
      scope.close();
      throw e;
    }
  }

  private static String find(String id) {
    return id + Span.current();
  }
}
