package io.quantkit.examples.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** ta4j's way through the workloads of {@link IndicatorBenchmark}, in doubles, on fewer bars. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Ta4jBenchmark.BARS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class Ta4jBenchmark {
  static final int BARS = 50_000;

  /** Which indicator. */
  @Param({"sma20", "ema20", "rsi14", "macd", "atr14", "adx14", "cci20", "obv", "std20"})
  public String workload = "";

  private final BarSeries series = series();

  private static BarSeries series() {
    SplittableRandom random = new SplittableRandom(1);
    BarSeries series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
    double price = 100;
    for (int t = 0; t < BARS; t++) {
      double open = price;
      price *= 1 + 0.002 * (random.nextDouble() - 0.5);
      series.addBar(
          Duration.ofMinutes(15),
          Instant.ofEpochSecond(900L * (t + 1)).atZone(ZoneOffset.UTC),
          open,
          Math.max(open, price) * (1 + 0.001 * random.nextDouble()),
          Math.min(open, price) * (1 - 0.001 * random.nextDouble()),
          price,
          100 + random.nextInt(1000));
    }
    return series;
  }

  /** Makes sure that the workload exists. */
  @Setup
  public void setUp() {
    indicator();
  }

  /** Measures ta4j, {@code org.ta4j:ta4j-core:0.17}. */
  @Benchmark
  public double ta4j() {
    Indicator<Num> indicator = indicator();
    double sum = 0;
    for (int t = 0; t < BARS; t++) {
      sum += indicator.getValue(t).doubleValue();
    }
    return sum;
  }

  private Indicator<Num> indicator() {
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    return switch (workload) {
      case "sma20" -> new SMAIndicator(close, 20);
      case "ema20" -> new EMAIndicator(close, 20);
      case "rsi14" -> new RSIIndicator(close, 14);
      case "macd" -> new MACDIndicator(close, 12, 26);
      case "atr14" -> new ATRIndicator(series, 14);
      case "adx14" -> new ADXIndicator(series, 14);
      case "cci20" -> new CCIIndicator(series, 20);
      case "obv" -> new OnBalanceVolumeIndicator(series);
      case "std20" -> new StandardDeviationIndicator(close, 20);
      default -> throw new IllegalArgumentException(workload);
    };
  }
}
