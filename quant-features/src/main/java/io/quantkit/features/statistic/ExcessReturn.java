package io.quantkit.features.statistic;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * By how much a symbol's simple return over {@code period} steps exceeds the benchmark's: {@code
 * x[t] / x[t-n] - m[t] / m[t-n]}.
 *
 * <p>A fraction; 0 for the benchmark itself. Warm-up {@code period}. Steps are rows in which both
 * have a bar, so a missed row lengthens the time and loses no return. {@code NaN} where either has
 * no bar.
 *
 * @param benchmark a column of the slices; need not be tradeable
 * @param period how many steps the return spans, at least 1
 */
public record ExcessReturn(Symbol benchmark, int period) implements Factor {

  /**
   * Creates a factor.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ExcessReturn {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<String> names() {
    String label = benchmark.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return List.of(
        FeatureName.of("cross", "excess-return", period, label.isEmpty() ? "benchmark" : label)
            .toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the benchmark is not among the symbols
   */
  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new State(symbols.require(benchmark), period, symbols.size());
  }

  private static final class State implements Factor.Kernel {
    private final int benchmark;
    private final Delay[] closes;
    private final Delay[] benchmarks;

    State(int benchmark, int period, int symbols) {
      this.benchmark = benchmark;
      this.closes = new Delay[symbols];
      this.benchmarks = new Delay[symbols];
      Arrays.setAll(closes, s -> new Delay(period));
      Arrays.setAll(benchmarks, s -> new Delay(period));
    }

    @Override
    public void update(BarSlice bars, double[][] out) {
      double market = bars.close(benchmark);
      for (int s = 0; s < closes.length; s++) {
        double close = bars.close(s);
        double value = Double.NaN;
        if (!Double.isNaN(close) && !Double.isNaN(market)) {
          double before = closes[s].exchange(close);
          double marketBefore = benchmarks[s].exchange(market);
          double excess = (close - before) / before - (market - marketBefore) / marketBefore;
          value = Double.isFinite(excess) ? excess : Double.NaN;
        }
        out[0][s] = value;
      }
    }
  }
}
