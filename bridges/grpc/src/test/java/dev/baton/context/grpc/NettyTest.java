package dev.baton.context.grpc;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Over a socket. */
final class NettyTest extends GrpcContextsContract {
  @Override
  Server startServer(ServerServiceDefinition service) throws IOException {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .addService(service)
        .intercept(GrpcContexts.serverInterceptor())
        .build()
        .start();
  }

  @Override
  ManagedChannel connect(Server server) {
    return NettyChannelBuilder.forAddress(server.getListenSockets().get(0)).usePlaintext().build();
  }
}
