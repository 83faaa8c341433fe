package dev.baton.maven;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types of contexts that the flags of the checks ask for. A module that lacks one has nothing
 * to check of it; where every module does, the name may be wrong.
 */
final class AskedTypes {

  private static final String TYPES = "-XepOpt:Baton:ContextTypes=";
  private static final String MODELS = "-XepOpt:Baton:Models=";

  /** Those of the models that are built in. */
  private static final Map<String, String> TYPE_OF_MODEL =
      Map.of(
          "grpc", "io.grpc.Context",
          "opentelemetry", "io.opentelemetry.context.Context");

  private AskedTypes() {}

  /** The canonical names of the types. */
  static Set<String> in(String flags) {
    Set<String> types = new TreeSet<>();
    for (String flag : flags.trim().split("\\s+", -1)) {
      valuesOf(TYPES, flag).forEach(types::add);
      valuesOf(MODELS, flag)
          .filter(TYPE_OF_MODEL::containsKey)
          .map(TYPE_OF_MODEL::get)
          .forEach(types::add);
    }
    return types;
  }

  private static Stream<String> valuesOf(String name, String flag) {
    return flag.startsWith(name)
        ? Arrays.stream(flag.substring(name.length()).split(",", -1))
            .map(String::trim)
            .filter(value -> !value.isEmpty())
        : Stream.empty();
  }

  /** Those of the types that are on a path. */
  static Set<String> on(List<String> path, Set<String> types) throws IOException {
    Set<String> found = new TreeSet<>();
    if (types.isEmpty()) {
      return found;
    }
    try (URLClassLoader classes =
        new URLClassLoader(urls(path), ClassLoader.getPlatformClassLoader())) {
      for (String type : types) {
        if (files(type).anyMatch(file -> classes.getResource(file) != null)) {
          found.add(type);
        }
      }
    }
    return found;
  }

  private static URL[] urls(List<String> path) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String element : path) {
      urls.add(new File(element).toURI().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  /** The class may be nested in others. */
  private static Stream<String> files(String type) {
    return Stream.iterate(type.replace('.', '/'), name -> name.contains("/"), AskedTypes::nested)
        .map(name -> name + ".class");
  }

  private static String nested(String name) {
    int last = name.lastIndexOf('/');
    return name.substring(0, last) + '$' + name.substring(last + 1);
  }
}
