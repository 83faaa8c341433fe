package dev.baton.maven;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Fixes what Baton's checks find in the main and test sources of all modules, where a finding has a
 * fix.
 *
 * <p>Maven compiles the project first; where that fails, nothing is touched. Fixes are made on
 * copies, all modules of the build are compiled with them, and only then they are written to the
 * project. Files below a build directory are left alone.
 */
@Mojo(name = "fix", aggregator = true, threadSafe = true)
@Execute(lifecycle = "baton", phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class FixMojo extends EditingMojo {

  @Inject
  FixMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    super(repositories, toolchains);
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    edit(
        (checks, sources) -> checks,
        (outcome, dryRun, sources) -> new FixReport(outcome, dryRun, sources.number()));
  }
}
