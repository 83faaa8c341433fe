package dev.baton.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Takes the modules of the build, not the copies of them that a forked lifecycle works on. */
  static PackedClasses of(List<MavenProject> modules) {
    Map<String, String> directories = new HashMap<>();
    for (MavenProject module : modules) {
      add(module.getArtifact(), module.getBuild().getOutputDirectory(), directories);
      for (Artifact attached : module.getAttachedArtifacts()) {
        if (TESTS.equals(attached.getClassifier())) {
          add(attached, module.getBuild().getTestOutputDirectory(), directories);
        }
      }
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

  private static void add(
      @Nullable Artifact artifact, String directory, Map<String, String> directories) {
    File archive = artifact == null ? null : artifact.getFile();
    if (archive != null && archive.isFile()) {
      directories.put(archive.getPath(), directory);
    }
  }
}
