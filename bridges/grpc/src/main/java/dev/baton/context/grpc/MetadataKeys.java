package dev.baton.context.grpc;

import io.grpc.Metadata;

/** Keys of gRPC's metadata that are text. */
final class MetadataKeys {
  private MetadataKeys() {}

  static Metadata.Key<String> text(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
