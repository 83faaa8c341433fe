/** Explicit request contexts: cancel signals, deadlines and request-scoped values. */
module dev.baton.context {
  requires static org.jspecify;

  exports dev.baton.context;
  exports dev.baton.context.annotation;
}
