package dev.baton.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import dev.baton.context.Context;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each idiom of Go has its counterpart, which compiles and in which the checks find nothing. */
final class FromGoTest {

  private static final String IMPORTS =
      """
      import static java.nio.charset.StandardCharsets.UTF_8;

      import com.sun.net.httpserver.HttpHandler;
      import dev.baton.context.*;
      import dev.baton.context.concurrent.*;
      import dev.baton.context.http.*;
      import dev.baton.context.jdbc.*;
      import dev.baton.context.testing.*;
      import java.io.IOException;
      import java.net.Socket;
      import java.net.URI;
      import java.net.http.*;
      import java.net.http.HttpResponse.BodyHandlers;
      import java.sql.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.Consumer;
      """;

  /** What a reader takes to be elsewhere. */
  private static final String ELSEWHERE =
      """
      record Order(String id) {}

      record Page(Order order, int stock) {}

      abstract class Repository {
        Executor executor;

        abstract Order load(Context ctx, String id);

        abstract void loadAll(Context ctx, List<String> ids);

        abstract boolean isLocked(Context ctx, String id);

        abstract int stock(Context ctx, String id);

        abstract void audit(Context ctx, Order order);

        abstract void watch(Consumer<Throwable> problems);

        abstract void log(Throwable problem);

        abstract void close(Socket socket);

        abstract void assertEquals(Object expected, Object actual);

        static void serveUntilDone(Context ctx) throws InterruptedException {
          ctx.awaitDone();
        }
      }
      """;

  @Test
  void eachCounterpartCompilesAndIsNotFlagged() throws IOException {
    List<String> blocks = Page.of("from-go.md").code("java");

    assertThat(blocks.size()).isAtLeast(20);
    for (String block : blocks) {
      Compilation compilation =
          Javac.compile(
              Javac.source(
                  "Idiom",
                  IMPORTS
                      + "abstract class Idiom extends Repository {\n"
                      + block
                      + "}\n"
                      + ELSEWHERE));
      assertWithMessage(block).that(compilation.diagnostics()).isEmpty();
    }
  }

  @Test
  void eachIdiomOfGoHasOne() throws IOException {
    Page page = Page.of("from-go.md");

    for (String heading : page.headings(2)) {
      Page section = page.section(heading);
      assertWithMessage(heading)
          .that(section.code("java").size())
          .isAtLeast(section.code("go").size());
    }
  }

  @Test
  void allThatAContextCanDoIsThere() throws IOException {
    String text = Page.of("from-go.md").text();

    Stream<String> methods =
        Stream.of(Context.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .filter(name -> !name.equals("toString"));
    methods.forEach(name -> assertThat(text).containsMatch("\\b" + name + "\\("));
  }

  @Test
  void eachCheckIsThereWithItsLinter() throws IOException {
    String linters = Page.of("from-go.md").section("Linters").text();

    // It is about contexts that are bound to a thread, of which Go has none.
    Checks.NAMES.stream()
        .filter(check -> !check.equals("AttachWithoutDetach"))
        .forEach(check -> assertThat(linters).contains("(../checker/docs/" + check + ".md)"));
  }
}
