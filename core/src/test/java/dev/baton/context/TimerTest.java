package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimerTest {
  @Test
  void theHeapKeepsItsOrderWhenAlarmsAreTakenOutFromTheMiddle() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    AlarmHeap heap = new AlarmHeap();
    List<Alarm> model = new ArrayList<>();
    for (int step = 0; step < 20_000; step++) {
      if (model.isEmpty() || random.nextInt(step < 10_000 ? 3 : 5) < 2) {
        long nanos = random.nextInt(1_000_000);
        Alarm alarm =
            Alarm.strongly(
                new TimedContext(Context.background(), nanos, Duration.ZERO, null, null));
        heap.add(alarm);
        model.add(alarm);
      } else {
        Alarm gone = model.remove(random.nextInt(model.size()));
        heap.remove(gone);
        heap.remove(gone); // nothing happens
      }
    }
    model.sort(Comparator.comparingLong(alarm -> alarm.at));
    for (Alarm alarm : model) {
      Alarm first = heap.first();
      assertWithMessage("seed %s", seed).that(first.at).isEqualTo(alarm.at);
      heap.remove(first);
    }
    assertThat(heap.first()).isNull();
  }

  @Test
  void anEarlierDeadlineWakesTheTimer() throws InterruptedException {
    try (CancellableContext hour = Context.background().withTimeout(Duration.ofHours(1))) {
      hour.afterFunc(() -> {});
      assertThat(hour.awaitDone(Duration.ofMillis(20))).isFalse(); // the timer sleeps by now
      try (CancellableContext soon = Context.background().withTimeout(Duration.ofMillis(2))) {
        assertThat(soon.awaitDone(Threads.LIMIT)).isTrue();
      }
    }
  }
}
