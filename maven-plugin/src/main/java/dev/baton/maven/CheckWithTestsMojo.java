package dev.baton.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Checks the test sources as well: {@code check} has Maven compile and resolve nothing of tests.
 */
@Mojo(name = "check-with-tests", threadSafe = true)
@Execute(lifecycle = "baton", phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class CheckWithTestsMojo extends CheckMojo {

  @Inject
  CheckWithTestsMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    super(repositories, toolchains);
  }

  @Override
  BuildCompilations.Choice choice() {
    return Compilations::ofMainAndTests;
  }
}
