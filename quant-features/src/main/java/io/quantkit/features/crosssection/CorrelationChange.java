package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * Whether a symbol's correlation with a reference has changed: that of the last {@code recent}
 * returns against that of the {@code before} returns before them.
 *
 * <p>The first output is the difference {@code r1 - r2}, within -2 to 2. The second is Fisher's
 * {@code (atanh(r1) - atanh(r2)) / sqrt(1 / (recent - 3) + 1 / (before - 3))}, about standard
 * normal if the returns are normal, independent over time and equally correlated in both windows;
 * for it correlations are kept within 1e-9 of -1 and 1. Warm-up {@code recent + before}. Returns
 * and gaps as in {@link RollingCorrelation}; {@code NaN} where a window's correlation is. R. A.
 * Fisher, Metron 1, 1921.
 *
 * @param reference a column of the slices; need not be tradeable
 * @param recent the recent window, in returns, at least 4
 * @param before the window before it, in returns, at least 4
 */
public record CorrelationChange(Symbol reference, int recent, int before) implements Factor {
  private static final double MOST = 1 - 1e-9;

  /**
   * Creates a change.
   *
   * @throws IllegalArgumentException if a window is below 4
   */
  public CorrelationChange {
    if (recent < 4) {
      throw new IllegalArgumentException("recent must be at least 4, was " + recent);
    }
    if (before < 4) {
      throw new IllegalArgumentException("before must be at least 4, was " + before);
    }
  }

  @Override
  public List<String> names() {
    String window = recent + "x" + before;
    String label = PairedReturns.label(reference);
    return List.of(
        FeatureName.of("cross", "correlation-change", window, label).toString(),
        FeatureName.of("cross", "correlation-change-z", window, label).toString());
  }

  @Override
  public int warmup() {
    return recent + before;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the reference is not among the symbols
   */
  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new PairedReturns(
        Counterpart.symbol(reference, symbols),
        symbols.size(),
        () -> new TwoWindows(recent, before));
  }

  private static final class TwoWindows implements PairedReturns.Pairs {
    private final SlidingCovariance recent;
    private final SlidingCovariance before;
    private final double[] x;
    private final double[] y;
    private final double error;
    private int next;
    private boolean passing;
    private boolean full;

    TwoWindows(int recent, int before) {
      this.recent = new SlidingCovariance(recent);
      this.before = new SlidingCovariance(before);
      this.x = new double[recent];
      this.y = new double[recent];
      this.error = Math.sqrt(1.0 / (recent - 3) + 1.0 / (before - 3));
    }

    @Override
    public void add(double newX, double newY) {
      if (passing) {
        full = before.add(x[next], y[next]);
      }
      x[next] = newX;
      y[next] = newY;
      next = next + 1 == x.length ? 0 : next + 1;
      passing = recent.add(newX, newY);
    }

    @Override
    public void write(double[][] out, int symbol) {
      double now = full ? RollingCorrelation.correlation(recent) : Double.NaN;
      double then = full ? RollingCorrelation.correlation(before) : Double.NaN;
      out[0][symbol] = now - then;
      out[1][symbol] = (atanh(now) - atanh(then)) / error;
    }

    private static double atanh(double r) {
      double within = Math.max(-MOST, Math.min(MOST, r));
      return 0.5 * (StrictMath.log1p(within) - StrictMath.log1p(-within));
    }
  }
}
