package dev.baton.context;

import static com.google.common.truth.Truth.assertWithMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DerivedFromDoneTest {
  @Test
  void promise28_doneAtBirthWithTheParentsErrAndCause() {
    Exception why = new Exception("why");
    CancellableContext cancelled = Context.background().withCancel();
    cancelled.cancel(why);
    CancellableContext expired = Context.background().withTimeout(Duration.ZERO, why);
    for (CancellableContext parent : List.of(cancelled, expired)) {
      for (Context child :
          List.of(
              parent.withCancel(),
              parent.withTimeout(Duration.ofHours(1), new Exception("other")),
              parent.withTimeout(Duration.ZERO, new Exception("other")),
              parent.withTimeout(Duration.ofHours(-1), new Exception("other")),
              parent.withDeadline(Instant.MIN, new Exception("other")),
              parent.withDeadline(Instant.MAX),
              parent.withCancelOn(Context.background()),
              Context.background().withCancelOn(parent),
              Context.background().withCancelOn(parent).withTimeout(Duration.ZERO),
              parent.withValue(Key.of("x"), "y"),
              parent.withCancel().withValue(Key.of("x"), "y").withCancel())) {
        assertWithMessage("%s", child).that(child.err()).isEqualTo(parent.err());
        assertWithMessage("%s", child).that(child.cause()).isSameInstanceAs(why);
        if (child instanceof CancellableContext owner) {
          assertWithMessage("%s", child).that(owner.cancel()).isFalse();
        }
      }
    }
  }
}
