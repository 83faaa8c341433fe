package dev.baton.context.bridges;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.baton.context.grpc.GrpcContexts;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

final class GrpcServer implements RunningServer {
  private static final MethodDescriptor<byte[], byte[]> METHOD =
      MethodDescriptor.newBuilder(new Bytes(), new Bytes())
          .setType(MethodType.SERVER_STREAMING)
          .setFullMethodName("Busy/Work")
          .build();

  private Server server;
  private ManagedChannel channel;
  private Duration timeout;

  @Override
  public String name() {
    return "gRPC, by `GrpcContexts`";
  }

  @Override
  public void start(Duration limit, BusyHandler handler) throws IOException {
    timeout = limit;
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .intercept(GrpcContexts.serverInterceptor())
            .addService(
                ServerServiceDefinition.builder("Busy")
                    .addMethod(
                        METHOD,
                        ServerCalls.asyncServerStreamingCall(
                            (request, responses) -> {
                              try {
                                handler.handle(GrpcContexts.current(), responses::onNext);
                              } catch (Exception e) {
                                responses.onError(e);
                              }
                            }))
                    .build())
            .build()
            .start();
    channel =
        NettyChannelBuilder.forAddress(server.getListenSockets().get(0)).usePlaintext().build();
  }

  /** The time limit is in a header alone, so that it is the server's to end the call. */
  @Override
  public Client send() {
    Metadata limit = new Metadata();
    limit.put(
        Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER),
        NANOSECONDS.toMillis(timeout.toNanos()) + "m");
    var unused =
        ClientCalls.blockingServerStreamingCall(
            io.grpc.ClientInterceptors.intercept(
                channel, MetadataUtils.newAttachHeadersInterceptor(limit)),
            METHOD,
            CallOptions.DEFAULT,
            new byte[0]);
    return channel::shutdownNow;
  }

  @Override
  public void close() {
    if (server != null) {
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
