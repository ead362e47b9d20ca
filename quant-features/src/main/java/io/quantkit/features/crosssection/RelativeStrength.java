package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import java.util.Arrays;
import java.util.List;

/**
 * How much more a symbol gained than a benchmark: {@code (close[t] / close[t-n]) / (benchmark[t] /
 * benchmark[t-n]) - 1}.
 *
 * <p>A fraction, above -1; 0 for the benchmark itself. Warm-up {@code period}. Counted in rows in
 * which both have a bar; {@code NaN} in the others.
 *
 * @param benchmark a column of the slices; need not be tradeable
 * @param period how many bars back, at least 1
 */
public record RelativeStrength(Symbol benchmark, int period) implements Factor {

  /**
   * Creates a relative strength.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public RelativeStrength {
    check(period);
  }

  static void check(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  @Override
  public List<String> names() {
    return List.of(
        FeatureName.of("cross", "relative-strength", period, PairedReturns.label(benchmark))
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
    return new Ratios(Counterpart.symbol(benchmark, symbols), period, symbols.size());
  }

  /** The last ratios of closes of each symbol. */
  static final class Ratios implements Kernel {
    private final Counterpart against;
    private final int period;
    private final double[][] ratios;
    private final int[] count;
    private final int[] lastColumn;

    Ratios(Counterpart against, int period, int symbols) {
      this.against = against;
      this.period = period;
      this.ratios = new double[symbols][period];
      this.count = new int[symbols];
      this.lastColumn = new int[symbols];
      Arrays.fill(lastColumn, -1);
    }

    @Override
    public void update(BarSlice bars, double[][] out) {
      for (int s = 0; s < count.length; s++) {
        int column = against.column(bars, s);
        double ratio = column < 0 ? Double.NaN : bars.close(s) / bars.close(column);
        if (Double.isNaN(ratio)) {
          out[0][s] = Double.NaN;
          continue;
        }
        if (column != lastColumn[s]) {
          count[s] = 0;
          lastColumn[s] = column;
        }
        int at = count[s] % period;
        double then = ratios[s][at];
        out[0][s] = count[s] < period ? Double.NaN : (ratio - then) / then;
        ratios[s][at] = ratio;
        count[s] = count[s] + 1 == 2 * period ? period : count[s] + 1;
      }
    }
  }
}
