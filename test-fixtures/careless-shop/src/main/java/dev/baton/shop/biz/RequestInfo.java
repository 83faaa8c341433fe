package dev.baton.shop.biz;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.Optional;

/** What travels with a request besides its arguments. */
public final class RequestInfo {

  public static final Key<String> USER = Key.of("user", "guest");

  private static final Key<String> REQUEST_ID = Key.of("request-id");

  private RequestInfo() {}

  public static Context withRequestId(Context ctx, String requestId) {
    return ctx.withValue(REQUEST_ID, requestId);
  }

  public static Optional<String> requestId(Context ctx) {
    return Optional.ofNullable(ctx.value(REQUEST_ID));
  }
}
