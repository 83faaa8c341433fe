/** Contexts of gRPC calls, on both sides. */
module dev.baton.context.grpc {
  requires transitive dev.baton.context;
  requires transitive dev.baton.context.metadata;
  requires transitive io.grpc;
  requires transitive io.grpc.stub;
  requires static org.jspecify;

  exports dev.baton.context.grpc;
}
