package dev.baton.maven.driver;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Loads the checks once for all compilations of this JVM. From a class loader of its own for each,
 * as javac does it, they would run without ever having been compiled by the JVM.
 */
final class SharedPlugins extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private static final Map<List<File>, ClassLoader> LOADERS = new HashMap<>();

  SharedPlugins(StandardJavaFileManager files) {
    super(files);
  }

  @Override
  public ClassLoader getClassLoader(Location location) {
    if (location != StandardLocation.ANNOTATION_PROCESSOR_PATH) {
      return super.getClassLoader(location);
    }
    List<File> path = new ArrayList<>();
    fileManager.getLocation(location).forEach(path::add);
    if (!path.stream().allMatch(File::isFile)) {
      // The project writes these classes itself, perhaps between two compilations.
      return super.getClassLoader(location);
    }
    // javac closes what it is given.
    return new ClassLoader(LOADERS.computeIfAbsent(path, SharedPlugins::load)) {};
  }

  private static ClassLoader load(List<File> path) {
    return new URLClassLoader(urls(path), ClassLoader.getSystemClassLoader());
  }

  static URL[] urls(List<File> path) {
    List<URL> urls = new ArrayList<>();
    for (File element : path) {
      try {
        urls.add(element.toURI().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(element.toString(), e);
      }
    }
    return urls.toArray(URL[]::new);
  }
}
