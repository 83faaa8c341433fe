package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that pass the context when the fix has been applied. */
final class DroppedContextFixTest {

  @TempDir private Path folder;

  @Test
  void fixPassesTheContext() {
    FixTester.of(DroppedContext.class, folder)
        .changes(
            "Orders.java",
            """
            import dev.baton.context.*;
            import java.util.*;

            class Orders<K> {
              Orders(String... names) {}

              Orders(Context ctx, String... names) {}

              int count() {
                return 0;
              }

              int count(Context ctx) {
                return 1;
              }

              <T> List<T> all(T one, int n) {
                return List.of(one);
              }

              <T> List<T> all(Context ctx, T one, int n) {
                return List.of();
              }

              Object of(Context ctx, String id) {
                List<String> all = this.<String>all( // the first
                    id, count(/* all */ ));
                new Orders<String>("a", "b") {}.count(ctx);
                return new Orders<>(all.get(0)).count();
              }
            }
            """,
            """
            import dev.baton.context.*;
            import java.util.*;

            class Orders<K> {
              Orders(String... names) {}

              Orders(Context ctx, String... names) {}

              int count() {
                return 0;
              }

              int count(Context ctx) {
                return 1;
              }

              <T> List<T> all(T one, int n) {
                return List.of(one);
              }

              <T> List<T> all(Context ctx, T one, int n) {
                return List.of();
              }

              Object of(Context ctx, String id) {
                List<String> all = this.<String>all(ctx,  // the first
                    id, count(ctx/* all */ ));
                new Orders<String>(ctx, "a", "b") {}.count(ctx);
                return new Orders<>(ctx, all.get(0)).count(ctx);
              }
            }
            """)
        .test();
  }

  @Test
  void noFixThatWouldNotCompile() {
    FixTester.of(DroppedContext.class, folder)
        .leaves(
            "Orders.java",
            """
            import dev.baton.context.*;
            import java.io.IOException;

            abstract class Orders {
              abstract int load(String id);

              abstract int load(Context ctx, String id) throws IOException;

              abstract int count(String id);

              abstract long count(Context ctx, String id);

              abstract int find(String id);

              abstract int find(Context ctx, String id);

              abstract int find(Context ctx, Integer id);

              abstract int sum(int... n);

              abstract int sum(Context ctx, int[] n);

              int of(Context ctx) {
                int n = load("") + find(null) + sum(1, 2);
                try {
                  n = count("");
                } finally {
                  find("");
                }
                return n;
              }
            }
            """)
        .test();
  }
}
