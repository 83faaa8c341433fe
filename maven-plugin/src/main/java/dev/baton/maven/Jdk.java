package dev.baton.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * The JDK whose javac compiles with the checks: that of the project's toolchain, or the one that
 * runs Maven.
 */
record Jdk(Path home) {

  private static final int OLDEST = 17;
  private static final String KIND = "jdk";

  static Jdk of(ToolchainManager toolchains, MavenSession session, Map<String, String> wanted)
      throws MojoFailureException {
    Optional<Path> home = toolchain(toolchains, session, wanted).map(Jdk::home);
    if (home.isEmpty()) {
      return new Jdk(Path.of(System.getProperty("java.home")));
    }
    requireRecent(home.get());
    return new Jdk(home.get());
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  /** The compiler's own wish comes before what maven-toolchains-plugin chose, as it does there. */
  private static Optional<Toolchain> toolchain(
      ToolchainManager toolchains, MavenSession session, Map<String, String> wanted) {
    if (!wanted.isEmpty()) {
      List<Toolchain> found = toolchains.getToolchains(session, KIND, wanted);
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return Optional.ofNullable(toolchains.getToolchainFromBuildContext(KIND, session));
  }

  private static @Nullable Path home(Toolchain toolchain) {
    String javac = toolchain.findTool("javac");
    return javac == null ? null : Path.of(javac).getParent().getParent();
  }

  private static void requireRecent(Path home) throws MojoFailureException {
    int feature = feature(home);
    if (feature < OLDEST) {
      throw new MojoFailureException(
          "Baton needs JDK "
              + OLDEST
              + " or newer to run its checks, and this project compiles with the toolchain "
              + home
              + " (Java "
              + feature
              + "); choose a newer toolchain, the release flag keeps the class files old");
    }
  }

  /** What a JDK says of itself; the oldest that will do when it says nothing. */
  static int feature(Path home) {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      return OLDEST;
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    String withoutOne = version.startsWith("1.") ? version.substring(2) : version;
    String digits = withoutOne.replaceFirst("\\D.*", "");
    return digits.isEmpty() ? OLDEST : Integer.parseInt(digits);
  }
}
