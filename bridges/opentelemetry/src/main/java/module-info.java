/** An OpenTelemetry context as a value of a context. */
module dev.baton.context.otel {
  requires transitive dev.baton.context;
  requires transitive io.opentelemetry.context;
  requires static org.jspecify;

  exports dev.baton.context.otel;
}
