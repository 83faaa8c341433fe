package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.ContextCarrier;
import java.util.Map;
import java.util.Optional;

/** What a handler is given stands for one request, and the context is a part of it. */
final class RequestOfTheFramework {

  private RequestOfTheFramework() {}

  /** One request. */
  @ContextCarrier("the framework makes one a request and passes it to one handler")
  record Request(Context ctx, String path, Map<String, String> headers) {

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /** What takes care of it; the context goes on as a parameter from here. */
  static String handle(Request request) {
    return load(request.ctx(), request.path());
  }

  private static String load(Context ctx, String path) {
    ctx.throwIfDone();
    return path;
  }
}
