package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks, from the jar that users get, over the sources of libraries of others. */
final class RealCodeIT {

  private static final Path LIBRARIES = Path.of("..", "test-fixtures", "real-code", "target");

  /** Read one by one: each is right. */
  private static final ImmutableListMultimap<String, String> EXPECTED =
      ImmutableListMultimap.<String, String>builder()
          .put(
              "flight-core", "/org/apache/arrow/flight/auth/AuthConstants.java:47 PublicContextKey")
          .put(
              "flight-core",
              "/org/apache/arrow/flight/grpc/RequestContextAdapter.java:26 PublicContextKey")
          .put(
              "flight-core",
              "/org/apache/arrow/flight/grpc/ServerInterceptorAdapter.java:75 PublicContextKey")
          .put(
              "google-cloud-spanner",
              "/com/google/cloud/spanner/SpannerOptions.java:185 PublicContextKey")
          .put("grpc-api", "/io/grpc/InternalServer.java:26 PublicContextKey")
          .put(
              "grpc-services",
              "/io/grpc/services/InternalCallMetricRecorder.java:30 PublicContextKey")
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commons-lang3",
        "flight-core",
        "google-cloud-spanner",
        "grpc-api",
        "grpc-core",
        "grpc-services",
        "guava",
        "opencensus-api",
        "opencensus-impl-core",
        "quarkus-grpc",
        "temporal-sdk"
      })
  void contextsOfGrpc(String library) throws IOException {
    assertThat(findings(library, "-XepOpt:Baton:Models=grpc"))
        .containsExactlyElementsIn(EXPECTED.get(library));
  }

  /** Types that are passed around as much as contexts are in code that has many. */
  @ParameterizedTest
  @ValueSource(strings = {"commons-lang3", "guava", "temporal-sdk"})
  void asIfCommonTypesWereContexts(String library) throws IOException {
    String types = "java.lang.CharSequence,java.util.Collection,java.util.concurrent.Executor";

    assertThat(findings(library, "-XepOpt:Baton:ContextTypes=" + types).size()).isAtLeast(400);
  }

  @Test
  void codeThatKnowsNoContext() throws IOException {
    assertThat(findings("opencensus-api")).isEmpty();
  }

  private static ImmutableList<String> findings(String library, String... flags)
      throws IOException {
    String classPath =
        LIBRARIES.resolve(Path.of(library, "grpc-core.jar"))
            + File.pathSeparator
            + Files.readString(LIBRARIES.resolve("class.path")).strip();
    Path sources = LIBRARIES.resolve(Path.of("sources", library + "-sources.jar"));
    return PackagedChecker.findingsIn(sources, classPath, flags).stream()
        .map(finding -> finding.file() + ":" + finding.line() + " " + finding.check())
        .collect(toImmutableList());
  }
}
