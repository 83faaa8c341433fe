package dev.baton.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is published is in the BOM, and has in its pom what a repository asks for. */
final class PublishedModulesTest {

  private static final Path ROOT = Path.of("..");
  private static final List<PomModule> MODULES = PomModule.below(ROOT);
  private static final List<PomModule> PUBLISHED =
      MODULES.stream().filter(PomModule::isPublished).toList();

  @Test
  void theBomHasEachPublishedArtifact() {
    PomModule bom = named("baton-bom");
    List<String> published =
        PUBLISHED.stream().filter(module -> !module.isPom()).map(PomModule::artifactId).toList();

    assertThat(published).contains("baton-core");
    assertThat(published).doesNotContain("baton-conventions");
    assertThat(managedBy(bom)).containsExactlyElementsIn(published);
  }

  @Test
  void theBomHasNothingElseWhenItIsPublished() {
    PomModule published =
        new PomModule(
            PomModule.read(ROOT.resolve("bom/target/flattened-pom.xml")), Optional.empty());

    assertThat(published.element("parent")).isEqualTo(Optional.empty());
    assertThat(published.element("properties")).isEqualTo(Optional.empty());
    assertThat(managedBy(published)).containsExactlyElementsIn(managedBy(named("baton-bom")));
    for (String given : List.of("name", "description", "url", "licenses", "developers", "scm")) {
      assertWithMessage(given).that(published.element(given).isPresent()).isTrue();
    }
  }

  @Test
  void eachPomHasWhatARepositoryAsksFor() {
    for (PomModule module : PUBLISHED) {
      assertWithMessage(module.artifactId()).that(module.text("name").isPresent()).isTrue();
      assertWithMessage(module.artifactId()).that(module.text("description").isPresent()).isTrue();
    }
    PomModule root = MODULES.get(0);
    assertThat(root.text("url").isPresent()).isTrue();
    assertThat(root.text("licenses", "license", "name")).isEqualTo(Optional.of("Apache-2.0"));
    assertThat(root.text("developers", "developer", "name").isPresent()).isTrue();
    for (String given : List.of("connection", "developerConnection", "url")) {
      assertWithMessage(given).that(root.text("scm", given).isPresent()).isTrue();
    }
  }

  @Test
  void theReadmeShowsTheBomAndNoArtifactThatItLacks() throws IOException {
    String readme = Page.of("../README.md").text();
    List<String> shown =
        Pattern.compile("<artifactId>(baton-[\\w-]+)</artifactId>")
            .matcher(readme)
            .results()
            .map((MatchResult artifact) -> artifact.group(1))
            .toList();

    assertThat(shown).contains("baton-bom");
    assertThat(PUBLISHED.stream().map(PomModule::artifactId).toList())
        .containsAtLeastElementsIn(shown);
  }

  private static PomModule named(String artifactId) {
    return MODULES.stream()
        .filter(module -> module.artifactId().equals(artifactId))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> managedBy(PomModule bom) {
    return bom.element("dependencyManagement", "dependencies").stream()
        .flatMap(PomModule::children)
        .map(dependency -> new PomModule(dependency, Optional.empty()).artifactId())
        .toList();
  }
}
