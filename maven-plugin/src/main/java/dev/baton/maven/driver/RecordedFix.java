package dev.baton.maven.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The fix of one finding, as the checker's plugin writes it down when {@code -XepPatchLocation:}
 * names a directory.
 *
 * @param path the source file
 * @param message the first line of what the check says
 * @param edits what the fix changes: the code in one edit, then the imports it needs; empty where
 *     the finding has no fix
 */
public record RecordedFix(String path, String check, String message, List<TextEdit> edits) {

  private static final String FILE = "baton-fixes.txt";

  /** How many fields say what is fixed, and how many each edit has. */
  private static final int HEAD = 3;

  private static final int EDIT = 3;

  public RecordedFix {
    edits = List.copyOf(edits);
  }

  /** One for each finding of a compilation, in their order; none when it came to no end. */
  public static List<RecordedFix> readAll(Path directory) throws IOException {
    Path file = file(directory);
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(RecordedFix::fromLine).toList()
        : List.of();
  }

  /** Where the fixes of a compilation are, if it had any. */
  public static Path file(Path directory) {
    return directory.resolve(FILE);
  }

  /** The same in another file. */
  public RecordedFix inFile(String other) {
    return new RecordedFix(other, check, message, edits);
  }

  private static RecordedFix fromLine(String line) {
    List<String> fields = Fields.split(line);
    List<TextEdit> edits = new ArrayList<>();
    for (int i = HEAD; i < fields.size(); i += EDIT) {
      edits.add(
          new TextEdit(
              Integer.parseInt(fields.get(i)),
              Integer.parseInt(fields.get(i + 1)),
              fields.get(i + 2)));
    }
    return new RecordedFix(fields.get(0), fields.get(1), fields.get(2), edits);
  }
}
