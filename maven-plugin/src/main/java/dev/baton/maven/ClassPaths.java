package dev.baton.maven;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.languages.java.jpms.LocationManager;
import org.codehaus.plexus.languages.java.jpms.ResolvePathsRequest;
import org.codehaus.plexus.languages.java.jpms.ResolvePathsResult;

/**
 * Where a compilation finds the types of others: on the class path, and in a project with a module
 * descriptor on the module path. Which goes where is decided by the library that
 * maven-compiler-plugin also asks.
 */
record ClassPaths(List<String> classPath, List<String> modulePath) {

  private static final String MODULE_DESCRIPTOR = "module-info.java";

  /**
   * Splits what a project compiles with. Its own classes stay on the class path, where they are
   * when it compiles for the first time: later, they would be a module that is there twice.
   */
  static ClassPaths split(String ownClasses, List<String> elements, List<String> sourceFiles)
      throws IOException {
    File descriptor =
        sourceFiles.stream()
            .map(File::new)
            .filter(f -> f.getName().equals(MODULE_DESCRIPTOR))
            .findFirst()
            .orElse(null);
    if (descriptor == null) {
      return new ClassPaths(elements, List.of());
    }
    List<File> others =
        elements.stream().filter(e -> !e.equals(ownClasses)).map(File::new).toList();
    ResolvePathsRequest<File> request =
        ResolvePathsRequest.ofFiles(others)
            .setIncludeStatic(true)
            .setMainModuleDescriptor(descriptor);
    ResolvePathsResult<File> result = new LocationManager().resolvePaths(request);
    List<String> classPath = new ArrayList<>(List.of(ownClasses));
    result.getClasspathElements().forEach(e -> classPath.add(e.getPath()));
    return new ClassPaths(
        List.copyOf(classPath),
        result.getModulepathElements().keySet().stream().map(File::getPath).toList());
  }
}
