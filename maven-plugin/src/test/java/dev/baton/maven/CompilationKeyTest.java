package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompilationKeyTest {

  private static final String PROCESSORS =
      "META-INF/services/javax.annotation.processing.Processor";

  @TempDir Path above = Path.of("");

  private Path base = Path.of("");
  private Path library = Path.of("");
  private Path processor = Path.of("");
  private Path checker = Path.of("");
  private final List<String> arguments = new ArrayList<>();
  private String flags = "";
  private String jdk = "jdk-17";
  private boolean hasProcessor;

  @BeforeEach
  void writeProject() throws IOException {
    base = above.resolve("app");
    write("src/com/acme/A.java", "class A {}");
    write("target/classes/com/acme/A.class", "A");
    library = jar("library.jar", "com/acme/lib/L.class", "L", "");
    processor = jar("processor.jar", PROCESSORS, "com.acme.P", "");
    checker = jar("checker.jar", "com/acme/Check.class", "C", "");
    for (String name : List.of("jdk-17", "jdk-25")) {
      write("../" + name + "/bin/java", "");
      write("../" + name + "/release", "JAVA_VERSION=\"17.0.1\"");
    }
  }

  @Test
  void nothingChanged() throws Exception {
    Optional<String> before = key();
    Files.setLastModifiedTime(base.resolve("src/com/acme/A.java"), FileTime.fromMillis(0));

    assertThat(before).isPresent();
    assertThat(key()).isEqualTo(before);
  }

  @Test
  void whatTheCheckWritesIsNoInput() throws Exception {
    hasProcessor = true;
    arguments.add("-Aout=" + base.resolve("target/baton/default-compile"));
    Optional<String> before = key();
    write("target/baton/default-compile/messages.txt", "found");

    assertThat(before).isPresent();
    assertThat(key()).isEqualTo(before);
  }

  @Test
  void sourceOfTheSameSizeAndTime() throws Exception {
    Optional<String> before = key();
    Path source = base.resolve("src/com/acme/A.java");
    FileTime time = Files.getLastModifiedTime(source);
    Files.writeString(source, "class B {}");
    Files.setLastModifiedTime(source, time);

    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void fileOnTheSourcePathThatIsNotListed() throws Exception {
    Optional<String> before = key();
    write("src/com/acme/B.java", "class B {}");

    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void classPath() throws Exception {
    Optional<String> before = key();
    FileTime time = Files.getLastModifiedTime(library);
    jar("library.jar", "com/acme/lib/L.class", "M", "");
    Files.setLastModifiedTime(library, time);
    Optional<String> otherJar = key();
    write("target/classes/com/acme/A.class", "B");

    assertThat(otherJar).isNotEqualTo(before);
    assertThat(key()).isNotEqualTo(otherJar);
  }

  @Test
  void jarThatTheManifestOfAnotherNames() throws Exception {
    jar("library.jar", "com/acme/lib/L.class", "L", "more/other.jar absent.jar");
    Optional<String> before = key();
    assertThat(before).isPresent();

    jar("more/other.jar", "com/acme/Other.class", "O", "");

    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void aJarInADirectoryIsAFileAsAnyOther() throws Exception {
    write("target/classes/samples/broken.jar", "no jar");

    assertThat(key()).isPresent();
  }

  @Test
  void argumentsOfTheCompiler() throws Exception {
    Optional<String> before = key();
    arguments.add("-Aa=b");

    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void checksAndTheirFlags() throws Exception {
    Optional<String> before = key();
    flags = "-Xep:LostCancel:OFF";
    Optional<String> otherFlags = key();
    jar("checker.jar", "com/acme/Check.class", "D", "");

    assertThat(otherFlags).isNotEqualTo(before);
    assertThat(key()).isNotEqualTo(otherFlags);
  }

  @Test
  void jdk() throws Exception {
    Optional<String> before = key();
    jdk = "jdk-25";
    Optional<String> other = key();
    write("../jdk-25/release", "JAVA_VERSION=\"25.0.1\"");

    assertThat(other).isNotEqualTo(before);
    assertThat(key()).isNotEqualTo(other);
  }

  @Test
  void processorsReadTheModule() throws Exception {
    Optional<String> without = key();
    write("src/test/ATest.java", "class ATest {}");
    assertThat(key()).isEqualTo(without);

    hasProcessor = true;
    Optional<String> before = key();
    write("settings/processor.properties", "a=b");
    Optional<String> otherSettings = key();
    write("../lombok.config", "config.stopBubbling = true");
    Optional<String> otherLombok = key();
    jar("processor.jar", PROCESSORS, "com.acme.Q", "");

    assertThat(before).isNotEqualTo(without);
    assertThat(otherSettings).isNotEqualTo(before);
    assertThat(otherLombok).isNotEqualTo(otherSettings);
    assertThat(key()).isNotEqualTo(otherLombok);
  }

  @Test
  void filesThatArgumentsName() throws Exception {
    write("../out of the module/list,1.txt", "a");
    arguments.add("-Alist=first:" + above.resolve("out of the module/list,1.txt"));
    Optional<String> before = key();
    write("../out of the module/list,1.txt", "b");

    assertThat(before).isPresent();
    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void aDirectoryAroundTheModuleIsTooMuch() throws Exception {
    arguments.add("-Aroot=" + above);

    assertThat(key()).isEmpty();
  }

  @Test
  void whatCannotBeReadGivesNoKey() throws Exception {
    Files.writeString(library, "no jar");

    assertThat(key()).isEmpty();
  }

  private Optional<String> key() throws IOException {
    List<String> classPath = List.of(base.resolve("target/classes").toString(), library.toString());
    List<String> processorPath = hasProcessor ? List.of(processor.toString()) : List.of();
    List<String> sources = List.of(base.resolve("src/com/acme/A.java").toString());
    MavenProject project = new MavenProject();
    project.setFile(base.resolve("pom.xml").toFile());
    Build build = new Build();
    build.setDirectory(base.resolve("target").toString());
    project.setBuild(build);
    CompileSettings settings =
        new CompileSettings(
            /* skip= */ false,
            List.of(base.resolve("src/com").toString()),
            List.of(),
            List.of(),
            /* generatedSources= */ null,
            /* mayUseModulePath= */ true,
            List.of("--release", "17"),
            CompilerArguments.of(arguments),
            /* fork= */ false,
            /* proc= */ "",
            List.of());
    Compilation compilation =
        new Compilation(
            project,
            "default-compile",
            /* ofTests= */ false,
            settings,
            sources,
            base.resolve("target/classes").toString(),
            ClassPaths.onClassPath(classPath),
            processorPath,
            new Javac(new JavacProcesses(), above.resolve(jdk).resolve("bin/java"), List.of()));
    List<String> checkerPath = List.of(checker.toString());
    Path work = base.resolve("target/baton/default-compile");
    return CompilationKey.of(
        compilation,
        new CheckedCompilation(settings, compilation.paths(), processorPath, checkerPath, flags)
            .analysis(sources, work),
        checkerPath,
        work);
  }

  private void write(String name, String text) throws IOException {
    Path file = base.resolve(name).normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path jar(String name, String entry, String content, String classPath) throws IOException {
    Path jar = above.resolve(name);
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!classPath.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      JarEntry written = new JarEntry(entry);
      written.setTime(0);
      out.putNextEntry(written);
      out.write(content.getBytes(UTF_8));
    }
    return jar;
  }
}
