package dev.baton.checker;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.bugpatterns.BugChecker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The real code below {@code test-fixtures/conventions}: a folder a check, marked line by line. */
public final class Fixtures {

  private static final Path ROOT =
      Path.of("..", "test-fixtures", "conventions", "src", "main", "java");

  /** Switches on the models of the contexts that they use. */
  public static final String MODELS = "-XepOpt:Baton:Models=grpc,opentelemetry";

  private Fixtures() {}

  /** The folder with the code that the check must flag or accept. */
  public static Path folderOf(Class<? extends BugChecker> check) {
    return folder().resolve(check.getSimpleName().toLowerCase(Locale.ROOT));
  }

  /** The folder that holds the folders of all checks. */
  public static Path folder() {
    return ROOT.resolve(Path.of("dev", "baton", "conventions"));
  }

  /** Every source file below a folder, in the order of their names. */
  public static ImmutableList<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles the fixtures of the check, with that check alone, and compares all their marks. */
  public static void verify(Class<? extends BugChecker> check) {
    CompilationTestHelper helper =
        CompilationTestHelper.newInstance(check, Fixtures.class).setArgs(MODELS);
    for (Path file : filesBelow(folderOf(check))) {
      helper.addSourceLines(ROOT.relativize(file).toString(), read(file));
    }
    helper.doTest();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
