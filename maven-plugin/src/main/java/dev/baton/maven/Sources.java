package dev.baton.maven;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The source files of a build: which may be changed, and what they are as text. */
final class Sources {

  private final Map<Path, Charset> charsets;
  private final List<Path> buildDirectories;
  private final Map<Path, byte[]> contents = new HashMap<>();

  /** Takes all files that are listed to be compiled, and the directories of what is generated. */
  Sources(Map<Path, Charset> charsets, List<Path> buildDirectories) {
    this.charsets = Map.copyOf(charsets);
    this.buildDirectories = buildDirectories.stream().map(Path::normalize).toList();
  }

  static Sources of(List<Compilation> compilations) {
    Map<Path, Charset> charsets = new HashMap<>();
    for (Compilation compilation : compilations) {
      for (String file : compilation.sources()) {
        charsets.putIfAbsent(Path.of(file), compilation.settings().charset());
      }
    }
    return new Sources(
        charsets,
        compilations.stream()
            .map(c -> Path.of(c.project().getBuild().getDirectory()))
            .distinct()
            .toList());
  }

  int number() {
    return charsets.size();
  }

  /** Whether people write a file: it is listed to be compiled, and below no build directory. */
  boolean isHandwritten(Path file) {
    return charsets.containsKey(file)
        && buildDirectories.stream().noneMatch(file.normalize()::startsWith);
  }

  /** Whether a file is marked as one that is not to be written to. */
  boolean isReadOnly(Path file) throws IOException {
    @Nullable PosixFileAttributeView posix =
        Files.getFileAttributeView(file, PosixFileAttributeView.class);
    // The superuser may write to any file, so permissions are asked for the mark itself.
    boolean marked =
        posix != null
            && !posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
    return marked || !Files.isWritable(file);
  }

  /** A file as it was when it was first asked for. */
  String text(Path file) throws IOException {
    byte[] content = content(file);
    try {
      return charset(file).newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not encoded in " + charset(file), e);
    }
  }

  /** Whether a file still is as it was when it was first asked for. */
  boolean isAsRead(Path file) throws IOException {
    return Arrays.equals(content(file), Files.readAllBytes(file));
  }

  byte[] encode(Path file, String text) {
    return text.getBytes(charset(file));
  }

  boolean canEncode(Path file, String text) {
    return charset(file).newEncoder().canEncode(text);
  }

  private byte[] content(Path file) throws IOException {
    byte @Nullable [] content = contents.get(file);
    if (content == null) {
      content = Files.readAllBytes(file);
      contents.put(file, content);
    }
    return content;
  }

  private Charset charset(Path file) {
    return charsets.getOrDefault(file, Charset.defaultCharset());
  }
}
