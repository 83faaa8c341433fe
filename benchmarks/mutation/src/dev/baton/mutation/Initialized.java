package dev.baton.mutation;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pitest.mutationtest.engine.Mutant;
import org.pitest.mutationtest.environment.EnvironmentResetPlugin;
import org.pitest.mutationtest.environment.ResetEnvironment;

/**
 * Initializes all classes of the checker before the first mutant of a JVM: what a mutant puts into
 * a static field would be there for all that come after it.
 */
public final class Initialized implements EnvironmentResetPlugin, ResetEnvironment {

  private boolean isDone;

  @Override
  public String description() {
    return "all classes are initialized before the first mutant";
  }

  @Override
  public ResetEnvironment make() {
    return this;
  }

  @Override
  public void resetFor(Mutant mutant) {
    if (isDone) {
      return;
    }
    isDone = true;
    try {
      Path classes =
          Path.of(
              Class.forName("dev.baton.checker.BatonPlugin")
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      for (String name : namesBelow(classes)) {
        Class.forName(name);
      }
    } catch (ClassNotFoundException | IOException | URISyntaxException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static List<String> namesBelow(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .collect(Collectors.toList());
    }
  }
}
