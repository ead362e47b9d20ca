package io.quantkit.examples.benchmark;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.catalogue.FeatureCatalogue;
import io.quantkit.features.catalogue.FeatureEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One bar of each of 50 symbols comes in, and 200 features of every symbol are updated: the first
 * 200 recipes of the catalogue whose step costs O(1).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LiveBenchmark {
  private static final int FEATURES = 200;
  private static final long START =
      Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000;
  private static final long STEP = TimeUnit.MINUTES.toNanos(15);

  private final List<BarSeries> series = PanelBenchmark.series();
  private final FeatureKernel[][] kernels = new FeatureKernel[series.size()][];
  private long bar;

  /** Starts all features. */
  @Setup
  public void start() {
    List<Feature> features = new ArrayList<>();
    for (FeatureEntry entry : FeatureCatalogue.entries()) {
      if (entry.cost().equals("O(1)") && features.size() < FEATURES) {
        features.add(entry.feature());
      }
    }
    for (int s = 0; s < kernels.length; s++) {
      kernels[s] = features.stream().map(Feature::start).toArray(FeatureKernel[]::new);
    }
  }

  /** Measures one bar of all symbols. */
  @Benchmark
  public double quantkit() {
    double sum = 0;
    int t = (int) (bar++ % series.get(0).size());
    long knownAt = START + bar * STEP;
    for (int s = 0; s < kernels.length; s++) {
      BarSeries bars = series.get(s);
      for (FeatureKernel kernel : kernels[s]) {
        kernel.update(
            knownAt, bars.open(t), bars.high(t), bars.low(t), bars.close(t), bars.volume(t));
        sum += kernel.value(0);
      }
    }
    return sum;
  }
}
