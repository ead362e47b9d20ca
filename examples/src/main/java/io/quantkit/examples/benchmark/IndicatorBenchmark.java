package io.quantkit.examples.benchmark;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.Feature;
import io.quantkit.features.Indicator;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volume.Obv;
import io.quantkit.features.statistic.StandardDeviation;
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
 * Computes an indicator over a million bars into arrays that are there, beside TA-Lib's Java port
 * doing the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(IndicatorBenchmark.BARS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class IndicatorBenchmark {
  static final int BARS = 1_000_000;

  /** Which indicator. */
  @Param({"sma20", "ema20", "rsi14", "macd", "bbands20", "atr14", "adx14", "obv", "std20"})
  public String workload = "";

  private final double[] open = new double[BARS];
  private final double[] high = new double[BARS];
  private final double[] low = new double[BARS];
  private final double[] close = new double[BARS];
  private final double[] volume = new double[BARS];
  private final double[][] out = new double[3][BARS];
  private final Core talib = new Core();
  private final MInteger begin = new MInteger();
  private final MInteger length = new MInteger();
  private Feature feature = new Sma(20);
  private BarSeries series = BarSeries.builder(Symbol.of("WALK"), Timeframe.MINUTE_15).build();
  private double[][] outputs = new double[0][];

  /** Makes a random walk of prices. */
  @Setup
  public void setUp() {
    SplittableRandom random = new SplittableRandom(1);
    BarSeries.Builder builder =
        BarSeries.builder(Symbol.of("WALK"), Timeframe.MINUTE_15).reserve(BARS);
    double price = 100;
    for (int t = 0; t < BARS; t++) {
      open[t] = price;
      price *= 1 + 0.002 * (random.nextDouble() - 0.5);
      close[t] = price;
      high[t] = Math.max(open[t], close[t]) * (1 + 0.001 * random.nextDouble());
      low[t] = Math.min(open[t], close[t]) * (1 - 0.001 * random.nextDouble());
      volume[t] = 100 + random.nextInt(1000);
      builder.add(2L * t, 2L * t + 1, open[t], high[t], low[t], close[t], volume[t]);
    }
    series = builder.build();
    feature =
        switch (workload) {
          case "sma20" -> new Sma(20);
          case "ema20" -> new Ema(20);
          case "rsi14" -> new Rsi(14);
          case "macd" -> new Macd(12, 26, 9);
          case "bbands20" -> new Bollinger(20);
          case "atr14" -> new Atr(14);
          case "adx14" -> new Adx(14);
          case "obv" -> new Obv();
          case "std20" -> new StandardDeviation(20, 0);
          default -> throw new IllegalArgumentException(workload);
        };
    outputs = new double[feature.outputs().size()][BARS];
  }

  /** Measures this library. */
  @Benchmark
  public double[] quantkit() {
    if (feature instanceof Indicator indicator) {
      indicator.over(close, outputs);
    } else {
      feature.over(series, outputs);
    }
    return outputs[0];
  }

  /** Measures this library fed bar by bar, as live. */
  @Benchmark
  public double quantkitStreaming() {
    double sum = 0;
    if (feature instanceof Indicator indicator) {
      var kernel = indicator.kernel();
      for (int t = 0; t < BARS; t++) {
        sum += kernel.update(close[t]);
      }
    } else {
      var kernel = feature.start();
      for (int t = 0; t < BARS; t++) {
        kernel.update(t, open[t], high[t], low[t], close[t], volume[t]);
        sum += kernel.value(0);
      }
    }
    return sum;
  }

  /** Measures TA-Lib for Java, {@code com.tictactec:ta-lib:0.4.0}. */
  @Benchmark
  public double[] talibJava() {
    int last = BARS - 1;
    switch (workload) {
      case "sma20" -> talib.sma(0, last, close, 20, begin, length, out[0]);
      case "ema20" -> talib.ema(0, last, close, 20, begin, length, out[0]);
      case "rsi14" -> talib.rsi(0, last, close, 14, begin, length, out[0]);
      case "macd" -> talib.macd(0, last, close, 12, 26, 9, begin, length, out[0], out[1], out[2]);
      case "bbands20" ->
          talib.bbands(0, last, close, 20, 2, 2, MAType.Sma, begin, length, out[0], out[1], out[2]);
      case "atr14" -> talib.atr(0, last, high, low, close, 14, begin, length, out[0]);
      case "adx14" -> talib.adx(0, last, high, low, close, 14, begin, length, out[0]);
      case "obv" -> talib.obv(0, last, close, volume, begin, length, out[0]);
      case "std20" -> talib.stdDev(0, last, close, 20, 1, begin, length, out[0]);
      default -> throw new IllegalArgumentException(workload);
    }
    return out[0];
  }
}
