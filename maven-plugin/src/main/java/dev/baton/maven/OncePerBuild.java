package dev.baton.maven;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.eclipse.aether.SessionData;

/** Lets a goal that is done for all modules be bound in a pom that they all inherit from. */
final class OncePerBuild {

  private static final String KEY = "dev.baton.done ";

  private OncePerBuild() {}

  /** Whether a pom binds the goal, and another module came first with it. */
  static boolean isDone(MavenSession session, MojoExecution goal) {
    return goal.getSource() != MojoExecution.Source.CLI
        && isDone(
            session.getRepositorySession().getData(), goal.getGoal() + ":" + goal.getExecutionId());
  }

  /** Whether this was asked before. */
  static boolean isDone(SessionData build, String goal) {
    return !build.set(KEY + goal, /* oldValue= */ null, true);
  }
}
