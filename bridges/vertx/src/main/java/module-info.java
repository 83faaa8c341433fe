/** Contexts of the requests of a Vert.x server. */
module dev.baton.context.vertx {
  requires transitive dev.baton.context;
  requires transitive dev.baton.context.metadata;
  requires transitive io.vertx.core;
  requires static org.jspecify;

  exports dev.baton.context.vertx;
}
