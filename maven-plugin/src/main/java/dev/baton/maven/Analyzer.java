package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** Says what the checks find in sources, some of which may be changed. */
@FunctionalInterface
interface Analyzer {

  /**
   * Compiles what depends on the changed files, with the checks.
   *
   * @param changed the text of each file that is not as it is on disk
   */
  Analysis analyze(Map<Path, String> changed) throws IOException, MojoExecutionException;
}
