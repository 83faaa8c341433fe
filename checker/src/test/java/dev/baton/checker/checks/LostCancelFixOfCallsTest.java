package dev.baton.checker.checks;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the calls that close by hand what the block closes then. */
final class LostCancelFixOfCallsTest {

  @TempDir private Path folder;

  private Shops shops() {
    return new Shops(LostCancel.class, folder);
  }

  @Test
  void whatClosesItByHand() {
    shops()
        .changes(
            "everyLastCallGoes",
            """
              int weigh(Context ctx, String kind) {
                var child = ctx.withCancel();
                int weight;
                switch (kind) {
                  case "letter":
                    weight = 1;
                    child.cancel();
                    break;
                  case "parcel":
                    weight = child.isDone() ? 0 : 5;
                    break;
                  default:
                    weight = 9;
                    child.cancel();
                }
                return weight;
              }
            """,
            """
              int weigh(Context ctx, String kind) {
                try (var child = ctx.withCancel()) {
                  int weight;
                  switch (kind) {
                    case "letter":
                      weight = 1;
                      break;
                    case "parcel":
                      weight = child.isDone() ? 0 : 5;
                      break;
                    default:
                      weight = 9;
                  }
                  return weight;
                }
              }
            """)
        .changes(
            "earlyCallsStay",
            """
              void work(Context ctx, String id) {
                var child = ctx.withCancel();
                if (isOpen()) {
                  child.cancel();
                  print(id);
                  return;
                }
                if (id.isEmpty()) {
                  child.cancel(new IllegalStateException(id));
                  return;
                }
                load(child, id);
              }
            """,
            """
              void work(Context ctx, String id) {
                try (var child = ctx.withCancel()) {
                  if (isOpen()) {
                    child.cancel();
                    print(id);
                    return;
                  }
                  if (id.isEmpty()) {
                    child.cancel(new IllegalStateException(id));
                    return;
                  }
                  load(child, id);
                }
              }
            """)
        .changes(
            "calledInCatchAndAfter",
            """
              boolean isReachable(Context ctx) {
                var probe = ctx.withCancel();
                try {
                  load(probe, "x");
                  probe.cancel();
                } catch (IllegalStateException e) {
                  return false;
                }
                return true;
              }
            """,
            """
              boolean isReachable(Context ctx) {
                try (var probe = ctx.withCancel()) {
                  try {
                    load(probe, "x");
                  } catch (IllegalStateException e) {
                    return false;
                  }
                  return true;
                }
              }
            """)
        .changes(
            "trailingTryGoesAway",
            """
              String name(Context ctx, String id) {
                var timed = ctx.withTimeout(SECOND);
                if (isOpen()) {
                  return id;
                }

                try {
                  // the slow way
                  String name = load(timed, id);

                  return name;
                } finally {
                  timed.cancel();
                }
              }
            """,
            """
              String name(Context ctx, String id) {
                try (var timed = ctx.withTimeout(SECOND)) {
                  if (isOpen()) {
                    return id;
                  }

                  // the slow way
                  String name = load(timed, id);

                  return name;
                }
              }
            """)
        .changes(
            "trailingTryKeepsItsCatch",
            """
              String name(Context ctx, String id) {
                var timed = ctx.withTimeout(SECOND);
                if (isOpen()) {
                  return id;
                }
                try {
                  return load(timed, id);
                } catch (IllegalStateException e) {
                  return "";
                } finally {
                  timed.close();
                }
              }
            """,
            """
              String name(Context ctx, String id) {
                try (var timed = ctx.withTimeout(SECOND)) {
                  if (isOpen()) {
                    return id;
                  }
                  try {
                    return load(timed, id);
                  } catch (IllegalStateException e) {
                    return "";
                  }
                }
              }
            """)
        .changes(
            "trailingTryKeepsItsResources",
            """
              String name(Context ctx, String id) throws IOException {
                var timed = ctx.withTimeout(SECOND);
                if (isOpen()) {
                  return id;
                }
                try (var in = new StringReader(id)) {
                  return load(timed, id) + in.read();
                } finally {
                  timed.close();
                }
              }
            """,
            """
              String name(Context ctx, String id) throws IOException {
                try (var timed = ctx.withTimeout(SECOND)) {
                  if (isOpen()) {
                    return id;
                  }
                  try (var in = new StringReader(id)) {
                    return load(timed, id) + in.read();
                  }
                }
              }
            """)
        .changes(
            "finallyThatDoesMore",
            """
              String name(Context ctx, String id) {
                var timed = ctx.withTimeout(SECOND);
                if (isOpen()) {
                  return id;
                }
                try {
                  return load(timed, id);
                } finally {
                  print(id);
                  timed.cancel();
                }
              }
            """,
            """
              String name(Context ctx, String id) {
                try (var timed = ctx.withTimeout(SECOND)) {
                  if (isOpen()) {
                    return id;
                  }
                  try {
                    return load(timed, id);
                  } finally {
                    print(id);
                  }
                }
              }
            """)
        .changes(
            "tryWithACommentStays",
            """
              int work(Context ctx) {
                var child = ctx.withCancel();
                if (isOpen()) {
                  return -1;
                }
                try { // slow
                  return load(child, "x").length();
                } finally {
                  child.cancel();
                }
              }
            """,
            """
              int work(Context ctx) {
                try (var child = ctx.withCancel()) {
                  if (isOpen()) {
                    return -1;
                  }
                  try { // slow
                    return load(child, "x").length();
                  } finally {
                    child.cancel();
                  }
                }
              }
            """)
        .changes(
            "tryInAnotherStyle",
            """
              int work(Context ctx)
              {
                int n;
                var child = ctx.withCancel();
                if (isOpen())
                {
                  return -1;
                }
                try
                {
                  n = load(child, "x").length();
                }
                finally
                {
                  child.cancel();
                }
                return n;
              }
            """,
            """
              int work(Context ctx)
              {
                int n;
                try (var child = ctx.withCancel()) {
                  if (isOpen())
                  {
                    return -1;
                  }
                  n = load(child, "x").length();
                  return n;
                }
              }
            """)
        .test();
  }
}
