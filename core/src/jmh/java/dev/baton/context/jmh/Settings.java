package dev.baton.context.jmh;

import java.nio.file.Path;

/**
 * What the system properties of the same names, after {@code jmh.}, say.
 *
 * @param include matches the names of the cases to run; all by default
 * @param libraries matches the columns to run; all by default
 * @param forks how many JVMs make a figure
 * @param quick only to see that everything works: the figures mean nothing
 * @param cpu count the time of the processor, see {@link WorkerCpu}: for a busy machine
 * @param go the script that runs Go's benchmarks
 */
record Settings(String include, String libraries, int forks, boolean quick, boolean cpu, Path go) {

  static Settings given() {
    boolean quick = isSet("quick");
    return new Settings(
        text("include", ".*"),
        text("libraries", ".*"),
        Integer.parseInt(text("forks", quick ? "1" : "3")),
        quick,
        isSet("cpu"),
        Path.of(text("go", "core/src/jmh/go/run")));
  }

  /** {@code -Djmh.quick} alone is enough. */
  private static boolean isSet(String name) {
    String value = System.getProperty("jmh." + name);
    return value != null && !value.equals("false");
  }

  private static String text(String name, String otherwise) {
    String value = System.getProperty("jmh." + name, "");
    return value.isEmpty() ? otherwise : value;
  }
}
