package io.quantkit.examples.benchmark;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import java.util.SplittableRandom;
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
 * Updates an indicator with one bar after the other, as live. The suite tells what it allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(StreamingBenchmark.BARS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class StreamingBenchmark {
  static final int BARS = 100_000;

  /** Which indicator. */
  @Param({"ema20", "rsi14", "atr14", "macd", "bbands20"})
  public String workload = "";

  private final double[] high = new double[BARS];
  private final double[] low = new double[BARS];
  private final double[] close = new double[BARS];
  private IndicatorKernel indicator = new Ema(20).kernel();
  private FeatureKernel bars = new Atr(14).start();
  private boolean ofBars;

  /** Makes a random walk of prices and starts the indicator. */
  @Setup
  public void setUp() {
    SplittableRandom random = new SplittableRandom(1);
    double price = 100;
    for (int t = 0; t < BARS; t++) {
      double open = price;
      price *= 1 + 0.002 * (random.nextDouble() - 0.5);
      close[t] = price;
      high[t] = Math.max(open, price) * (1 + 0.001 * random.nextDouble());
      low[t] = Math.min(open, price) * (1 - 0.001 * random.nextDouble());
    }
    Feature feature =
        switch (workload) {
          case "ema20" -> new Ema(20);
          case "rsi14" -> new Rsi(14);
          case "atr14" -> new Atr(14);
          case "macd" -> new Macd(12, 26, 9);
          case "bbands20" -> new Bollinger(20);
          default -> throw new IllegalArgumentException(workload);
        };
    ofBars = !(feature instanceof Indicator);
    if (feature instanceof Indicator one) {
      indicator = one.kernel();
    } else {
      bars = feature.start();
    }
  }

  /** Measures this library. */
  @Benchmark
  public double quantkit() {
    return ofBars ? ofBars(bars) : ofNumbers(indicator);
  }

  private double ofNumbers(IndicatorKernel kernel) {
    double sum = 0;
    for (int t = 0; t < BARS; t++) {
      sum += kernel.update(close[t]);
    }
    return sum;
  }

  private double ofBars(FeatureKernel kernel) {
    double sum = 0;
    for (int t = 0; t < BARS; t++) {
      kernel.update(t, close[t], high[t], low[t], close[t], 1);
      sum += kernel.value(0);
    }
    return sum;
  }
}
