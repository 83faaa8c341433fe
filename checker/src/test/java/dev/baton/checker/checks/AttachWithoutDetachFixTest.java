package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import dev.baton.checker.Fixtures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rest of a block puts back when the fix has been applied. */
final class AttachWithoutDetachFixTest {

  private static final String GRPC =
      """
      import io.grpc.Context;

      abstract class Handler {
        private Context own = Context.ROOT;

        abstract String find(String id);

      %s}
      """;

  private static final String OPENTELEMETRY =
      """
      import io.opentelemetry.api.trace.Span;
      import io.opentelemetry.context.Scope;

      abstract class Handler {
        abstract String find(String id);

      %s}
      """;

  @TempDir private Path folder;

  private void changes(String frame, String before, String after) {
    tester().changes("Handler.java", frame.formatted(before), frame.formatted(after)).test();
  }

  private void leaves(String frame, String code) {
    tester().leaves("Handler.java", frame.formatted(code)).test();
  }

  private FixTester tester() {
    return FixTester.of(AttachWithoutDetach.class, folder, Fixtures.MODELS);
  }

  @Test
  void detachedAtTheEnd() {
    changes(
        GRPC,
        """
          String handle(Context call, String id) {
            Context previous = call.attach();
            String found = find(id);
            call.detach(previous);
            return found;
          }
        """,
        """
          String handle(Context call, String id) {
            Context previous = call.attach();
            try {
              String found = find(id);
              return found;
            } finally {
              call.detach(previous);
            }
          }
        """);
  }

  @Test
  void detachedInAFinallyThatComesTooLate() {
    changes(
        GRPC,
        """
          String handle(Context call, String id) {
            Context previous = call.attach();
            if (id.isEmpty()) {
              return id;
            }
            try {
              return find(id);
            } finally {
              call.detach(previous);
            }
          }
        """,
        """
          String handle(Context call, String id) {
            Context previous = call.attach();
            try {
              if (id.isEmpty()) {
                return id;
              }
              return find(id);
            } finally {
              call.detach(previous);
            }
          }
        """);
  }

  @Test
  void neverDetached() {
    changes(
        GRPC,
        """
          void handle(Context call) { Context previous = call.attach(); find("1"); }
        """,
        """
          void handle(Context call) { Context previous = call.attach(); try { find("1"); } finally { call.detach(previous); } }
        """);
  }

  @Test
  void detachedInBetween() {
    leaves(
        GRPC,
        """
          String handle(Context call, String id) {
            Context previous = call.attach();
            String found = find(id);
            call.detach(previous);
            return find(found);
          }
        """);
  }

  @Test
  void ofAContextThatAFinallyCannotName() {
    leaves(
        GRPC,
        """
          void handle() {
            Context previous = own.attach();
            find("1");
            own.detach(previous);
          }
        """);
  }

  @Test
  void dropped() {
    leaves(
        GRPC,
        """
          void handle(Context call) {
            call.attach();
            find("1");
          }
        """);
  }

  @Test
  void closedAtTheEnd() {
    changes(
        OPENTELEMETRY,
        """
          void handle(Span span, String id) {
            Scope scope = span.makeCurrent();
            find(id);
            scope.close();
          }
        """,
        """
          void handle(Span span, String id) {
            try (Scope scope = span.makeCurrent()) {
              find(id);
            }
          }
        """);
  }

  @Test
  void closedInBetween() {
    leaves(
        OPENTELEMETRY,
        """
          String handle(Span span, String id) {
            Scope scope = span.makeCurrent();
            String found = find(id);
            scope.close();
            return find(found);
          }
        """);
  }
}
