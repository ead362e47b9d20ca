package io.quantkit.features.label;

import io.quantkit.core.market.Universe;
import io.quantkit.core.series.Labels;
import io.quantkit.core.series.Panel;

/**
 * The return from {@code delayBars} rows after the decision to {@code horizonBars} rows after that,
 * close to close.
 *
 * <p>The label of a decision at row t is computed from {@code entry = close[t + delay]} and {@code
 * exit = close[t + delay + horizon]}: {@code exit / entry - 1} or {@code ln(exit / entry)}, less
 * what it is measured against. Delay 0 enters at the very close that the decision was taken at,
 * which no order can; delay 1 at the next one. Its interval reaches from when the entry row is
 * known to when the exit row is. With a delay of 0 that begins at the decision.
 *
 * <p>A fraction per horizon. There is no label where the symbol has no bar at the decision, the
 * entry or the exit, so none for what stops trading on the way: give such a symbol a last bar at
 * what its holders received, or the labels speak of survivors only.
 *
 * @param delayBars rows from the decision to the entry, at least 0
 * @param horizonBars rows from the entry to the exit, at least 1
 * @param kind simple or logarithmic
 * @param against what is subtracted
 */
public record ForwardReturns(int delayBars, int horizonBars, Kind kind, Against against) {

  /** How a return is computed. */
  public enum Kind {
    /** {@code exit / entry - 1}. */
    SIMPLE,
    /** {@code ln(exit / entry)}. */
    LOG;

    double of(double entry, double exit) {
      return this == SIMPLE ? (exit - entry) / entry : StrictMath.log(exit / entry);
    }
  }

  /**
   * Creates a recipe.
   *
   * @throws IllegalArgumentException if the delay is negative or the horizon below 1
   */
  public ForwardReturns {
    if (delayBars < 0) {
      throw new IllegalArgumentException("delayBars must be at least 0, was " + delayBars);
    }
    if (horizonBars < 1) {
      throw new IllegalArgumentException("horizonBars must be at least 1, was " + horizonBars);
    }
  }

  /** Returns simple returns against nothing. */
  public static ForwardReturns of(int delayBars, int horizonBars) {
    return new ForwardReturns(delayBars, horizonBars, Kind.SIMPLE, new Against.Nothing());
  }

  /** Returns this recipe with another kind of return. */
  public ForwardReturns kind(Kind newKind) {
    return new ForwardReturns(delayBars, horizonBars, newKind, against);
  }

  /** Returns this recipe measured against something else. */
  public ForwardReturns against(Against newAgainst) {
    return new ForwardReturns(delayBars, horizonBars, kind, newAgainst);
  }

  /**
   * Labels every bar of every symbol.
   *
   * @throws IllegalArgumentException if the benchmark is not in the panel
   */
  public Labels over(Panel panel) {
    return over(panel, (t, s) -> true);
  }

  /**
   * Labels the bars of symbols that may be traded when the bar is known.
   *
   * @throws IllegalArgumentException if the benchmark is not in the panel
   */
  public Labels over(Panel panel, Universe universe) {
    return over(panel, (t, s) -> universe.tradeable(panel.symbols().get(s), panel.knownAt(t)));
  }

  @FunctionalInterface
  private interface Members {
    boolean contains(int row, int symbol);
  }

  private Labels over(Panel panel, Members members) {
    Labels.Builder labels = Labels.builder(panel.symbols());
    int n = panel.symbols().size();
    int benchmark =
        against instanceof Against.Benchmark other ? panel.symbols().require(other.symbol()) : -1;
    double[] row = new double[n];
    for (int t = 0; t + delayBars + horizonBars < panel.rows(); t++) {
      int entry = t + delayBars;
      int exit = entry + horizonBars;
      for (int s = 0; s < n; s++) {
        row[s] =
            panel.trading(t, s) && members.contains(t, s)
                ? kind.of(panel.close(entry, s), panel.close(exit, s))
                : Double.NaN;
      }
      double less =
          benchmark >= 0
              ? kind.of(panel.close(entry, benchmark), panel.close(exit, benchmark))
              : against instanceof Against.CrossSection ? mean(row) : 0;
      for (int s = 0; s < n; s++) {
        if (!Double.isNaN(row[s] - less)) {
          labels.add(panel.knownAt(t), s, row[s] - less, panel.knownAt(entry), panel.knownAt(exit));
        }
      }
    }
    return labels.build();
  }

  private static double mean(double[] row) {
    double sum = 0;
    int n = 0;
    for (double value : row) {
      if (!Double.isNaN(value)) {
        sum += value;
        n++;
      }
    }
    return sum / n;
  }
}
