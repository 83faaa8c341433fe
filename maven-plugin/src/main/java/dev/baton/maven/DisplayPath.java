package dev.baton.maven;

import java.nio.file.Path;

/** A path as users read it. */
final class DisplayPath {

  private DisplayPath() {}

  /** The way from where the build started, or the whole path where there is no such way. */
  static String of(Path base, Path file) {
    boolean sameRoot = file.isAbsolute() && file.getRoot().equals(base.getRoot());
    return sameRoot ? base.relativize(file).toString() : file.toString();
  }
}
