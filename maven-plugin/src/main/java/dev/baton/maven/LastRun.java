package dev.baton.maven;

import dev.baton.maven.driver.CompileTask;
import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.RecordedFix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a compilation with the checks came to when it was last done, kept where it wrote, for the
 * next time.
 *
 * <p>It is good for a compilation with the same key. The file that says so is written last and also
 * has fingerprints of the others, so that nothing half written or edited is taken for a result.
 */
final class LastRun {

  private final Path directory;

  LastRun(Path directory) {
    this.directory = directory;
  }

  /** The result of the compilation with this key; empty when that was not the last one. */
  Optional<ModuleResult> result(String key, Collection<String> sources) throws IOException {
    if (!Files.exists(stamp()) || !Files.readString(stamp()).equals(stampOf(key))) {
      return Optional.empty();
    }
    return Optional.of(
        ModuleResult.of(
            sources,
            CompilerMessage.readAll(new CompileTask(directory).messages()),
            RecordedFix.readAll(directory)));
  }

  /** Keeps what the directory has now as the result of the compilation with this key. */
  void keep(String key) throws IOException {
    WholeFile.write(stamp(), stampOf(key));
  }

  private String stampOf(String key) throws IOException {
    return String.join(
        "\n",
        List.of(
            key,
            Fingerprint.of(new CompileTask(directory).messages()),
            Fingerprint.of(RecordedFix.file(directory)),
            ""));
  }

  private Path stamp() {
    return directory.resolve("key.txt");
  }
}
