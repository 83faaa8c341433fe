package dev.baton.context.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs cases by JMH, with what this JVM was started with. */
final class JavaBenchmarks {
  private final Settings settings;

  JavaBenchmarks(Settings settings) {
    this.settings = settings;
  }

  /** Each library, and each value of a parameter, in a JVM of its own. */
  List<Measurement> run(Case wanted) throws RunnerException {
    boolean quick = settings.quick();
    Options options =
        new OptionsBuilder()
            .include("\\." + wanted.benchmark() + "\\.(" + settings.libraries() + ")$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .jvmArgsAppend("-Xss16m") // some libraries call themselves for each link of a chain
            .warmupIterations(quick ? 1 : 4)
            .warmupTime(TimeValue.milliseconds(quick ? 50 : 400))
            .measurementIterations(quick ? 1 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 50 : 300))
            .addProfiler(GCProfiler.class)
            .addProfiler(WorkerCpu.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run().stream().map(this::measurement).toList();
  }

  private Measurement measurement(RunResult result) {
    return new Measurement(
        parameter(result),
        library(result.getPrimaryResult().getLabel()),
        settings.cpu()
            ? result.getSecondaryResults().get(WorkerCpu.NANOS).getScore()
            : result.getPrimaryResult().getStatistics().getPercentile(50),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }

  private static String library(String benchmark) {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** No case has more than one. */
  private static String parameter(RunResult result) {
    List<String> names = List.copyOf(result.getParams().getParamsKeys());
    return names.isEmpty() ? "" : result.getParams().getParam(names.get(0));
  }
}
