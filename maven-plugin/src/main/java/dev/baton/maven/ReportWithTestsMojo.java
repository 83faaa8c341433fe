package dev.baton.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** Reports on the test sources as well: {@code report} has Maven compile nothing of tests. */
@Mojo(name = "report-with-tests", aggregator = true, threadSafe = true)
@Execute(lifecycle = "baton", phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class ReportWithTestsMojo extends ReportMojo {

  @Inject
  ReportWithTestsMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    super(repositories, toolchains);
  }

  @Override
  BuildCompilations.Choice choice() {
    return Compilations::ofMainAndTests;
  }
}
