package dev.baton.context.grpc;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;

/** Both sides in one process. */
final class InProcessTest extends GrpcContextsContract {
  @Override
  Server startServer(ServerServiceDefinition service) throws IOException {
    return InProcessServerBuilder.forName(InProcessServerBuilder.generateName())
        .addService(service)
        .intercept(GrpcContexts.serverInterceptor())
        .build()
        .start();
  }

  @Override
  ManagedChannel connect(Server server) {
    return InProcessChannelBuilder.forAddress(server.getListenSockets().get(0)).build();
  }
}
