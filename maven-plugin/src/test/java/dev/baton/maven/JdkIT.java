package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The JDK that a project compiles with is the one that the checks compile with. */
final class JdkIT {

  private static final String RUNNING = System.getProperty("java.home");

  private static final String WISH =
      """
      <build>
        <plugins>
          <plugin>
            <artifactId>maven-compiler-plugin</artifactId>
            <version>3.16.0</version>
            <configuration>
              <jdkToolchain><vendor>acme</vendor></jdkToolchain>
            </configuration>
          </plugin>
        </plugins>
      </build>
      """;

  private String test = "";

  @BeforeEach
  void nameDirectory(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  @Test
  void previewFeaturesAreOnWhereTheProjectHasThemOn() throws Exception {
    MavenProjectCopy project = copy("preview");

    MavenRun run = project.check("-X", "-Dbaton.failOn=never").succeeds();

    assertThat(CompilationInputs.ofChecks(project)).isEqualTo(CompilationInputs.ofMaven(run));
    assertThat(CompilationInputs.ofChecks(project)).containsKey("--enable-preview");
    run.findings()
        .containsExactly(
            "ERROR src/main/java/com/acme/Orders.java:18 NullContext |    return find(null, 1);");
  }

  @Test
  void theToolchainOfTheCompilerCompilesWithTheChecksToo() throws Exception {
    MavenProjectCopy project = withToolchain(Files.readString(Path.of(RUNNING, "release")));

    project.check("-t", "toolchains.xml").fails().says("Baton: 1 error and 1 warning; checked 2");

    assertThat(Files.exists(project.path("jdk/javac-ran"))).isTrue();
    assertThat(Files.exists(project.path("jdk/java-ran"))).isTrue();
  }

  @Test
  void aToolchainThatIsTooOldIsRefusedInOneLine() throws Exception {
    MavenRun run = withToolchain("JAVA_VERSION=\"11.0.2\"\n").check("-t", "toolchains.xml").fails();

    run.says("Baton needs JDK 17 or newer to run its checks, and this project compiles with");
    run.says("(Java 11); choose a newer toolchain").doesNotSay("Exception:");
  }

  /** A project that asks for a JDK of Acme, which notes down what of it is run. */
  private MavenProjectCopy withToolchain(String release) throws Exception {
    MavenProjectCopy project = copy("single");
    Path pom = project.path("pom.xml");
    Files.writeString(pom, Files.readString(pom).replace("</project>", WISH + "</project>"));
    Path jdk = project.path("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), release);
    for (String tool : new String[] {"java", "javac"}) {
      Path script = jdk.resolve("bin").resolve(tool);
      Files.writeString(
          script,
          "#!/bin/sh\n: > '%s/%s-ran'\nexec '%s/bin/%s' \"$@\"\n"
              .formatted(jdk.toAbsolutePath(), tool, RUNNING, tool));
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(
        project.path("toolchains.xml"),
        """
        <toolchains>
          <toolchain>
            <type>jdk</type>
            <provides><version>99</version><vendor>acme</vendor></provides>
            <configuration><jdkHome>%s</jdkHome></configuration>
          </toolchain>
        </toolchains>
        """
            .formatted(jdk.toAbsolutePath()));
    return project;
  }

  private MavenProjectCopy copy(String project) throws Exception {
    return MavenProjectCopy.of(project, test);
  }
}
