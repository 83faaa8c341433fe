package dev.baton.maven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one execution of a plugin, with the values that Maven gives it: from the pom,
 * its parents and profiles, the command line, and the plugin's own defaults.
 */
final class ExecutionConfiguration {

  private final Xpp3Dom parameters;
  private final ExpressionEvaluator evaluator;

  private ExecutionConfiguration(Xpp3Dom parameters, ExpressionEvaluator evaluator) {
    this.parameters = parameters;
    this.evaluator = evaluator;
  }

  static ExecutionConfiguration of(
      MojoExecution execution, MavenSession session, MavenProject project) {
    // The evaluator takes the session's project, which is not the one that was compiled: that is
    // the copy on which Maven ran the phases before this goal.
    MavenProject current = session.getCurrentProject();
    session.setCurrentProject(project);
    try {
      return new ExecutionConfiguration(
          execution.getConfiguration(), new PluginParameterExpressionEvaluator(session, execution));
    } finally {
      session.setCurrentProject(current);
    }
  }

  /** Those that another module has for the same goal: what it says itself goes first. */
  static ExecutionConfiguration ofModule(
      MojoExecution goal, MavenSession session, MavenProject module) {
    Xpp3Dom parameters = goal.getConfiguration();
    @Nullable Xpp3Dom written =
        module.getGoalConfiguration(
            goal.getGroupId(), goal.getArtifactId(), goal.getExecutionId(), goal.getGoal());
    MojoExecution ofModule = new MojoExecution(goal.getMojoDescriptor(), goal.getExecutionId());
    ofModule.setConfiguration(
        written == null
            ? parameters
            : Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(written), new Xpp3Dom(parameters)));
    return of(ofModule, session, module);
  }

  /** A value as text; null when it is not set or empty. */
  @Nullable String text(String name) throws ExpressionEvaluationException {
    Object value = value(name);
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  boolean flag(String name) throws ExpressionEvaluationException {
    return Boolean.parseBoolean(text(name));
  }

  /** A list of texts, written as elements or as an expression that is a list. */
  List<String> list(String name) throws ExpressionEvaluationException {
    List<String> texts = new ArrayList<>();
    List<Xpp3Dom> elements = elements(name);
    if (elements.isEmpty()) {
      Object value = value(name);
      addAll(texts, value instanceof String text ? List.of(text.split(",")) : value);
    }
    for (Xpp3Dom element : elements) {
      addAll(texts, evaluate(element.getValue()));
    }
    return texts;
  }

  /** A map of texts, written as elements; null where an element is empty. */
  Map<String, @Nullable String> map(String name) throws ExpressionEvaluationException {
    Map<String, @Nullable String> map = new LinkedHashMap<>();
    for (Xpp3Dom element : elements(name)) {
      Object value = evaluate(element.getValue());
      map.put(element.getName(), value == null ? null : value.toString());
    }
    return map;
  }

  /** What is written below a parameter, for those that have a structure of their own. */
  List<Xpp3Dom> elements(String name) {
    Xpp3Dom parameter = parameters.getChild(name);
    return parameter == null ? List.of() : List.of(parameter.getChildren());
  }

  /** The text of an element, null when it is not there or empty. */
  @Nullable String text(Xpp3Dom parent, String name) throws ExpressionEvaluationException {
    Xpp3Dom element = parent.getChild(name);
    Object value = element == null ? null : evaluate(element.getValue());
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  private @Nullable Object value(String name) throws ExpressionEvaluationException {
    Xpp3Dom parameter = parameters.getChild(name);
    if (parameter == null) {
      return null;
    }
    Object value = evaluate(parameter.getValue());
    return value != null ? value : evaluate(parameter.getAttribute("default-value"));
  }

  private @Nullable Object evaluate(@Nullable String expression)
      throws ExpressionEvaluationException {
    return expression == null ? null : evaluator.evaluate(expression);
  }

  private static void addAll(List<String> texts, @Nullable Object value) {
    if (value instanceof Collection<?> values) {
      values.forEach(v -> addAll(texts, v));
    } else if (value != null && !value.toString().isEmpty()) {
      texts.add(value.toString());
    }
  }
}
