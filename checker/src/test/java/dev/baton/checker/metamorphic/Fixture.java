package dev.baton.checker.metamorphic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.baton.checker.CheckedSources;
import dev.baton.checker.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A file and the bodies in it. */
record Fixture(String path, String text, ImmutableList<Body> bodies) {

  /** All fixtures of the checks. */
  static ImmutableList<Fixture> all() {
    ImmutableList<Fixture> files =
        Fixtures.filesBelow(Fixtures.folder()).stream()
            .map(Fixture::in)
            .collect(ImmutableList.toImmutableList());
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    Writer.nullWriter(),
                    null,
                    diagnostic -> {},
                    ImmutableList.of("-proc:none"),
                    null,
                    Lists.transform(files, Fixture::source));
    try {
      ImmutableList<CompilationUnitTree> units = ImmutableList.copyOf(task.parse());
      task.analyze();
      return Streams.zip(files.stream(), units.stream(), (file, unit) -> file.read(unit, task))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file, of which nobody has looked for bodies yet. */
  private static Fixture in(Path file) {
    try {
      return new Fixture(
          Fixtures.folder().relativize(file).toString().replace('\\', '/'),
          Files.readString(file),
          ImmutableList.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Fixture read(CompilationUnitTree unit, JavacTask task) {
    return new Fixture(path, text, BodyFinder.bodiesIn(unit, text, task));
  }

  JavaFileObject source() {
    return CheckedSources.source(path, text);
  }

  /** The file with all its bodies, or parts of them, wrapped, and each line where it was. */
  JavaFileObject wrapped(Function<Body, Wrapped> wrapping) {
    TreeMap<Integer, String> insertions = new TreeMap<>();
    for (Body body : bodies) {
      Wrapped wrapped = wrapping.apply(body);
      insertions.put(wrapped.body().start(), wrapped.before());
      insertions.put(wrapped.body().end(), wrapped.after());
    }
    StringBuilder all = new StringBuilder(text);
    for (Map.Entry<Integer, String> insertion : insertions.descendingMap().entrySet()) {
      all.insert(insertion.getKey(), insertion.getValue());
    }
    return CheckedSources.source(path, all.toString());
  }
}
