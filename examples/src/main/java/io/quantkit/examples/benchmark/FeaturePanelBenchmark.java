package io.quantkit.examples.benchmark;

import io.quantkit.core.series.Panel;
import io.quantkit.features.Feature;
import io.quantkit.features.FeaturePanel;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.statistic.Drawdown;
import io.quantkit.features.statistic.StandardDeviation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Computes 100 features of 50 symbols of 32,760 bars, 164 million numbers in all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class FeaturePanelBenchmark {
  /** How many threads work. */
  @Param({"1", "2"})
  public int threads;

  private final Panel panel = Panel.align(PanelBenchmark.series());
  private final List<Feature> features = features();
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final ExecutorService one = Executors.newSingleThreadExecutor();

  private static List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    for (int i = 1; i <= 15; i++) {
      features.add(new Sma(10 * i));
      features.add(new Ema(10 * i));
      features.add(new Rsi(2 * i + 5));
      features.add(new Atr(2 * i + 5));
      features.add(new StandardDeviation(10 * i, 1));
      features.add(new Roc(i, Roc.Scale.FRACTION));
      if (i <= 10) {
        features.add(new Drawdown(10 * i));
      }
    }
    return features;
  }

  /** Stops the threads. */
  @TearDown
  public void stop() {
    executor.shutdownNow();
    one.shutdownNow();
  }

  /** Measures {@link FeaturePanel#visit}. */
  @Benchmark
  public double quantkit() throws InterruptedException {
    DoubleAdder sum = new DoubleAdder();
    FeaturePanel.visit(
        panel,
        features,
        threads == 1 ? one : executor,
        (symbol, feature, columns) -> sum.add(columns[0][columns[0].length - 1]));
    return sum.sum();
  }
}
