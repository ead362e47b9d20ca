package io.quantkit.examples.benchmark;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.Feature;
import io.quantkit.features.Indicator;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Kama;
import io.quantkit.features.indicator.average.RegressionSlope;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.average.Wma;
import io.quantkit.features.indicator.momentum.Mfi;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.momentum.Stochastic;
import io.quantkit.features.indicator.momentum.Trix;
import io.quantkit.features.indicator.momentum.UltimateOscillator;
import io.quantkit.features.indicator.price.RollingExtremes;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Aroon;
import io.quantkit.features.indicator.trend.Cci;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.trend.ParabolicSar;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volume.Obv;
import io.quantkit.features.statistic.InputCorrelation;
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
 * doing the same, at most three outputs of each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(IndicatorBenchmark.BARS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class IndicatorBenchmark {
  static final int BARS = 1_000_000;

  /** Which indicator. */
  @Param({
    "sma20",
    "ema20",
    "wma20",
    "rsi14",
    "macd",
    "bbands20",
    "atr14",
    "adx14",
    "stoch",
    "cci20",
    "mfi14",
    "obv",
    "kama10",
    "psar",
    "aroon25",
    "std20",
    "minmax20",
    "corr60",
    "slope20",
    "trix15",
    "ultosc",
    "sma2000",
    "std2000"
  })
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
          case "wma20" -> new Wma(20);
          case "stoch" -> new Stochastic(5, 3, 3);
          case "cci20" -> new Cci(20);
          case "mfi14" -> new Mfi(14);
          case "kama10" -> new Kama(10);
          case "psar" -> new ParabolicSar(0.02, 0.2);
          case "aroon25" -> new Aroon(25);
          case "minmax20" -> new RollingExtremes(20);
          case "corr60" -> new InputCorrelation(60, Input.HIGH, Input.LOW);
          case "slope20" -> new RegressionSlope(20);
          case "trix15" -> new Trix(15);
          case "ultosc" -> new UltimateOscillator(7, 14, 28);
          case "sma2000" -> new Sma(2000);
          case "std2000" -> new StandardDeviation(2000, 0);
          default -> throw new IllegalArgumentException(workload);
        };
    outputs = new double[Math.min(3, feature.outputs().size())][BARS];
  }

  /** Measures this library. */
  @Benchmark
  public double[] quantkit() {
    if (feature instanceof Indicator indicator) {
      indicator.kernel().update(close, 0, BARS, outputs, 0);
    } else {
      feature.start().update(series, 0, BARS, outputs);
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
      case "wma20" -> talib.wma(0, last, close, 20, begin, length, out[0]);
      case "stoch" ->
          talib.stoch(
              0,
              last,
              high,
              low,
              close,
              5,
              3,
              MAType.Sma,
              3,
              MAType.Sma,
              begin,
              length,
              out[0],
              out[1]);
      case "cci20" -> talib.cci(0, last, high, low, close, 20, begin, length, out[0]);
      case "mfi14" -> talib.mfi(0, last, high, low, close, volume, 14, begin, length, out[0]);
      case "kama10" -> talib.kama(0, last, close, 10, begin, length, out[0]);
      case "psar" -> talib.sar(0, last, high, low, 0.02, 0.2, begin, length, out[0]);
      case "aroon25" -> talib.aroon(0, last, high, low, 25, begin, length, out[0], out[1]);
      case "minmax20" -> talib.minMax(0, last, close, 20, begin, length, out[0], out[1]);
      case "corr60" -> talib.correl(0, last, high, low, 60, begin, length, out[0]);
      case "slope20" -> talib.linearRegSlope(0, last, close, 20, begin, length, out[0]);
      case "trix15" -> talib.trix(0, last, close, 15, begin, length, out[0]);
      case "ultosc" -> talib.ultOsc(0, last, high, low, close, 7, 14, 28, begin, length, out[0]);
      case "sma2000" -> talib.sma(0, last, close, 2000, begin, length, out[0]);
      case "std2000" -> talib.stdDev(0, last, close, 2000, 1, begin, length, out[0]);
      default -> throw new IllegalArgumentException(workload);
    }
    return out[0];
  }
}
