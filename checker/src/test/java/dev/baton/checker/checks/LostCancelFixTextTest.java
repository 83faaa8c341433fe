package dev.baton.checker.checks;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.baton.checker.FixTester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fix leaves of comments, blank lines, text blocks and indentation. */
final class LostCancelFixTextTest {

  private static final String TEXT_BLOCKS =
      """
        void work(Context ctx, String id) throws IOException {
          var child = ctx.withCancel();
          print(\"""
              {
                "id": 1,

              }
            \""");
          print(
      \"""
      left
        in\\
        line
      \""");
          read(child);
          child.cancel();
        }
      """;

  private static final String TEXT_BLOCKS_MOVED =
      """
        void work(Context ctx, String id) throws IOException {
          try (var child = ctx.withCancel()) {
            print(\"""
                {
                  "id": 1,

                }
              \""");
            print(
        \"""
        left
          in\\
          line
        \""");
            read(child);
          }
        }
      """;

  private static final String PLAIN =
      """
      import dev.baton.context.Context;
      import java.util.List;

      class Plain {
        static boolean isLive(Context ctx, List<String> ids) {
          Context child = ctx.withCancel();
          for (String id : ids) {
            if (id.isEmpty()) {
              return false;
            }
          }
          return !child.isDone();
        }
      }
      """;

  private static final String CLOSED =
      """
      import dev.baton.context.CancellableContext;
      import dev.baton.context.Context;
      import java.util.List;

      class Plain {
        static boolean isLive(Context ctx, List<String> ids) {
          try (CancellableContext child = ctx.withCancel()) {
            for (String id : ids) {
              if (id.isEmpty()) {
                return false;
              }
            }
            return !child.isDone();
          }
        }
      }
      """;

  @TempDir private Path folder;

  private Shops shops() {
    return new Shops(LostCancel.class, folder);
  }

  private void changes(String before, String after) {
    FixTester.of(LostCancel.class, folder).changes("Plain.java", before, after).test();
  }

  @Test
  void theOwnerTypeIsImported() {
    changes(PLAIN, CLOSED);
  }

  @Test
  void theOwnerTypeIsQualifiedWhereItsNameIsTaken() {
    String taken = "class Plain {\n  class CancellableContext {}";

    changes(
        PLAIN.replace("class Plain {", taken),
        CLOSED
            .replace("import dev.baton.context.CancellableContext;\n", "")
            .replace("(CancellableContext", "(dev.baton.context.CancellableContext")
            .replace("class Plain {", taken));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "   ", "    "})
  void linesAreIndentedAsTheOthersAre(String unit) {
    changes(PLAIN.replace("  ", unit), CLOSED.replace("  ", unit));
  }

  /** Error Prone ends the lines of imports with line feeds, so there is no new one. */
  @Test
  void linesEndAsTheOthersDo() {
    changes(
        PLAIN.replace("\n", "\r\n"),
        CLOSED
            .replace("import dev.baton.context.CancellableContext;\n", "")
            .replace("(CancellableContext", "(dev.baton.context.CancellableContext")
            .replace("\n", "\r\n"));
  }

  @Test
  void textBlocksMoveAndMeanTheSame() {
    shops().changes("textBlocks", TEXT_BLOCKS, TEXT_BLOCKS_MOVED).test();

    assertThat(literals(TEXT_BLOCKS)).contains("left\n  in  line\n");
    assertThat(literals(TEXT_BLOCKS_MOVED)).isEqualTo(literals(TEXT_BLOCKS));
  }

  @Test
  void whatItLooksLike() {
    shops()
        .changes(
            "commentsStayWhereTheyAre",
            """
              void work(Context ctx, String id) { // in
                // before
                var child = ctx.withCancel(); // the child
                /* first */
                load(child, id); // loads
                /*
                 * second,
                 * in lines
                 */
                if (isOpen()) return; // leaves

                // third
                print(id);
                // the end
                child.cancel(); // frees the timer
                // after
              } // out
            """,
            """
              void work(Context ctx, String id) { // in
                // before
                try (var child = ctx.withCancel()) { // the child
                  /* first */
                  load(child, id); // loads
                  /*
                   * second,
                   * in lines
                   */
                  if (isOpen()) return; // leaves

                  // third
                  print(id);
                  // the end
                  // frees the timer
                  // after
                }
              } // out
            """)
        .changes(
            "lastCallBesideComments",
            """
              void work(Context ctx) {
                if (isOpen()) {
                  var child = ctx.withCancel();
                  if (isOpen()) return;
                  use(child); // used
                  child.cancel(); }
                var child = ctx.withCancel();
                if (isOpen()) return;
                use(child);
                /* now */ child.cancel(); /* done */
              }
            """,
            """
              void work(Context ctx) {
                if (isOpen()) {
                  try (var child = ctx.withCancel()) {
                    if (isOpen()) return;
                    use(child); // used
                  } }
                try (var child = ctx.withCancel()) {
                  if (isOpen()) return;
                  use(child);
                  /* now */ /* done */
                }
              }
            """)
        .changes(
            "blankLinesStay",
            """
              String work(Context ctx, String id) {
                print(id);

                var child = ctx.withCancel();

                if (isOpen()) {

                  return load(child, id);
                }

                print(id);

                child.cancel();

                return id;
              }
            """,
            """
              String work(Context ctx, String id) {
                print(id);

                try (var child = ctx.withCancel()) {
                  if (isOpen()) {

                    return load(child, id);
                  }

                  print(id);

                  return id;
                }
              }
            """)
        .changes(
            "blankLineBeforeLastCall",
            """
              void work(Context ctx, String id) throws IOException {
                var child = ctx.withCancel();
                read(child);

                child.cancel();
              }
            """,
            """
              void work(Context ctx, String id) throws IOException {
                try (var child = ctx.withCancel()) {
                  read(child);
                }
              }
            """)
        .changes(
            "oneLine",
            """
              void work(Context ctx) { var child = ctx.withCancel(); use(child); }
            """,
            """
              void work(Context ctx) { try (var child = ctx.withCancel()) { use(child); } }
            """)
        .changes(
            "oneLineWithLastCall",
            """
              void work(Context ctx) throws IOException { var child = ctx.withCancel(); read(child); child.cancel(); }
            """,
            """
              void work(Context ctx) throws IOException { try (var child = ctx.withCancel()) { read(child); } }
            """)
        .changes(
            "oneLineWithTry",
            """
              void work(Context ctx) throws IOException {
                if (isOpen()) { var child = ctx.withCancel(); read(ctx); try { read(child); } finally { child.cancel(); } }
              }
            """,
            """
              void work(Context ctx) throws IOException {
                if (isOpen()) { try (var child = ctx.withCancel()) { read(ctx); read(child); } }
              }
            """)
        .changes(
            "severalStatementsOnALine",
            """
              String work(Context ctx, String id) throws IOException {
                print(id); var child = ctx.withCancel(); read(child);
                if (isOpen()) { child.close(); return id; }
                read(child); child.cancel(); return id;
              }
            """,
            """
              String work(Context ctx, String id) throws IOException {
                print(id); try (var child = ctx.withCancel()) { read(child);
                  if (isOpen()) { return id; }
                  read(child); return id;
                }
              }
            """)
        .test();
  }

  private static List<Object> literals(String members) {
    List<Object> values = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
        values.add(literal.getValue());
        return null;
      }
    }.scan(parse("class Shop {" + members + "}"), null);
    return values;
  }

  private static Iterable<? extends CompilationUnitTree> parse(String code) {
    JavaFileObject file = JavaFileObjects.forSourceString("Shop", code);
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, null, null, List.of(file));
    try {
      return task.parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
