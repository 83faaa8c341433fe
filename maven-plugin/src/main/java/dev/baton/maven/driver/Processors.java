package dev.baton.maven.driver;

import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/**
 * A project's annotation processors, from a class loader of their own.
 *
 * <p>On one path with the checks, the project's Guava would meet that of Error Prone. Each
 * compilation has its own, as in javac: they keep what they find in static fields, and some are
 * written anew by the build between two compilations.
 */
final class Processors implements AutoCloseable {

  private final URLClassLoader loader;
  private final List<String> names;

  Processors(ProcessorChoice choice) {
    List<File> path = choice.effectivePath().stream().map(File::new).toList();
    this.loader = new URLClassLoader(SharedPlugins.urls(path), ClassLoader.getSystemClassLoader());
    this.names = choice.names();
  }

  /** The processors in javac's order; discovered ones are made one by one, as javac asks. */
  Iterable<Processor> load() throws ReflectiveOperationException {
    if (names.isEmpty()) {
      return ServiceLoader.load(Processor.class, loader);
    }
    List<Processor> named = new ArrayList<>();
    for (String name : names) {
      Class<?> type = Class.forName(name, true, loader);
      named.add((Processor) type.getDeclaredConstructor().newInstance());
    }
    return named;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
