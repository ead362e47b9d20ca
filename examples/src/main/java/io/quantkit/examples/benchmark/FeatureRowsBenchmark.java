package io.quantkit.examples.benchmark;

import io.quantkit.core.series.Panel;
import io.quantkit.features.Feature;
import io.quantkit.features.FeaturePanel;
import io.quantkit.features.FeatureRows;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.momentum.Trix;
import io.quantkit.features.indicator.price.RollingExtremes;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.statistic.StandardDeviation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Computes one feature of 50 symbols of 32,760 bars in one thread: nanoseconds for a symbol's bar.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FeatureRowsBenchmark.CELLS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class FeatureRowsBenchmark {
  static final int CELLS = 50 * 32_760;

  private static final Map<String, Feature> FEATURES =
      Map.of(
          "ema20", new Ema(20),
          "sma20", new Sma(20),
          "rsi14", new Rsi(14),
          "macd", new Macd(12, 26, 9),
          "atr14", new Atr(14),
          "adx14", new Adx(14),
          "trix15", new Trix(15),
          "extremes20", new RollingExtremes(20),
          "std20", new StandardDeviation(20, 0),
          "bbands20", new Bollinger(20));

  /** Which feature is computed. */
  @Param({
    "ema20",
    "sma20",
    "rsi14",
    "macd",
    "atr14",
    "adx14",
    "trix15",
    "extremes20",
    "std20",
    "bbands20"
  })
  public String workload = "";

  private final Panel panel = Panel.align(PanelBenchmark.series());
  private List<Feature> features = List.of();
  private double[][] out = {};

  /** Makes the feature and room for its numbers. */
  @Setup
  public void prepare() {
    features = List.of(Objects.requireNonNull(FEATURES.get(workload)));
    out = new double[features.get(0).outputs().size()][CELLS];
  }

  /** Measures {@link FeaturePanel#compute}. */
  @Benchmark
  public double[][] quantkit() {
    FeaturePanel.compute(panel, features, out);
    return out;
  }

  /** Measures {@link FeatureRows}, which keeps a few rows at a time. */
  @Benchmark
  public double quantkitRowByRow() {
    FeatureRows rows = FeatureRows.of(panel, features);
    double sum = 0;
    for (int row = 0; row < panel.rows(); row++) {
      rows.next();
      sum += rows.value(0, 0);
    }
    return sum;
  }
}
