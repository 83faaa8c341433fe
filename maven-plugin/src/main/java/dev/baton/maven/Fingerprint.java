package dev.baton.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Texts and the contents of files as one short text, which is another one as soon as anything of
 * them is. Times of files do not count: they may stay when the content changes.
 */
final class Fingerprint {

  private static final String JAR = ".jar";

  private final MessageDigest digest;
  private final Set<Path> added = new HashSet<>();

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  /** That of one file. */
  static String of(Path file) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(file, directory -> false);
    return fingerprint.text();
  }

  /** Each text is added with its length, so that no two lists of texts look the same. */
  void add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  /**
   * A file, all files below a directory, or that there is none.
   *
   * @param isLeftOut which directories are not looked into
   */
  void add(Path path, Predicate<Path> isLeftOut) throws IOException {
    add(path.toString());
    if (!added.add(path.toAbsolutePath().normalize())) {
      return;
    }
    if (Files.isDirectory(path)) {
      addTree(path, isLeftOut);
    } else if (Files.exists(path)) {
      addContent(path);
      if (path.toString().endsWith(JAR)) {
        addJarsOfManifest(path);
      }
    } else {
      add("none");
    }
  }

  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void addTree(Path root, Predicate<Path> isLeftOut) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isLeftOut.test(directory)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(root.relativize(file).toString(), file);
            return FileVisitResult.CONTINUE;
          }
        });
    add(files.size());
    for (var file : files.entrySet()) {
      add(file.getKey());
      addContent(file.getValue());
    }
  }

  private void addContent(Path file) throws IOException {
    MessageDigest content = fresh();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        content.update(buffer, 0, n);
      }
    }
    digest.update(content.digest());
  }

  /** To javac, what the manifest of a jar names is on the class path as well. */
  private void addJarsOfManifest(Path jar) throws IOException {
    @Nullable Manifest manifest;
    try (JarFile file = new JarFile(jar.toFile())) {
      manifest = file.getManifest();
    }
    @Nullable String others =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    if (others == null) {
      return;
    }
    for (String other : others.strip().split("\\s+", -1)) {
      add(sibling(jar, other), directory -> false);
    }
  }

  private static Path sibling(Path jar, String name) throws IOException {
    try {
      return jar.resolveSibling(name);
    } catch (InvalidPathException e) {
      throw new IOException(jar + " names " + name + " in its manifest", e);
    }
  }

  private void add(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private static MessageDigest fresh() {
    return new Fingerprint().digest;
  }
}
