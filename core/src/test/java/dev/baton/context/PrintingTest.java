package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PrintingTest {
  private static final Key<Object> TOKEN = Key.of("token");

  @Test
  void promise33_theChainWithWhatWasGiven() {
    Context background = Context.background();
    Context todo = Context.todo();
    Duration two = Duration.ofSeconds(2);
    Instant deadline = Instant.parse("2999-01-01T00:00:00Z");
    CancellableContext ctx = background.withCancel();
    assertThat(ctx.withTimeout(two).toString())
        .isEqualTo("Context.background.withCancel.withTimeout(PT2S)");
    assertThat(ctx.withTimeout(two, new Exception("slow")).toString())
        .isEqualTo("Context.background.withCancel.withTimeout(PT2S)");
    assertThat(todo.withDeadline(deadline).withCancel().toString())
        .isEqualTo("Context.todo.withDeadline(2999-01-01T00:00:00Z).withCancel");
    assertThat(ctx.withCancelOn(todo.withTimeout(two)).toString())
        .isEqualTo("Context.background.withCancel.withCancelOn(Context.todo.withTimeout(PT2S))");
    assertThat(ctx.withCancelOn(ctx.withCancelOn(ctx)).toString())
        .isEqualTo(
            "Context.background.withCancel"
                + ".withCancelOn(Context.background.withCancel.withCancelOn(...))");
    assertThat(ctx.withValue(TOKEN, 1).withoutCancel().withCancel().toString())
        .isEqualTo("Context.background.withCancel.withValue(token).withoutCancel.withCancel");
    assertThat(todo.withValue(TOKEN, 1).withCancel().withValue(TOKEN, 2).toString())
        .isEqualTo("Context.todo.withValue(token).withCancel.withValue(token)");
    assertThat(todo.withValue(TOKEN, 1).withoutCancel().withValue(TOKEN, 2).toString())
        .isEqualTo("Context.todo.withValue(token).withoutCancel.withValue(token)");
    assertThat(todo.withValue(TOKEN, 1).withCancel().withCancel().toString())
        .isEqualTo("Context.todo.withValue(token).withCancel.withCancel");
  }

  @Test
  void promise33_printingTellsTheSameAfterTheDeadlineWasAskedFor() {
    CancellableContext ctx = Context.background().withTimeout(Duration.ofSeconds(2));
    assertThat(ctx.deadline()).isPresent();
    assertThat(ctx.toString()).isEqualTo("Context.background.withTimeout(PT2S)");
    ctx.cancel(new Exception("why"));
    assertThat(ctx.toString()).isEqualTo("Context.background.withTimeout(PT2S)");
  }

  @Test
  void promise33_neverAValue() {
    Object secret =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("printed");
          }
        };
    assertThat(Context.background().withValue(TOKEN, secret).toString())
        .isEqualTo("Context.background.withValue(token)");
    assertThat(TOKEN.toString()).isEqualTo("token");
  }

  @Test
  void promise33_theTextOfNestedJoinsStaysSmall() {
    CancellableContext ctx = Context.background().withCancel();
    for (int i = 0; i < 100; i++) {
      ctx = ctx.withCancelOn(ctx);
    }
    assertThat(ctx.toString().length()).isLessThan(100 * 1_000);
  }

  @Test
  void errorsReadAsGosDo() {
    assertThat(ContextError.CANCELLED.toString()).isEqualTo("context cancelled");
    assertThat(ContextError.DEADLINE_EXCEEDED.toString()).isEqualTo("context deadline exceeded");
  }
}
