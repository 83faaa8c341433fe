package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ValueTest {
  private static final Key<String> USER = Key.of("user");
  private static final Key<String> SAME_NAME = Key.of("user");
  private static final Key<Integer> RETRIES = Key.of("retries", 3);

  @Test
  void promise27_theNearestWins() {
    Context outer = Context.background().withValue(USER, "ada");
    Context inner = outer.withCancel().withValue(USER, "bob").withTimeout(Duration.ofHours(1));
    assertThat(outer.value(USER)).isEqualTo("ada");
    assertThat(inner.value(USER)).isEqualTo("bob");
  }

  @Test
  void promise27_nullShadowsValuesAndDefaults() {
    Context ctx = Context.background().withValue(USER, "ada").withValue(USER, null);
    assertThat(ctx.value(USER)).isNull();
    assertThat(ctx.value(RETRIES)).isEqualTo(3);
    assertThat(ctx.withValue(RETRIES, null).value(RETRIES)).isNull();
    assertThat(ctx.withValue(RETRIES, 5).value(RETRIES)).isEqualTo(5);
  }

  @Test
  void promise27_theIdentityOfTheKeyCounts() {
    Context ctx = Context.background().withValue(USER, "ada");
    assertThat(ctx.value(SAME_NAME)).isNull();
    assertThat(ctx.withValue(SAME_NAME, "bob").value(USER)).isEqualTo("ada");
    assertThat(USER).isNotEqualTo(SAME_NAME);
  }

  @Test
  void promise27_manyKeysInAnyOrder() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Key<Integer>> keys = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      keys.add(i % 2 == 0 ? Key.of("k" + i) : Key.of("k" + i, -i));
    }
    Map<Key<Integer>, Integer> model = new HashMap<>();
    Context ctx = Context.background();
    for (int step = 0; step < 2_000; step++) {
      Key<Integer> key = keys.get(random.nextInt(1 + step % keys.size()));
      Integer value = random.nextInt(10) == 0 ? null : Integer.valueOf(step);
      ctx = ctx.withValue(key, value);
      model.put(key, value);
      if (random.nextInt(7) == 0) {
        ctx = ctx.withCancel();
      }
      if (step % 50 == 0) {
        for (Key<Integer> each : keys) {
          Integer missing = RootsOf.defaultOf(each);
          assertWithMessage("%s after %s steps, seed %s", each, step, seed)
              .that(ctx.value(each))
              .isEqualTo(model.getOrDefault(each, missing));
        }
      }
    }
  }

  /** What a context without values gives. */
  private static final class RootsOf {
    static <T> T defaultOf(Key<T> key) {
      return Context.background().value(key);
    }
  }
}
