package dev.baton.maven;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Suppresses what Baton's checks find in the main and test sources of all modules: each finding at
 * the innermost declaration around it, with a reason.
 *
 * <p>Maven compiles the project first; where that fails, nothing is touched. Changes are made on
 * copies, all modules of the build are compiled with them, and only then they are written to the
 * project. Files below a build directory are left alone.
 */
@Mojo(name = "suppress", aggregator = true, threadSafe = true)
@Execute(lifecycle = "baton", phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class SuppressMojo extends EditingMojo {

  /** Why the findings are right as they are: needed, and written beside each annotation. */
  @Parameter(property = "baton.reason")
  private @Nullable String reason;

  @Inject
  SuppressMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    super(repositories, toolchains);
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Suppression suppression = Suppression.because(reason);
    edit(
        (checks, sources) -> new SuppressingAnalyzer(checks, sources, suppression),
        SuppressReport::new);
  }
}
