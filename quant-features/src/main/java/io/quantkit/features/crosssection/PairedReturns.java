package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The last returns of each symbol beside the benchmark's over the same times. A pair is made at
 * each row in which both have a bar, from the last such row; rows in which either has none make the
 * next pair longer.
 */
final class PairedReturns implements Factor.Kernel {
  private final int benchmark;
  private final SlidingCovariance[] windows;
  private final double[] lastClose;
  private final double[] lastBenchmark;
  private final ToDoubleFunction<SlidingCovariance> measure;

  PairedReturns(
      Symbol benchmark, int period, Symbols symbols, ToDoubleFunction<SlidingCovariance> measure) {
    this.benchmark = symbols.require(benchmark);
    this.windows = new SlidingCovariance[symbols.size()];
    Arrays.setAll(windows, s -> new SlidingCovariance(period));
    this.lastClose = new double[symbols.size()];
    this.lastBenchmark = new double[symbols.size()];
    Arrays.fill(lastClose, Double.NaN);
    Arrays.fill(lastBenchmark, Double.NaN);
    this.measure = measure;
  }

  /** Returns a symbol as it is written in a feature's name. */
  static String label(Symbol symbol) {
    String label = symbol.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return label.isEmpty() ? "benchmark" : label;
  }

  @Override
  public void update(BarSlice bars, double[][] out) {
    double market = bars.close(benchmark);
    for (int s = 0; s < windows.length; s++) {
      double close = bars.close(s);
      double value = Double.NaN;
      if (!Double.isNaN(close) && !Double.isNaN(market)) {
        double x = (market - lastBenchmark[s]) / lastBenchmark[s];
        double y = (close - lastClose[s]) / lastClose[s];
        boolean usable = Double.isFinite(x) && Double.isFinite(y);
        if (usable && windows[s].add(x, y)) {
          value = measure.applyAsDouble(windows[s]);
        }
        lastClose[s] = close;
        lastBenchmark[s] = market;
      }
      out[0][s] = value;
    }
  }
}
