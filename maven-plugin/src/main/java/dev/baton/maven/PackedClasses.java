package dev.baton.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The archives that the build made before this goal, as {@code mvn package ...:fix} does: modules
 * then compile against them, and not against the directories with the classes.
 */
final class PackedClasses {

  private static final String TESTS = "tests";

  /** Directories with classes by the archives that they are packed in. */
  private final Map<String, String> directories;

  PackedClasses(Map<String, String> directories) {
    this.directories = Map.copyOf(directories);
  }

  static PackedClasses of(List<Compilation> compilations) {
    Map<String, String> directories = new HashMap<>();
    for (Compilation compilation : compilations) {
      archive(compilation)
          .map(Artifact::getFile)
          .filter(File::isFile)
          .ifPresent(file -> directories.put(file.getPath(), compilation.classes()));
    }
    return new PackedClasses(directories);
  }

  /** A path in which each such directory is found, before its archive. */
  List<String> unpacked(List<String> path) {
    List<String> unpacked = new ArrayList<>();
    for (String element : path) {
      @Nullable String directory = directories.get(element);
      if (directory != null) {
        unpacked.add(directory);
      }
      unpacked.add(element);
    }
    return unpacked;
  }

  private static Optional<Artifact> archive(Compilation compilation) {
    MavenProject project = compilation.project();
    return compilation.ofTests()
        ? project.getAttachedArtifacts().stream()
            .filter(artifact -> TESTS.equals(artifact.getClassifier()))
            .findFirst()
        : Optional.ofNullable(project.getArtifact());
  }
}
