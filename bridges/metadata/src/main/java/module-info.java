/** What a request says about itself: its trace, its baggage, and headers that travel on. */
module dev.baton.context.metadata {
  requires transitive dev.baton.context;
  requires static org.jspecify;

  exports dev.baton.context.metadata;
}
