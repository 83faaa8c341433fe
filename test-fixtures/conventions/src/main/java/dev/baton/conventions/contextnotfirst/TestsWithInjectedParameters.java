package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test may name what JUnit hands to it first; a source of arguments has its own order. */
class TestsWithInjectedParameters {

  @BeforeEach
  void start(TestInfo test, Context ctx) {
    ctx.throwIfDone();
  }

  @AfterEach
  void stop(TestReporter reporter, Context ctx) {
    reporter.publishEntry("done", String.valueOf(ctx.isDone()));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void waitsAtMost(Duration wait, Context ctx) throws InterruptedException {
    ctx.awaitDone(wait);
  }

  @RepeatedTest(2)
  // BUG: Diagnostic contains: context `ctx` is parameter 3 of `reports`; move it first
  void reports(TestInfo test, TestReporter reporter, Context ctx) {
    reporter.publishEntry(test.getDisplayName(), String.valueOf(ctx.isDone()));
  }
}
