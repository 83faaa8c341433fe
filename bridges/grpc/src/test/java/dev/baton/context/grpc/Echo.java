package dev.baton.context.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A service of strings, as the generator would make it, with a method of each kind. */
final class Echo {
  static final MethodDescriptor<String, String> UNARY = method(MethodType.UNARY);
  static final MethodDescriptor<String, String> SERVER = method(MethodType.SERVER_STREAMING);
  static final MethodDescriptor<String, String> CLIENT = method(MethodType.CLIENT_STREAMING);

  private Echo() {}

  private static MethodDescriptor<String, String> method(MethodType type) {
    return MethodDescriptor.newBuilder(new Text(), new Text())
        .setType(type)
        .setFullMethodName("Echo/" + type)
        .build();
  }

  static ServerServiceDefinition unary(ServerCalls.UnaryMethod<String, String> method) {
    return ServerServiceDefinition.builder("Echo")
        .addMethod(UNARY, ServerCalls.asyncUnaryCall(method))
        .build();
  }

  static ServerServiceDefinition server(ServerCalls.ServerStreamingMethod<String, String> method) {
    return ServerServiceDefinition.builder("Echo")
        .addMethod(SERVER, ServerCalls.asyncServerStreamingCall(method))
        .build();
  }

  static ServerServiceDefinition client(ServerCalls.ClientStreamingMethod<String, String> method) {
    return ServerServiceDefinition.builder("Echo")
        .addMethod(CLIENT, ServerCalls.asyncClientStreamingCall(method))
        .build();
  }

  static void answer(StreamObserver<String> responses, String text) {
    responses.onNext(text);
    responses.onCompleted();
  }

  /** A blocking stub, and an asynchronous one. */
  static final class Stub extends AbstractStub<Stub> {
    Stub(Channel channel) {
      this(channel, CallOptions.DEFAULT);
    }

    private Stub(Channel channel, CallOptions options) {
      super(channel, options);
    }

    @Override
    protected Stub build(Channel channel, CallOptions options) {
      return new Stub(channel, options);
    }

    String unary(String request) {
      return ClientCalls.blockingUnaryCall(getChannel(), UNARY, getCallOptions(), request);
    }

    Iterator<String> server(String request) {
      return ClientCalls.blockingServerStreamingCall(
          getChannel(), SERVER, getCallOptions(), request);
    }

    StreamObserver<String> client(StreamObserver<String> responses) {
      return ClientCalls.asyncClientStreamingCall(
          getChannel().newCall(CLIENT, getCallOptions()), responses);
    }
  }

  private static final class Text implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
