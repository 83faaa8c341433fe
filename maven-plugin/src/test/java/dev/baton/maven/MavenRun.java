package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.truth.IterableSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run of Maven came to. */
record MavenRun(int exitCode, List<String> output) {

  private static final Pattern FINDING =
      Pattern.compile("\\[(ERROR|WARNING)\\] (.+:\\d+): \\[(\\w+)\\] .+");

  MavenRun succeeds() {
    assertWithMessage(text()).that(exitCode).isEqualTo(0);
    return this;
  }

  MavenRun fails() {
    assertWithMessage(text()).that(exitCode).isNotEqualTo(0);
    return this;
  }

  /** These parts are printed, in this order, each on a line of its own. */
  MavenRun says(String... parts) {
    int line = 0;
    for (String part : parts) {
      while (line < output.size() && !output.get(line).contains(part)) {
        line++;
      }
      assertWithMessage("no line (left) with '%s' in:\n%s", part, text())
          .that(line)
          .isLessThan(output.size());
      line++;
    }
    return this;
  }

  MavenRun doesNotSay(String part) {
    assertThat(text()).doesNotContain(part);
    return this;
  }

  /** The findings as {@code ERROR path:line Check | source line}: their wording is the checks'. */
  IterableSubject findings() {
    return findingsIn("");
  }

  /** Those in the files below a directory, or in all where it has no name. */
  IterableSubject findingsIn(String directory) {
    List<String> findings = new ArrayList<>();
    for (int i = 0; i < output.size(); i++) {
      Matcher m = FINDING.matcher(output.get(i));
      if (m.matches() && m.group(2).startsWith(directory)) {
        String excerpt = i + 1 < output.size() ? output.get(i + 1) : "";
        findings.add(m.group(1) + " " + m.group(2) + " " + m.group(3) + " |" + excerpt);
      }
    }
    return assertWithMessage(text()).that(findings);
  }

  private String text() {
    return String.join("\n", output);
  }
}
