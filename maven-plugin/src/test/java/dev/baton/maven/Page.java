package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation, for tests of what its readers copy. */
record Page(Path file) {

  /** The first block in a language, or in none, that has the words; with this build's version. */
  String blockWith(String language, String words) throws IOException {
    String[] parts = Files.readString(file).split("(?m)^```", -1);
    for (int i = 1; i < parts.length; i += 2) {
      if (parts[i].startsWith(language + "\n") && parts[i].contains(words)) {
        return parts[i]
            .substring(language.length() + 1)
            .replace("0.1.0-SNAPSHOT", System.getProperty("baton.version"));
      }
    }
    throw new AssertionError(file + " has no block with " + words);
  }
}
