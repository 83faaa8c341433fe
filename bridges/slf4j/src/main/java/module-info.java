/** The trace id of a request in the lines of its log. */
module dev.baton.context.slf4j {
  requires transitive dev.baton.context;
  requires transitive dev.baton.context.metadata;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.baton.context.slf4j;
}
