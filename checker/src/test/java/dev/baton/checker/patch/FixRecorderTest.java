package dev.baton.checker.patch;

import static com.google.common.truth.Truth.assertThat;

import dev.baton.checker.checks.StoredContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that are written down for {@link LiteralFixes}. */
final class FixRecorderTest {

  @TempDir Path directory = Path.of("");

  @Test
  void aFindingWithoutFixHasALineWithoutEdits() throws IOException {
    assertThat(recorded("class A { Object a = \"use it\"; Object b = \"use it: 7\"; }"))
        .containsExactly(
            file() + "\tLiteralFixes\tuse it", file() + "\tLiteralFixes\tuse it\t42\t53\t7")
        .inOrder();
  }

  @Test
  void aLineSaysWhereWhatAndHow() throws IOException {
    assertThat(recorded("class A { Object a = \"use a number: 7\"; }"))
        .containsExactly(file() + "\tLiteralFixes\tuse a number\t21\t38\t7");
  }

  @Test
  void anEditIsAsSmallAsItCanBe() throws IOException {
    assertThat(recorded("class A { Object a = \"use me: \\\"use you\\\"\"; }"))
        .containsExactly(file() + "\tLiteralFixes\tuse me\t26\t41\tyou");
  }

  @Test
  void whatWouldBreakTheLineIsEscaped() throws IOException {
    assertThat(recorded("class A { Object a = \"use it: a\\tb\\nc\\rd\\\\e\"; }").get(0))
        .endsWith("\ta\\tb\\nc\\rd\\\\e");
  }

  @Test
  void positionsCountCarriageReturns() throws IOException {
    assertThat(recorded("class A {\r\n  Object a = \"use 7: 7\";\r\n}\r\n"))
        .containsExactly(file() + "\tLiteralFixes\tuse 7\t24\t34\t7");
  }

  @Test
  void everyClassOfEveryFileIsLookedAtOnce() throws IOException {
    Path other = directory.resolve("B.java");
    Files.writeString(other, "class B { Object b = \"use 8: 8\"; }");
    Files.writeString(
        file(), "class A { Object a = \"use 7: 7\"; } class C { Object c = \"use 9: 9\"; }");

    List<String> lines = Recording.of(directory, file(), other);

    assertThat(lines.stream().map(line -> line.substring(line.length() - 1)))
        .containsExactly("7", "9", "8")
        .inOrder();
  }

  /** The checks run there, and must get through. */
  @Test
  void codeThatDoesNotCompile() throws IOException {
    Files.writeString(
        file(),
        """
        import dev.baton.context.Context;

        class A {
          private static final Context ROOT = Context.background();
          private static final Context OTHER = Context.background();

          void run(String id) {
            missing(ROOT);
            OTHER.isDone();
          }
        }
        """);

    List<String> lines =
        Recording.of(directory, StoredContext.class, /* compiles= */ false, file());

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("`ROOT`");
    assertThat(lines.get(0)).endsWith("parameter");
    assertThat(lines.get(1)).contains("`OTHER`");
  }

  private Path file() {
    return directory.resolve("A.java");
  }

  private List<String> recorded(String source) throws IOException {
    Files.writeString(file(), source);
    return Recording.of(directory, file());
  }
}
