package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Finds what the checks find, and proposes to suppress it instead of fixing it. */
record SuppressingAnalyzer(Analyzer checks, Sources sources, Suppression suppression)
    implements Analyzer {

  @Override
  public Analysis analyze(Map<Path, String> changed) throws IOException, MojoExecutionException {
    Analysis found = checks.analyze(changed);
    List<ProposedFix> annotations = new ArrayList<>();
    for (Finding finding : found.findings()) {
      if (sources.isHandwritten(finding.file())) {
        @Nullable String text = changed.get(finding.file());
        annotations.addAll(
            suppression.of(finding, text == null ? sources.text(finding.file()) : text));
      }
    }
    return new Analysis(
        found.findings(), found.inTests(), List.copyOf(annotations), found.faults());
  }
}
