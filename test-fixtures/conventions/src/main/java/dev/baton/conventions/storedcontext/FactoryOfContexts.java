package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A server keeps how to make the context of a request, and makes a new one for each. */
class FactoryOfContexts {

  private final Function<Map<String, String>, Context> fromHeaders;
  private final List<UnaryOperator<Context>> decorators;
  private final Optional<Function<Context, String>> describe;

  FactoryOfContexts(
      Function<Map<String, String>, Context> fromHeaders,
      List<UnaryOperator<Context>> decorators,
      Optional<Function<Context, String>> describe) {
    this.fromHeaders = fromHeaders;
    this.decorators = decorators;
    this.describe = describe;
  }

  String serve(Map<String, String> headers) {
    Context ctx = fromHeaders.apply(headers);
    for (UnaryOperator<Context> decorator : decorators) {
      ctx = decorator.apply(ctx);
    }
    return describe.orElse(Context::toString).apply(ctx);
  }
}
