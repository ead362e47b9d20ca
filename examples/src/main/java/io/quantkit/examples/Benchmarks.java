package io.quantkit.examples;

import io.quantkit.examples.benchmark.BacktestBenchmark;
import io.quantkit.examples.benchmark.CrossSectionBenchmark;
import io.quantkit.examples.benchmark.CsvBenchmark;
import io.quantkit.examples.benchmark.FeaturePanelBenchmark;
import io.quantkit.examples.benchmark.FeatureRowsBenchmark;
import io.quantkit.examples.benchmark.IndicatorBenchmark;
import io.quantkit.examples.benchmark.LiveBenchmark;
import io.quantkit.examples.benchmark.PanelBenchmark;
import io.quantkit.examples.benchmark.ParquetBenchmark;
import io.quantkit.examples.benchmark.StreamingBenchmark;
import io.quantkit.examples.benchmark.Ta4jBenchmark;
import io.quantkit.examples.benchmark.VectorBenchmark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures this library beside others on this machine, now, and prints a line {@code
 * implementation,workload,value,unit} per measurement and one for the bytes that it allocates.
 *
 * <p>Arguments are the suites to run, all of them if there is none. A method of a suite is an
 * implementation; its parameters, or else the suite, name the workload.
 */
final class Benchmarks {
  private static final List<Suite> SUITES =
      List.of(
          new Suite("backtest", BacktestBenchmark.class, "ns/bar"),
          new Suite("crosssection", CrossSectionBenchmark.class, "ns/cell"),
          new Suite("csv", CsvBenchmark.class, "MB/s"),
          new Suite("indicators", IndicatorBenchmark.class, "ns/bar"),
          new Suite("live", LiveBenchmark.class, "us"),
          new Suite("panel", PanelBenchmark.class, "ms"),
          new Suite("parquet", ParquetBenchmark.class, "ms"),
          new Suite("features", FeaturePanelBenchmark.class, "ms"),
          new Suite("rows", FeatureRowsBenchmark.class, "ns/bar"),
          new Suite("streaming", StreamingBenchmark.class, "ns/bar"),
          new Suite("ta4j", Ta4jBenchmark.class, "ns/bar"),
          new Suite("vector", VectorBenchmark.class, "ms"));

  /** JMH's name for the bytes that an operation allocates. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Benchmarks() {}

  private record Suite(String name, Class<?> benchmark, String unit) {}

  public static void main(String[] names) throws RunnerException {
    System.out.println("implementation,workload,value,unit");
    for (Suite suite : chosen(Arrays.asList(names))) {
      OptionsBuilder options = new OptionsBuilder();
      options.include("\\b" + suite.benchmark().getSimpleName() + "\\.");
      options.verbosity(VerboseMode.SILENT);
      options.addProfiler(GCProfiler.class);
      Collection<RunResult> results = new Runner(options.build()).run();
      for (RunResult result : results) {
        print(suite, result);
      }
    }
  }

  private static void print(Suite suite, RunResult result) {
    String workload = workload(suite, result);
    Result<?> time = result.getPrimaryResult();
    print(time, workload, time.getScore(), suite.unit());
    if (result.getParams().getMode() == Mode.SampleTime) {
      print(time, workload + " p99", time.getStatistics().getPercentile(99), suite.unit());
    }
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
    if (allocated != null) {
      print(time, workload + " allocated", allocated.getScore(), "B");
    }
  }

  private static void print(Result<?> of, String workload, double value, String unit) {
    System.out.printf(Locale.ROOT, "%s,%s,%.3f,%s%n", of.getLabel(), workload, value, unit);
  }

  private static List<Suite> chosen(List<String> names) {
    List<Suite> chosen = new ArrayList<>();
    for (Suite suite : SUITES) {
      if (names.isEmpty() || names.contains(suite.name())) {
        chosen.add(suite);
      }
    }
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "suite must be one of %s, was %s"
              .formatted(SUITES.stream().map(Suite::name).toList(), names));
    }
    return chosen;
  }

  private static String workload(Suite suite, RunResult result) {
    List<String> parts = new ArrayList<>();
    for (String key : result.getParams().getParamsKeys()) {
      parts.add(result.getParams().getParam(key));
    }
    return parts.isEmpty() ? suite.name() : suite.name() + " " + String.join(" ", parts);
  }
}
