package dev.baton.context.jmh;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs the cases and prints one table. A figure is the median of some JVMs, each of which gives the
 * median of its iterations. The JVMs of a case take turns, one a library, so that what disturbs the
 * machine disturbs all. {@link Settings} says what can be chosen.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Settings settings = Settings.given();
    JavaBenchmarks java = new JavaBenchmarks(settings);
    GoBenchmarks go = new GoBenchmarks(settings);
    boolean withGo = "go".matches(settings.libraries()) && GoBenchmarks.available();
    System.out.printf(
        "Java %s on %d processors, %s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        withGo ? GoBenchmarks.version() : "without Go");

    Table table = new Table();
    List<String> failed = new ArrayList<>();
    for (Case each : Case.matching(settings.include())) {
      System.out.printf("%s ", each.benchmark());
      try {
        for (int fork = 0; fork < settings.forks(); fork++) {
          System.out.print(".");
          java.run(each).forEach(measured -> table.add(each, measured));
          List<Measurement> inGo = withGo ? go.run(each) : List.of();
          inGo.forEach(measured -> table.add(each, measured));
        }
        System.out.println();
      } catch (RunnerException e) {
        // What was measured for many minutes before is not lost.
        System.out.println(" failed");
        e.printStackTrace();
        failed.add(each.benchmark());
      }
    }
    System.out.printf(
        "%n%s of an operation: median (least to greatest) of %d JVMs / bytes allocated%n%n%s%n",
        settings.cpu() ? "Processor time" : "Time", settings.forks(), table);
    if (!failed.isEmpty()) {
      throw new IllegalStateException("failed, and not or not wholly in the table: " + failed);
    }
  }
}
