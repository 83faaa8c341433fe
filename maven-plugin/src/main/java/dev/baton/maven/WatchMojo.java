package dev.baton.maven;

import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Not for the command line: {@code check} runs it before Maven compiles, so that a module that
 * fails before its check is not passed over in silence.
 */
@Mojo(name = "watch", threadSafe = true)
public final class WatchMojo extends AbstractMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Override
  public void execute() {
    MavenExecutionRequest request = session.getRequest();
    // Modules of a parallel build share the request.
    synchronized (request) {
      request.setExecutionListener(
          CompileFailures.reportedBeside(request.getExecutionListener(), getLog()::error));
    }
  }
}
