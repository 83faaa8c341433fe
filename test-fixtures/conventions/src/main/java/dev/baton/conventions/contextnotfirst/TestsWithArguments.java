package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments are injected before what an extension resolves: there is no other order. */
class TestsWithArguments {

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of("/users", 200, Context.background()),
        Arguments.of("/none", 404, Context.background()));
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @MethodSource("requests")
  void answers(String path, int status, Context ctx) {
    check(ctx, path, status);
  }

  @ParameterizedTest
  @EnumSource(TimeUnit.class)
  void waits(TimeUnit unit, Context ctx) throws InterruptedException {
    ctx.awaitDone(Duration.of(1, unit.toChronoUnit()));
  }

  private static void check(Context ctx, String path, int status) {
    ctx.throwIfDone();
  }
}
