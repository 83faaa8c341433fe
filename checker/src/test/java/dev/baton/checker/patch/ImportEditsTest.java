package dev.baton.checker.patch;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where imports are put, in files whose class has one finding that needs them. */
final class ImportEditsTest {

  private static final String NEEDS_DURATION = needs("import java.time.Duration");

  @TempDir Path directory = Path.of("");

  @Test
  void anImportThatIsThereStaysAlone() throws IOException {
    assertThat(fixed("import java.time.Duration;\nimport java.util.List;\n" + NEEDS_DURATION))
        .startsWith("import java.time.Duration;\nimport java.util.List;\nclass A");
  }

  @Test
  void itGoesBesideThoseOfItsPackage() throws IOException {
    assertThat(
            fixed(
                """
                package p;

                import java.util.List; // a list
                import java.time.Instant; // a time

                // others
                import java.io.IOException;
                """
                    + NEEDS_DURATION))
        .startsWith(
            """
            package p;

            import java.util.List; // a list
            import java.time.Duration;
            import java.time.Instant; // a time

            // others
            import java.io.IOException;
            class A""");
  }

  @Test
  void itGoesAfterThoseThatAreSortedBeforeIt() throws IOException {
    assertThat(
            fixed(
                """
                import java.io.IOException;
                import java.time.Clock; // a clock
                import java.util.List;
                """
                    + NEEDS_DURATION))
        .startsWith(
            """
            import java.io.IOException;
            import java.time.Clock; // a clock
            import java.time.Duration;
            import java.util.List;
            class A""");
  }

  @Test
  void aStaticImportGoesToItsKind() throws IOException {
    String needsMax = needs("import static java.lang.Math.max");

    assertThat(fixed("import static java.lang.Math.min;\nimport java.util.List;\n" + needsMax))
        .startsWith(
            "import static java.lang.Math.max;\nimport static java.lang.Math.min;\n"
                + "import java.util.List;\nclass A");
    assertThat(fixed("package p;\n\nimport java.util.List;\n" + needsMax))
        .startsWith(
            "package p;\n\nimport static java.lang.Math.max;\n\nimport java.util.List;\nclass A");
  }

  @Test
  void anImportGoesBelowStaticOnes() throws IOException {
    assertThat(fixed("import static java.lang.Math.min;\n\n" + NEEDS_DURATION))
        .startsWith("import static java.lang.Math.min;\n\nimport java.time.Duration;\n\nclass A");
  }

  @Test
  void theFirstImportGoesBelowThePackage() throws IOException {
    assertThat(fixed("package p; // of a kind\n\n" + NEEDS_DURATION))
        .startsWith("package p; // of a kind\n\nimport java.time.Duration;\n\nclass A");
    assertThat(fixed("package p; " + NEEDS_DURATION))
        .startsWith("package p;\n\nimport java.time.Duration; class A");
  }

  @Test
  void theFirstImportOfAFileWithoutPackageGoesToTheTop() throws IOException {
    assertThat(fixed("/** A. */\n" + NEEDS_DURATION))
        .startsWith("import java.time.Duration;\n\n/** A. */\nclass A");
  }

  @Test
  void severalAreAddedEach() throws IOException {
    assertThat(
            fixed(
                "import java.util.List;\n"
                    + needs("import java.time.Duration: import java.util.Map")))
        .startsWith(
            "import java.time.Duration;\nimport java.util.List;\nimport java.util.Map;\nclass A");
  }

  private static String needs(String imports) {
    return "class A { Object a = \"use it: null: " + imports + "\"; }\n";
  }

  private String fixed(String source) throws IOException {
    Path file = directory.resolve("A.java");
    Files.deleteIfExists(directory.resolve(FixRecorder.FILE));
    Files.writeString(file, source);
    List<String> lines = Recording.of(directory, file);
    assertThat(lines).hasSize(1);
    String fixed = Recording.applied(lines, source);
    assertThat(fixed).endsWith("class A { Object a = null; }\n");
    return fixed;
  }
}
