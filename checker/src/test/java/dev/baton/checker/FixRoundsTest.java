package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two fixes that would move the same code, one waits for the next round. */
final class FixRoundsTest {

  private static final ImmutableList<String> CHECKS = ImmutableList.of("LostCancel");

  @TempDir private Path folder;

  @Test
  void twoOwnersOfOneBlockAreClosedOneAfterTheOther() {
    SourceTree tree = new SourceTree(folder);
    tree.write(
        "Shop.java",
        """
        import dev.baton.context.Context;

        class Shop {
          static boolean isOpen(Context ctx) {
            var first = ctx.withCancel();
            if (ctx.isDone()) {
              return first.isDone();
            }
            for (int i = 0; i < 3; i++) {
              var second = first.withCancel();
              if (second.isDone()) {
                break;
              }
            }
            Context third = first.withCancel();
            return third.isDone();
          }
        }
        """);

    tree.patch(CHECKS);

    assertThat(tree.texts())
        .containsExactly(
            "Shop.java",
            """
            import dev.baton.context.CancellableContext;
            import dev.baton.context.Context;

            class Shop {
              static boolean isOpen(Context ctx) {
                try (var first = ctx.withCancel()) {
                  if (ctx.isDone()) {
                    return first.isDone();
                  }
                  for (int i = 0; i < 3; i++) {
                    var second = first.withCancel();
                    if (second.isDone()) {
                      break;
                    }
                  }
                  Context third = first.withCancel();
                  return third.isDone();
                }
              }
            }
            """);
    assertThat(tree.findings()).hasSize(2);

    tree.patch(CHECKS);

    assertThat(tree.texts())
        .containsExactly(
            "Shop.java",
            """
            import dev.baton.context.CancellableContext;
            import dev.baton.context.Context;

            class Shop {
              static boolean isOpen(Context ctx) {
                try (var first = ctx.withCancel()) {
                  if (ctx.isDone()) {
                    return first.isDone();
                  }
                  for (int i = 0; i < 3; i++) {
                    try (var second = first.withCancel()) {
                      if (second.isDone()) {
                        break;
                      }
                    }
                  }
                  try (CancellableContext third = first.withCancel()) {
                    return third.isDone();
                  }
                }
              }
            }
            """);
    assertThat(tree.findings()).isEmpty();
  }
}
