package dev.baton.context.bridges;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What users read. */
final class BridgesPage {
  private BridgesPage() {}

  static String text() throws IOException {
    return Files.readString(Path.of("..", "..", "docs", "bridges.md"));
  }

  /** The cells of the one row that begins with a name, without that. */
  static List<String> row(String name) throws IOException {
    List<String> rows = text().lines().filter(line -> line.startsWith("| " + name + " |")).toList();
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows of " + name);
    }
    String[] cells = rows.get(0).split("\\|", -1);
    return Arrays.stream(cells, 2, cells.length - 1).map(String::strip).toList();
  }
}
