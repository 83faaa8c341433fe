package dev.baton.maven;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/** Tells a command for a whole project from one for some of its modules. */
final class WholeProject {

  private static final String POM = "pom.xml";

  private WholeProject() {}

  /** Why a command is not about a whole project, as the end of a sentence; empty where it is. */
  static Optional<String> isMissing(MavenSession session) {
    boolean leavesOut = session.getProjects().size() < session.getAllProjects().size();
    MavenProject start = session.getTopLevelProject();
    boolean hasModules = !start.getModules().isEmpty();
    if (leavesOut || (hasModules && !session.getRequest().isRecursive())) {
      return Optional.of("this run leaves modules out");
    }
    @Nullable MavenProject parent = start.getParent();
    return around(
            Path.of(session.getExecutionRootDirectory()), parent == null ? null : parent.getFile())
        .map(directory -> "this run starts in a module of " + directory);
  }

  /** The directory of a project of which another directory is a module. */
  static Optional<Path> around(Path module, @Nullable File parentPom) {
    Path start = module.toAbsolutePath().normalize();
    List<Path> poms = new ArrayList<>();
    if (parentPom != null) {
      poms.add(parentPom.toPath().toAbsolutePath().normalize());
    }
    for (@Nullable Path above = start.getParent(); above != null; above = above.getParent()) {
      poms.add(above.resolve(POM));
    }
    return poms.stream().filter(pom -> lists(pom, start)).map(Path::getParent).findFirst();
  }

  private static boolean lists(Path pom, Path module) {
    if (!Files.isReadable(pom)) {
      return false;
    }
    try (Reader reader = Files.newBufferedReader(pom)) {
      Model model = new MavenXpp3Reader().read(reader, /* strict= */ false);
      return Stream.concat(
              model.getModules().stream(),
              model.getProfiles().stream().map(Profile::getModules).flatMap(List::stream))
          .map(name -> directory(pom, name))
          .anyMatch(path -> !path.equals(pom.getParent()) && path.equals(module));
    } catch (IOException | XmlPullParserException e) {
      // What is no pom has no modules.
      return false;
    }
  }

  /** Modules are named by their directory or by their pom. */
  private static Path directory(Path pom, String module) {
    Path path = pom.resolveSibling(module.strip()).normalize();
    return Files.isRegularFile(path) ? path.getParent() : path;
  }
}
