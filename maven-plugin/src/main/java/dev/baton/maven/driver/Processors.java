package dev.baton.maven.driver;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/**
 * Loads a project's annotation processors from a class loader of their own.
 *
 * <p>On one path with the checks, the project's Guava would meet that of Error Prone.
 */
final class Processors {

  private Processors() {}

  /** The processors in javac's order; discovered ones are made one by one, as javac asks. */
  static Iterable<Processor> load(ProcessorChoice choice) throws ReflectiveOperationException {
    ClassLoader loader = loader(choice.effectivePath());
    if (choice.names().isEmpty()) {
      return ServiceLoader.load(Processor.class, loader);
    }
    List<Processor> named = new ArrayList<>();
    for (String name : choice.names()) {
      Class<?> type = Class.forName(name, true, loader);
      named.add((Processor) type.getDeclaredConstructor().newInstance());
    }
    return named;
  }

  // Never closed: processors load classes until the JVM ends, which is right after javac.
  private static ClassLoader loader(List<String> path) {
    List<URL> urls = new ArrayList<>();
    for (String element : path) {
      try {
        urls.add(new File(element).toURI().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(element, e);
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getSystemClassLoader());
  }
}
