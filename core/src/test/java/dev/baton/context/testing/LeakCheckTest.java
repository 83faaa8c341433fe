package dev.baton.context.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Iterables;
import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Threads;
import dev.baton.context.concurrent.ContextGroup;
import dev.baton.context.testing.LeakCheck.Leak;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeakCheckTest {
  private static final Context ROOT =
      ManualTime.start(Instant.parse("2026-01-01T00:00:00Z")).background();

  @Test
  void aContextThatNobodyCancels() {
    LeakCheck check = LeakCheck.start();
    CancellableContext lost = ROOT.withTimeout(Duration.ofSeconds(3));

    Leak leak = Iterables.getOnlyElement(check.leaks());
    assertThat(leak.context()).isEqualTo("ManualTime.background.withTimeout(PT3S)");
    assertThat(leak.where().get(0).getClassName()).isEqualTo(LeakCheckTest.class.getName());
    assertThat(leak.where().get(0).getMethodName()).isEqualTo("aContextThatNobodyCancels");
    AssertionError error = assertThrows(AssertionError.class, check::close);
    assertThat(error)
        .hasMessageThat()
        .isEqualTo(
            "1 context was created and never cancelled:\n"
                + "  ManualTime.background.withTimeout(PT3S), created at "
                + leak.where().get(0));
    lost.cancel();
  }

  @Test
  void everyKindOfContextAndEveryWayToCancelIt() {
    try (LeakCheck check = LeakCheck.start()) {
      List<CancellableContext> made =
          List.of(
              ROOT.withCancel(),
              ROOT.withTimeout(Duration.ofSeconds(1)),
              ROOT.withDeadline(Instant.MAX),
              ROOT.withTimeout(Duration.ZERO),
              ROOT.withCancelOn(ROOT.withoutCancel()));
      assertThat(check.leaks().stream().map(Leak::context))
          .containsExactlyElementsIn(Iterables.transform(made, CancellableContext::toString))
          .inOrder();
      made.get(0).cancel();
      made.get(1).close();
      made.get(2).cancel(new Exception("why"));
      made.get(3).cancel(); // was done
      assertThat(check.leaks()).hasSize(1);
      made.get(4).close();
    }
  }

  @Test
  void whatAnAncestorEndsHasToBeCancelledAllTheSame() {
    LeakCheck check = LeakCheck.start();
    CancellableContext parent = ROOT.withCancel();
    CancellableContext child = parent.withCancel();
    parent.cancel();
    assertThat(child.isDone()).isTrue();
    assertThat(Iterables.getOnlyElement(check.leaks()).context()).isEqualTo(child.toString());
    child.close();
    check.close();
  }

  @Test
  void whatWasThereBeforeAndWhatComesLaterIsNotSeen() {
    CancellableContext before = ROOT.withCancel();
    LeakCheck check = LeakCheck.start();
    before.withCancel().cancel();
    check.close();
    CancellableContext later = ROOT.withCancel();
    assertThat(check.leaks()).isEmpty();
    check.close();
    before.cancel();
    later.cancel();
  }

  @Test
  void itNamesTheCallerOfABridge() {
    try (LeakCheck check = LeakCheck.start()) {
      try (ContextGroup group = ContextGroup.of(ROOT)) {
        Leak open = Iterables.getOnlyElement(check.leaks());
        assertThat(open.where().get(0).getMethodName()).isEqualTo("itNamesTheCallerOfABridge");
        assertThat(group.context().isDone()).isFalse();
      }
    }
  }

  @Test
  void itSeesAllThreadsAndSeveralMayBeOpen() {
    LeakCheck outer = LeakCheck.start();
    LeakCheck inner = LeakCheck.start();
    CancellableContext[] made = new CancellableContext[1];
    Threads.join(Threads.start(() -> made[0] = ROOT.withCancel()));
    assertThat(inner.leaks()).hasSize(1);
    assertThrows(AssertionError.class, inner::close);
    made[0].cancel();
    assertThat(inner.leaks()).hasSize(1);
    outer.close();
  }

  @Test
  void whatTheBodyThrowsIsNotHidden() {
    IllegalStateException body = new IllegalStateException("of the body");
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> {
              try (LeakCheck check = LeakCheck.start()) {
                ROOT.withCancel();
                assertThat(check.leaks()).hasSize(1);
                throw body;
              }
            });
    assertThat(thrown).isSameInstanceAs(body);
    assertThat(Iterables.getOnlyElement(List.of(thrown.getSuppressed())))
        .isInstanceOf(AssertionError.class);
  }
}
