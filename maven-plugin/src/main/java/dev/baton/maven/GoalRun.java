package dev.baton.maven;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;

/**
 * What a goal is done for: all modules of a command line, or the one that a pom binds it to.
 *
 * @param name what tells it from the other runs that share its data
 * @param data where its modules meet
 * @param modules how many they are
 * @param part why it is not about a whole project, empty where it is
 */
record GoalRun(String name, SessionData data, int modules, Optional<String> part) {

  /** Of a goal that Maven calls for each module. */
  static GoalRun ofEachModule(MavenSession session, MojoExecution goal) {
    return isBound(goal)
        ? alone(session, goal)
        : new GoalRun(
            goal.getGoal() + ":" + goal.getExecutionId(),
            session.getRepositorySession().getData(),
            session.getProjects().size(),
            WholeProject.isMissing(session));
  }

  /** Of a goal that Maven calls once. */
  static GoalRun alone(MavenSession session, MojoExecution goal) {
    return new GoalRun(
        goal.getGoal() + ":" + goal.getExecutionId(),
        new DefaultSessionData(),
        /* modules= */ 1,
        isBound(goal) ? Optional.of("a pom binds the goal") : WholeProject.isMissing(session));
  }

  private static boolean isBound(MojoExecution goal) {
    return goal.getSource() != MojoExecution.Source.CLI;
  }
}
