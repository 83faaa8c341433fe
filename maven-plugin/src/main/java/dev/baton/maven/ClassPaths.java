package dev.baton.maven;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.languages.java.jpms.JavaModuleDescriptor;
import org.codehaus.plexus.languages.java.jpms.LocationManager;
import org.codehaus.plexus.languages.java.jpms.ResolvePathsRequest;
import org.codehaus.plexus.languages.java.jpms.ResolvePathsResult;
import org.jspecify.annotations.Nullable;

/**
 * Where a compilation finds the types of others: on the class path, and in a project with a module
 * descriptor on the module path. Which goes where is decided by the library that
 * maven-compiler-plugin also asks.
 *
 * @param patch the module that the compiled sources are part of without having its descriptor
 */
record ClassPaths(List<String> classPath, List<String> modulePath, Optional<ModulePatch> patch) {

  private static final String MODULE_DESCRIPTOR = "module-info.java";
  private static final String COMPILED_DESCRIPTOR = "module-info.class";

  /** Everything on the class path. */
  static ClassPaths onClassPath(List<String> elements) {
    return new ClassPaths(List.copyOf(elements), List.of(), Optional.empty());
  }

  /**
   * Splits what main sources compile with. Their own classes stay on the class path, where they are
   * when they are compiled for the first time: later, they would be a module that is there twice.
   */
  static ClassPaths split(String ownClasses, List<String> elements, List<String> sourceFiles)
      throws IOException {
    @Nullable File descriptor = descriptor(sourceFiles);
    if (descriptor == null) {
      return onClassPath(elements);
    }
    List<File> others =
        elements.stream().filter(e -> !e.equals(ownClasses)).map(File::new).toList();
    ResolvePathsResult<File> result = resolve(others, descriptor);
    List<String> classPath = new ArrayList<>(List.of(ownClasses));
    classPath.addAll(paths(result.getClasspathElements()));
    return new ClassPaths(
        List.copyOf(classPath), paths(result.getModulepathElements().keySet()), Optional.empty());
  }

  /**
   * Splits what tests compile with. Those of a module are a part of it, unless they are a module of
   * their own.
   */
  static ClassPaths splitForTests(
      String mainClasses,
      List<String> mainRoots,
      List<String> elements,
      List<String> testRoots,
      List<String> sourceFiles)
      throws IOException {
    List<File> all = elements.stream().map(File::new).toList();
    File compiled = new File(mainClasses, COMPILED_DESCRIPTOR);
    @Nullable File ofTests = descriptor(sourceFiles);
    if (ofTests != null) {
      boolean patchesMain =
          compiled.exists() && name(resolve(all, compiled)).equals(name(resolve(all, ofTests)));
      return new ClassPaths(
          List.of(),
          List.copyOf(elements),
          patchesMain
              ? Optional.of(
                  new ModulePatch(
                      name(resolve(all, ofTests)), mainRoots, /* readsClassPath= */ false))
              : Optional.empty());
    }
    if (!compiled.exists()) {
      return onClassPath(elements);
    }
    ResolvePathsResult<File> result = resolve(all, compiled);
    List<String> patches = new ArrayList<>(List.of(mainClasses));
    patches.addAll(testRoots);
    return new ClassPaths(
        paths(result.getClasspathElements()),
        paths(result.getModulepathElements().keySet()),
        Optional.of(new ModulePatch(name(result), patches, /* readsClassPath= */ true)));
  }

  /** The same with every list of paths changed. */
  ClassPaths with(UnaryOperator<List<String>> change) {
    return new ClassPaths(
        change.apply(classPath),
        change.apply(modulePath),
        patch.map(p -> new ModulePatch(p.module(), change.apply(p.roots()), p.readsClassPath())));
  }

  /** Whether anything is looked for in a directory. */
  boolean contain(String directory) {
    return classPath.contains(directory)
        || modulePath.contains(directory)
        || patch.filter(p -> p.roots().contains(directory)).isPresent();
  }

  private static @Nullable File descriptor(List<String> sourceFiles) {
    return sourceFiles.stream()
        .map(File::new)
        .filter(f -> f.getName().equals(MODULE_DESCRIPTOR))
        .findFirst()
        .orElse(null);
  }

  private static ResolvePathsResult<File> resolve(List<File> elements, File descriptor)
      throws IOException {
    ResolvePathsRequest<File> request =
        ResolvePathsRequest.ofFiles(elements)
            .setIncludeStatic(true)
            .setMainModuleDescriptor(descriptor);
    return new LocationManager().resolvePaths(request);
  }

  private static String name(ResolvePathsResult<File> result) {
    JavaModuleDescriptor descriptor = result.getMainModuleDescriptor();
    return descriptor.name();
  }

  private static List<String> paths(Iterable<File> files) {
    List<String> paths = new ArrayList<>();
    files.forEach(file -> paths.add(file.getPath()));
    return List.copyOf(paths);
  }

  /**
   * Sources that are compiled into a module which has its descriptor elsewhere.
   *
   * @param roots where the module's parts are, the sources among them
   * @param readsClassPath whether the module may use what is on the class path
   */
  record ModulePatch(String module, List<String> roots, boolean readsClassPath) {

    List<String> options() {
      List<String> options = new ArrayList<>();
      options.add("--patch-module");
      options.add(module + "=" + String.join(File.pathSeparator, roots));
      if (readsClassPath) {
        options.addAll(Arrays.asList("--add-reads", module + "=ALL-UNNAMED"));
      }
      return options;
    }
  }
}
