package io.quantkit.examples.benchmark;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.vector.SignalPlan;
import io.quantkit.backtest.vector.Sizing;
import io.quantkit.backtest.vector.VectorBacktest;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.FeatureRows;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.Sma;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/**
 * Long while the mean of 10 closes is above the mean of 30, on 50 symbols of 32,760 bars, one
 * thread, averages included: what a symbol's bar costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Walks.SYMBOLS * Walks.BARS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class BacktestBenchmark {
  private static final int UNITS = 100;

  private final Panel panel = Walks.panel();
  private final Universe universe = Walks.universe();
  private final List<org.ta4j.core.BarSeries> ta4jSeries = ta4jSeries();

  private final VectorBacktest vector =
      VectorBacktest.of(panel, universe).costs(new TradingCosts(1, 0, 0));
  private final SignalPlan signals =
      SignalPlan.of(Walks.SYMBOLS, signals(panel), Sizing.UNITS, UNITS);

  private static List<org.ta4j.core.BarSeries> ta4jSeries() {
    List<org.ta4j.core.BarSeries> all = new ArrayList<>();
    for (int s = 0; s < Walks.SYMBOLS; s++) {
      BarSeries bars = Walks.series(s);
      org.ta4j.core.BarSeries series =
          new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
      for (int t = 0; t < bars.size(); t++) {
        series.addBar(
            Duration.ofMinutes(1),
            Instant.ofEpochSecond(60L * (t + 1)).atZone(ZoneOffset.UTC),
            bars.open(t),
            bars.high(t),
            bars.low(t),
            bars.close(t),
            bars.volume(t));
      }
      all.add(series);
    }
    return all;
  }

  private static byte[] signals(Panel panel) {
    byte[] signals = new byte[Walks.SYMBOLS * Walks.BARS];
    for (int s = 0; s < Walks.SYMBOLS; s++) {
      IndicatorKernel fast = new Sma(10).kernel();
      IndicatorKernel slow = new Sma(30).kernel();
      for (int t = 0; t < Walks.BARS; t++) {
        double close = panel.close(t, s);
        boolean above = fast.update(close) > slow.update(close);
        signals[t * Walks.SYMBOLS + s] = (byte) (above ? 1 : 0);
      }
    }
    return signals;
  }

  /** Measures the event-driven engine: orders, fills, fees, ledger, equity at every minute. */
  @Benchmark
  public double quantkit() {
    FeatureRows means = FeatureRows.of(panel, List.of(new Sma(10), new Sma(30)));
    return run(
        new Cross() {
          @Override
          boolean above(BarSlice bars, int symbol) {
            if (symbol == 0) {
              means.next(bars);
            }
            return means.value(symbol, 0) > means.value(symbol, 1);
          }
        });
  }

  /** Measures the same with averages that are updated bar by bar, as they are live. */
  @Benchmark
  public double quantkitStreaming() {
    IndicatorKernel[] fast = new IndicatorKernel[Walks.SYMBOLS];
    IndicatorKernel[] slow = new IndicatorKernel[Walks.SYMBOLS];
    Arrays.setAll(fast, s -> new Sma(10).kernel());
    Arrays.setAll(slow, s -> new Sma(30).kernel());
    return run(
        new Cross() {
          @Override
          boolean above(BarSlice bars, int symbol) {
            double close = bars.close(symbol);
            return fast[symbol].update(close) > slow[symbol].update(close);
          }
        });
  }

  private double run(Strategy strategy) {
    double[] equity =
        Backtest.of(panel, universe, TradingCalendar.alwaysOpen())
            .costs(new TradingCosts(1, 0, 0))
            .run("cross", strategy)
            .equity();
    return equity[equity.length - 1];
  }

  /** Measures an engine without anything to do: what the bars themselves cost. */
  @Benchmark
  public double quantkitIdle() {
    double[] equity =
        Backtest.of(panel, universe, TradingCalendar.alwaysOpen())
            .run("idle", (context, bars) -> {})
            .equity();
    return equity[equity.length - 1];
  }

  /** Measures the vectorised mode on ready signals: the same fills, fees and equity. */
  @Benchmark
  public double quantkitVector() {
    double[] equity = vector.run(signals).equity();
    return equity[equity.length - 1];
  }

  /** Measures a loop over arrays that does the same in doubles, without orders or records. */
  @Benchmark
  public double handLoop() {
    double cash = 1_000_000;
    double[] value = new double[Walks.SYMBOLS];
    double[] equity = new double[Walks.BARS];
    double[] fast = new double[Walks.SYMBOLS];
    double[] slow = new double[Walks.SYMBOLS];
    boolean[] held = new boolean[Walks.SYMBOLS];
    boolean[] wanted = new boolean[Walks.SYMBOLS];
    for (int t = 0; t < Walks.BARS; t++) {
      double sum = 0;
      for (int s = 0; s < Walks.SYMBOLS; s++) {
        double close = panel.close(t, s);
        if (wanted[s] != held[s]) {
          double notional = UNITS * panel.open(t, s);
          cash -= (wanted[s] ? notional : -notional) + 0.0001 * notional;
          held[s] = wanted[s];
        }
        value[s] = held[s] ? UNITS * close : 0;
        sum += value[s];
        fast[s] += close - (t < 10 ? 0 : panel.close(t - 10, s));
        slow[s] += close - (t < 30 ? 0 : panel.close(t - 30, s));
        wanted[s] = t >= 29 && 3 * fast[s] > slow[s];
      }
      equity[t] = cash + sum;
    }
    return equity[Walks.BARS - 1];
  }

  /** Measures ta4j, {@code org.ta4j:ta4j-core:0.17}, which trades the symbols one by one. */
  @Benchmark
  public int ta4j() {
    int positions = 0;
    for (org.ta4j.core.BarSeries series : ta4jSeries) {
      ClosePriceIndicator close = new ClosePriceIndicator(series);
      SMAIndicator fast = new SMAIndicator(close, 10);
      SMAIndicator slow = new SMAIndicator(close, 30);
      positions +=
          new BarSeriesManager(series)
              .run(
                  new BaseStrategy(
                      new CrossedUpIndicatorRule(fast, slow),
                      new CrossedDownIndicatorRule(fast, slow)))
              .getPositionCount();
    }
    return positions;
  }

  /** Buys when the fast mean is above the slow one, sells when it is not any more. */
  private abstract static class Cross implements Strategy {
    private final Symbol[] symbols = new Symbol[Walks.SYMBOLS];
    private final boolean[] held = new boolean[Walks.SYMBOLS];
    private final Decimal units = Decimal.of(UNITS);

    Cross() {
      Arrays.setAll(symbols, Walks::symbol);
    }

    /** Returns whether a symbol's fast mean is above the slow one, asked symbol by symbol. */
    abstract boolean above(BarSlice bars, int symbol);

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {
      for (int s = 0; s < held.length; s++) {
        boolean above = above(bars, s);
        if (above != held[s]) {
          held[s] = above;
          if (above) {
            context.buy(symbols[s], units);
          } else {
            context.sell(symbols[s], units);
          }
        }
      }
    }
  }
}
