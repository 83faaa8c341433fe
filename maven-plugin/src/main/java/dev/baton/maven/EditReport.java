package dev.baton.maven;

import java.nio.file.Path;
import java.util.List;

/** What a goal that changes sources says in the end. */
interface EditReport {

  /** A line for each finding that it did away with. */
  List<String> done(Path base);

  /** A line for each finding that is left and that nobody else shows. */
  List<String> left(Path base);

  /** The sum in one line. */
  String sum();
}
