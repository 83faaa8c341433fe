/** Contexts of servlet requests. */
module dev.baton.context.servlet {
  requires transitive dev.baton.context;
  requires transitive dev.baton.context.metadata;
  requires transitive jakarta.servlet;
  requires static org.jspecify;

  exports dev.baton.context.servlet;
}
