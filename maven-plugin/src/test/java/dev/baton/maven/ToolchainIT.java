package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What a user is told whose project compiles with a JDK that cannot run the checks. */
final class ToolchainIT {

  private static final Path REAL = Path.of(System.getProperty("java.home"), "bin");

  @Test
  void oneThatIsTooOldIsNamed() throws Exception {
    check("oneThatIsTooOldIsNamed", "11.0.2", "exec " + REAL.resolve("java") + " \"$@\"")
        .fails()
        .says("Baton needs JDK 17 or newer to run its checks, and this project compiles with the")
        .doesNotSay("Exception:");
  }

  @Test
  void whatOneThatEndsHasPrintedIsSaid() throws Exception {
    check("whatOneThatEndsHasPrintedIsSaid", "17.0.1", "echo no memory; exit 3")
        .fails()
        .says("the JVM for Baton's checks ended with code 3", "no memory");
  }

  /** The goal on a project whose toolchain compiles, but whose java is a script. */
  private static MavenRun check(String test, String version, String java) throws Exception {
    MavenProjectCopy project = MavenProjectCopy.of("clean", test);
    Path home = project.path("jdk");
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), java);
    script(home.resolve("bin/javac"), "exec " + REAL.resolve("javac") + " \"$@\"");
    Path toolchains =
        Files.writeString(
            project.path("toolchains.xml"),
            "<toolchains><toolchain><type>jdk</type>"
                + "<provides><version>1</version></provides>"
                + ("<configuration><jdkHome>" + home + "</jdkHome></configuration>")
                + "</toolchain></toolchains>");
    Path pom = project.path("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(
                "</project>",
                "<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId>"
                    + "<version>3.16.0</version><configuration>"
                    + "<jdkToolchain><version>1</version></jdkToolchain>"
                    + "</configuration></plugin></plugins></build></project>"));
    return project.check("-t", toolchains.toString());
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
