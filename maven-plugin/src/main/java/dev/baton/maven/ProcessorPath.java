package dev.baton.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/** Resolves {@code annotationProcessorPaths} as maven-compiler-plugin does. */
final class ProcessorPath {

  private static final String RUNTIME = "runtime";

  private final RepositorySystem repositories;
  private final RepositorySystemSession session;
  private final MavenProject project;

  ProcessorPath(
      RepositorySystem repositories, RepositorySystemSession session, MavenProject project) {
    this.repositories = repositories;
    this.session = session;
    this.project = project;
  }

  /** The jars, empty when no path is configured. */
  List<String> resolve(ExecutionConfiguration parameters)
      throws ExpressionEvaluationException, DependencyResolutionException {
    List<Xpp3Dom> paths = parameters.elements("annotationProcessorPaths");
    if (paths.isEmpty()) {
      return List.of();
    }
    List<Dependency> managed = managed();
    List<Dependency> wanted = new ArrayList<>();
    for (Xpp3Dom path : paths) {
      wanted.add(dependency(path, parameters, managed));
    }
    boolean manageTransitive = parameters.flag("annotationProcessorPathsUseDepMgmt");
    CollectRequest collect =
        new CollectRequest(
            wanted, manageTransitive ? managed : List.of(), project.getRemoteProjectRepositories());
    return repositories
        .resolveDependencies(session, new DependencyRequest(collect, /* filter= */ null))
        .getArtifactResults()
        .stream()
        .map(result -> result.getArtifact().getFile().getAbsolutePath())
        .toList();
  }

  private Dependency dependency(
      Xpp3Dom path, ExecutionConfiguration parameters, List<Dependency> managed)
      throws ExpressionEvaluationException {
    String typeName = Objects.requireNonNullElse(parameters.text(path, "type"), "jar");
    @Nullable ArtifactType type = session.getArtifactTypeRegistry().get(typeName);
    DefaultArtifact artifact =
        new DefaultArtifact(
            parameters.text(path, "groupId"),
            parameters.text(path, "artifactId"),
            parameters.text(path, "classifier"),
            type == null ? typeName : type.getExtension(),
            parameters.text(path, "version"),
            type);
    String version =
        artifact.getVersion().isEmpty() ? managedVersion(artifact, managed) : artifact.getVersion();
    return new Dependency(
        artifact.setVersion(version),
        RUNTIME,
        /* optional= */ false,
        exclusions(path.getChild("exclusions"), parameters));
  }

  private static String managedVersion(DefaultArtifact artifact, List<Dependency> managed) {
    return managed.stream()
        .map(Dependency::getArtifact)
        .filter(
            m ->
                m.getGroupId().equals(artifact.getGroupId())
                    && m.getArtifactId().equals(artifact.getArtifactId())
                    && m.getClassifier().equals(artifact.getClassifier())
                    && m.getExtension().equals(artifact.getExtension()))
        .map(Artifact::getVersion)
        .findFirst()
        .orElse("");
  }

  private static List<Exclusion> exclusions(
      @Nullable Xpp3Dom elements, ExecutionConfiguration parameters)
      throws ExpressionEvaluationException {
    List<Exclusion> exclusions = new ArrayList<>();
    if (elements != null) {
      for (Xpp3Dom element : elements.getChildren()) {
        exclusions.add(
            new Exclusion(
                parameters.text(element, "groupId"),
                parameters.text(element, "artifactId"),
                Objects.requireNonNullElse(parameters.text(element, "classifier"), "*"),
                Objects.requireNonNullElse(parameters.text(element, "extension"), "*")));
      }
    }
    return exclusions;
  }

  private List<Dependency> managed() {
    @Nullable DependencyManagement management = project.getDependencyManagement();
    if (management == null) {
      return List.of();
    }
    ArtifactTypeRegistry types = session.getArtifactTypeRegistry();
    return management.getDependencies().stream()
        .map(d -> RepositoryUtils.toDependency(d, types))
        .toList();
  }
}
