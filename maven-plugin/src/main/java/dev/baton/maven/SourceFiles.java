package dev.baton.maven;

import java.io.File;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.codehaus.plexus.util.DirectoryScanner;

/** The source files of a compilation, chosen as maven-compiler-plugin does. */
final class SourceFiles {

  private static final String JAVA = ".java";

  private SourceFiles() {}

  /** The Java files below the roots, sorted; no includes means all of them. */
  static List<String> find(List<String> roots, List<String> includes, List<String> excludes) {
    SortedSet<String> files = new TreeSet<>();
    for (String root : roots) {
      File directory = new File(root);
      if (directory.isDirectory()) {
        addFiles(directory, includes, excludes, files);
      }
    }
    return List.copyOf(files);
  }

  private static void addFiles(
      File root, List<String> includes, List<String> excludes, SortedSet<String> files) {
    DirectoryScanner scanner = new DirectoryScanner();
    scanner.setBasedir(root);
    scanner.setIncludes(includes.isEmpty() ? new String[] {"**/*.java"} : toArray(includes));
    scanner.setExcludes(toArray(excludes));
    scanner.addDefaultExcludes();
    scanner.scan();
    for (String name : scanner.getIncludedFiles()) {
      if (name.endsWith(JAVA)) {
        // Roots may be written with steps up; javac and the project name each file in one way.
        files.add(new File(root, name).toPath().toAbsolutePath().normalize().toString());
      }
    }
  }

  private static String[] toArray(List<String> patterns) {
    return patterns.toArray(String[]::new);
  }
}
