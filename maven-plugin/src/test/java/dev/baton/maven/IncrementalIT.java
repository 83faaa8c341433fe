package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has not changed is not analysed again, and what was found in it is reported again. */
final class IncrementalIT {

  private static final String NEVER = "-Dbaton.failOn=never";
  private static final String API = "Baton: api (2 of 4): 1 error";
  private static final String APP = "Baton: app (3 of 4): 1 error and 1 warning";
  private static final String ANALYSED = "; checked 1 source file";
  private static final String UNCHANGED = " as last time; unchanged, so not analysed again";

  @Test
  void onlyWhatCanHaveOtherFindingsIsAnalysedAgain() throws Exception {
    MavenProjectCopy project = copy("onlyWhatCanHaveOtherFindingsIsAnalysedAgain");

    MavenRun first = project.check(NEVER).succeeds().says(API + ANALYSED, APP + ANALYSED);
    MavenRun second = project.check(NEVER).succeeds().says(API + UNCHANGED, APP + UNCHANGED);
    assertThat(lastLines(second)).isEqualTo(lastLines(first));

    append(project, "app/src/main/java/com/acme/app/Main.java", "class Other {}");
    project.check(NEVER).says(API + UNCHANGED, APP + ANALYSED);

    // It compiles against the classes of the other.
    append(project, "api/src/main/java/com/acme/api/Store.java", "class Other {}");
    project.check(NEVER).says(API + ANALYSED, APP + ANALYSED);

    project.check(NEVER, "-Dbaton.args=-Xep:LostCancel:WARN").says(API + ANALYSED, APP + ANALYSED);
    project
        .check(NEVER, "-Dbaton.args=-Xep:LostCancel:WARN", "-Dbaton.incremental=false")
        .says(API + ANALYSED, APP + ANALYSED)
        .doesNotSay("unchanged");
  }

  @Test
  void theReportHasWhatWasFoundLastTime() throws Exception {
    MavenProjectCopy project = copy("theReportHasWhatWasFoundLastTime");
    project.report().succeeds().says(API + ANALYSED, APP + ANALYSED);
    String sarif = Files.readString(project.path("target/baton/findings.sarif"));
    String html = Files.readString(project.path("target/baton/report.html"));

    project.report().succeeds().says(API + UNCHANGED, APP + UNCHANGED);

    assertThat(Files.readString(project.path("target/baton/findings.sarif"))).isEqualTo(sarif);
    assertThat(Files.readString(project.path("target/baton/report.html"))).isEqualTo(html);
  }

  @Test
  void fixLooksForItself() throws Exception {
    MavenProjectCopy project = MavenProjectCopy.of("single", "fixLooksForItself");
    project.check(NEVER).succeeds();
    Path messages = project.path("target/baton/default-compile/messages.txt");
    String found = Files.readString(messages);
    project.check(NEVER).succeeds().says("Baton: single: 1 error and 1 warning" + UNCHANGED);

    // As if nothing had been found the last time.
    Files.writeString(messages, "");
    Path stamp = project.path("target/baton/default-compile/key.txt");
    Files.writeString(
        stamp,
        Files.readString(stamp).replaceFirst("\n\\w+\n", "\n" + Fingerprint.of(messages) + "\n"));
    project.check(NEVER).succeeds().says("Baton: single: no findings" + UNCHANGED);

    assertThat(found).isNotEmpty();
    project.fix().succeeds().says("Baton: fixed 1 of 2 findings");
  }

  /** What Baton prints at the end, without the lines for each module. */
  private static List<String> lastLines(MavenRun run) {
    List<String> output = run.output();
    int start = 0;
    while (!output.get(start).contains("Baton: 2 errors")) {
      start++;
    }
    return output.subList(start, start + 3);
  }

  private static void append(MavenProjectCopy project, String file, String text) throws Exception {
    Path path = project.path(file);
    Files.writeString(path, Files.readString(path) + "\n" + text + "\n");
  }

  private static MavenProjectCopy copy(String test) throws Exception {
    return MavenProjectCopy.of("multi", test);
  }
}
