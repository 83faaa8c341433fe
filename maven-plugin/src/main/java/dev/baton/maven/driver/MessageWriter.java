package dev.baton.maven.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Writes javac's diagnostics to a file as they come, so that a crash loses none of them. */
final class MessageWriter implements DiagnosticListener<JavaFileObject>, AutoCloseable {

  private final Writer out;
  private boolean wroteError;

  /** Missing until javac has a task, of whose options it may complain before. */
  private @Nullable CodePlaces places;

  MessageWriter(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  @Override
  public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    write(
        new CompilerMessage(
            diagnostic.getKind().name(),
            String.valueOf(diagnostic.getCode()),
            path(source),
            diagnostic.getLineNumber(),
            diagnostic.getColumnNumber(),
            String.valueOf(diagnostic.getMessage(null)),
            excerpt(source, diagnostic.getLineNumber()),
            places == null ? CodePlace.UNKNOWN : places.of(diagnostic)));
  }

  /** Says where in the code the diagnostics to come are. */
  void locate(CodePlaces of) {
    places = of;
  }

  void fault(String text) {
    write(CompilerMessage.fault(text));
  }

  boolean wroteError() {
    return wroteError;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  // Processors may report from threads of their own.
  private synchronized void write(CompilerMessage message) {
    wroteError |= message.kind().equals("ERROR");
    try {
      out.write(message.toLine());
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(@Nullable JavaFileObject source) {
    if (source == null) {
      return "";
    }
    boolean onDisk = "file".equals(source.toUri().getScheme());
    return onDisk ? Path.of(source.toUri()).toString() : source.getName();
  }

  private static String excerpt(@Nullable JavaFileObject source, long line) {
    if (source == null || line < 1) {
      return "";
    }
    try {
      return source.getCharContent(true).toString().lines().skip(line - 1).findFirst().orElse("");
    } catch (IOException e) {
      // The finding matters more than the picture of it.
      return "";
    }
  }
}
