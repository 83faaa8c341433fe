package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WithoutCancelTest {
  private static final Key<String> USER = Key.of("user");

  @Test
  void promise23_keepsValuesAndDropsTheRest() {
    try (CancellableContext parent =
        Context.background().withValue(USER, "ada").withTimeout(Duration.ofHours(1))) {
      Context before = parent.withoutCancel();
      parent.cancel(new Exception("why"));
      Context after = parent.withoutCancel();
      for (Context each : new Context[] {before, after, after.withValue(Key.of("x"), "y")}) {
        assertThat(each.value(USER)).isEqualTo("ada");
        assertThat(each.deadline()).isEmpty();
        assertThat(each.remaining()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(each.isDone()).isFalse();
        assertThat(each.err()).isNull();
        assertThat(each.cause()).isNull();
        each.throwIfDone();
        assertThat(each.done().toCompletableFuture().isDone()).isFalse();
        assertThat(each.afterFunc(() -> {}).stop()).isTrue();
      }
    }
  }

  @Test
  void promise23_contextsBelowAreIndependentOfThoseAbove() {
    try (CancellableContext parent = Context.background().withTimeout(Duration.ofHours(1));
        CancellableContext below = parent.withoutCancel().withValue(USER, "ada").withCancel();
        CancellableContext longer = parent.withoutCancel().withTimeout(Duration.ofHours(2))) {
      parent.cancel();
      assertThat(below.isDone()).isFalse();
      assertThat(longer.isDone()).isFalse();
      assertThat(longer.remaining()).isGreaterThan(Duration.ofMinutes(61));
      assertThat(below.cancel()).isTrue();
      assertThat(below.err()).isEqualTo(ContextError.CANCELLED);
    }
  }
}
