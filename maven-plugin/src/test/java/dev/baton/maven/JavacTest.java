package dev.baton.maven;

import static com.google.common.collect.Iterables.getOnlyElement;
import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.maven.driver.CompileRequest;
import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.ProcessorChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavacTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final JavacProcesses processes = new JavacProcesses();
  private final Javac javac = new Javac(processes, JAVA, List.of());

  @TempDir private Path work;

  @Test
  void oneJvmCompilesOneModuleAfterAnother() throws Exception {
    assertThat(said(javac)).isEqualTo(said(javac));
  }

  @Test
  void eachModuleHasItsOwnProcessors() throws Exception {
    assertThat(said(javac)).endsWith(" 1");
    assertThat(said(javac)).endsWith(" 1");
  }

  @Test
  void jvmArgumentsWantAJvmOfTheirOwn() throws Exception {
    Javac other = new Javac(processes, JAVA, List.of("-Xmx200m"));

    assertThat(said(javac)).isNotEqualTo(said(other));
  }

  @Test
  void anotherJvmTakesThePlaceOfOneThatHasEnded() throws Exception {
    String before = said(javac);
    ProcessHandle.of(Long.parseLong(before.split(" ", -1)[0])).orElseThrow().destroyForcibly();

    assertThat(said(javac)).isNotEqualTo(before);
  }

  @Test
  void endOfTheJvmIsAnError() {
    MojoExecutionException e =
        assertThrows(MojoExecutionException.class, () -> run(javac, EndingProcessor.class));

    assertThat(e).hasMessageThat().isEqualTo("the JVM for Baton's checks ended with code 3");
  }

  @Test
  void whatTheJvmSaysAtItsEndIsInTheError() {
    Javac unknown = new Javac(processes, JAVA, List.of("--nonsense"));

    MojoExecutionException e = assertThrows(MojoExecutionException.class, () -> said(unknown));

    assertThat(e).hasMessageThat().contains("--nonsense");
  }

  @Test
  void interruptEndsTheWaitAndIsKept() {
    Thread.currentThread().interrupt();

    assertThrows(MojoExecutionException.class, () -> said(javac));

    assertThat(Thread.interrupted()).isTrue();
  }

  /** The JVM, and how often its class of the processor was used. */
  private String said(Javac javac) throws IOException, MojoExecutionException {
    return getOnlyElement(run(javac, JvmProcessor.class)).text();
  }

  private List<CompilerMessage> run(Javac javac, Class<?> processor)
      throws IOException, MojoExecutionException {
    Path source = Files.writeString(work.resolve("Fine.java"), "class Fine {}");
    CompileRequest request =
        new CompileRequest(
            List.of("-d", work.toString()),
            List.of(source.toString()),
            new ProcessorChoice("", List.of(processor.getName()), ownClasses(), List.of()));
    return javac.run(request, work);
  }

  private static List<String> ownClasses() {
    return List.of(JavacTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
