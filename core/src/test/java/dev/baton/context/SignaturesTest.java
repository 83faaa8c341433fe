package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.annotation.ContextCarrier;
import dev.baton.context.annotation.DetachedWork;
import dev.baton.context.annotation.MustCancel;
import dev.baton.context.annotation.RequiresContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * Programs are written against these signatures: each is used once, so that a change shows here.
 */
final class SignaturesTest {
  private static final Key<String> TRACE = Key.of("trace");
  private static final Key<Integer> LIMIT = Key.of("limit", 10);
  private final Throwable why = new Throwable("why");

  @ContextCarrier("stands for a request object of a framework")
  @RequiresContext
  interface Service {
    @MustCancel
    Context open(Context ctx);

    @DetachedWork("goes on after its request")
    void audit(Context ctx);
  }

  private static final class Worker {
    @DetachedWork("a daemon")
    Worker() {}
  }

  @Test
  void derivations() {
    try (CancellableContext a = Context.todo().withCancel();
        CancellableContext b = a.withTimeout(Duration.ofHours(1));
        CancellableContext c = b.withTimeout(Duration.ofMinutes(5), why);
        CancellableContext d = c.withDeadline(Instant.MAX);
        CancellableContext e = d.withDeadline(Instant.MAX, why);
        CancellableContext f = e.withCancelOn(Context.background())) {
      Context g = f.withValue(TRACE, "t").withValue(LIMIT, null).withoutCancel();
      String trace = g.value(TRACE);
      Integer limit = g.value(LIMIT);
      assertThat(trace).isEqualTo("t");
      assertThat(limit).isNull();
      AutoCloseable closeable = f;
      Runnable close = f::close;
      assertThat(closeable).isNotNull();
      close.run();
      boolean late = e.cancel(why) && e.cancel();
      assertThat(late).isFalse();
      assertThat(new Worker()).isNotNull();
      assertThat(TRACE.name()).isEqualTo("trace");
    }
  }

  @Test
  void observations() throws InterruptedException, ExecutionException {
    Context ctx = Context.background().withTimeout(Duration.ZERO, why);
    boolean done = ctx.isDone();
    ContextError err = ctx.err();
    Throwable cause = ctx.cause();
    Optional<Instant> deadline = ctx.deadline();
    Duration remaining = ctx.remaining();
    CompletionStage<Void> stage = ctx.done();
    String value = ctx.await(CompletableFuture.completedFuture("v"));
    boolean ended = ctx.awaitDone(Duration.ZERO);
    ctx.awaitDone();
    assertThat(done && ended).isTrue();
    assertThat(List.of(err, cause, deadline, remaining, stage, value)).hasSize(6);
    try (Registration one = ctx.afterFunc(() -> {});
        Registration two = ctx.afterFunc(Runnable::run, () -> {})) {
      assertThat(two.stop()).isFalse();
      assertThat(one).isInstanceOf(AutoCloseable.class);
    }
    Callable<Boolean> stop = Context.background().afterFunc(() -> {})::stop;
    assertThat(stop).isNotNull();
    try {
      ctx.throwIfDone();
    } catch (DeadlineExceededException e) {
      ContextException general = e;
      CancellationException standard = general;
      assertThat(general.error()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
      assertThat(standard).hasCauseThat().isSameInstanceAs(why);
    }
    CancellableContext live = Context.background().withCancel();
    live.cancel();
    assertThrows(CancelledException.class, live::throwIfDone);
  }

  @Test
  void theTypesAreClosed() {
    assertThat(Context.class.isSealed()).isTrue();
    assertThat(ContextException.class.isSealed()).isTrue();
    for (Class<?> type :
        List.of(
            Context.class,
            CancellableContext.class,
            ContextException.class,
            CancelledException.class,
            DeadlineExceededException.class,
            Key.class)) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        assertThat(Modifier.isPublic(constructor.getModifiers())).isFalse();
        assertThat(Modifier.isProtected(constructor.getModifiers())).isFalse();
      }
    }
    for (Class<?> permitted : Context.class.getPermittedSubclasses()) {
      boolean known = permitted == CancellableContext.class;
      assertThat(Modifier.isPublic(permitted.getModifiers())).isEqualTo(known);
    }
    for (Class<?> permitted : CancellableContext.class.getPermittedSubclasses()) {
      assertThat(Modifier.isPublic(permitted.getModifiers())).isFalse();
      assertThat(Modifier.isFinal(permitted.getModifiers())).isTrue();
    }
  }
}
