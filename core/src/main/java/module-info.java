/** Explicit request contexts: cancel signals, deadlines and request-scoped values. */
module dev.baton.context {
  // Each for a bridge alone: who uses that requires the module, others need not have it.
  requires static java.net.http;
  requires static java.sql;
  requires static jdk.httpserver;
  requires static org.jspecify;

  exports dev.baton.context;
  exports dev.baton.context.annotation;
  exports dev.baton.context.concurrent;
  exports dev.baton.context.http;
  exports dev.baton.context.jdbc;
  exports dev.baton.context.testing;
}
