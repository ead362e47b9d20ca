package io.quantkit.features.transform;

import io.quantkit.core.market.Bar;
import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Quantiles;
import io.quantkit.core.series.BarSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Treats bars whose return is far from usual.
 *
 * <p>The log return against the last accepted close is compared with the {@code window} accepted
 * returns before it; only the past decides. {@link Spread#DEVIATION}: {@code |r - mean| > limit *
 * deviation}, {@code ddof = 1}. {@link Spread#ROBUST}: {@code |r - median| > limit * 1.4826 * MAD},
 * which one outlier does not spoil. While there are fewer returns than the window, or they are all
 * equal, everything is accepted.
 *
 * <p>A price that stays at its new level is no outlier: a bar is accepted if it is close either to
 * the last accepted bar or to the bar just before it. So of a jump the first bar is treated and the
 * second one is not; of a bad tick the tick and nothing else. What is treated, and the jump itself,
 * is not among the returns that tell what is usual, whatever is done about it.
 *
 * @param window how many returns tell what is usual, at least 5
 * @param limit how many spreads away is too far, positive; 5 is usual
 * @param spread how the usual is measured
 * @param action what to do about it
 */
public record Outliers(int window, double limit, Spread spread, Action action)
    implements CleaningStep {

  /** {@code 1 / Phi^-1(3/4)}: turns a median absolute deviation into a normal deviation. */
  private static final double MAD_TO_DEVIATION = 1.482602218505602;

  /** How the usual is measured. */
  public enum Spread {
    /** Mean and sample deviation. */
    DEVIATION,
    /** Median and median absolute deviation. */
    ROBUST
  }

  /** What to do about an outlier. */
  public enum Action {
    /** Record it. */
    MARK,
    /** Take the bar out. */
    DROP,
    /** Move the bar's prices to the bound. */
    CAP
  }

  /**
   * Creates the treatment.
   *
   * @throws IllegalArgumentException if the window is below 5 or the limit not positive
   */
  public Outliers {
    if (window < 5) {
      throw new IllegalArgumentException("window must be at least 5, was " + window);
    }
    if (!(limit > 0) || limit == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("limit must be positive and finite, was " + limit);
    }
  }

  /** Returns the treatment by mean and deviation. */
  public static Outliers deviation(int window, double limit, Action action) {
    return new Outliers(window, limit, Spread.DEVIATION, action);
  }

  /** Returns the treatment by median and median absolute deviation. */
  public static Outliers robust(int window, double limit, Action action) {
    return new Outliers(window, limit, Spread.ROBUST, action);
  }

  @Override
  public boolean causal() {
    return true;
  }

  @Override
  public List<Bar> apply(BarSeries series, List<BarChange> changes) {
    List<Bar> bars = new ArrayList<>();
    double[] returns = new double[window];
    double[] work = new double[window];
    int seen = 0;
    double reference = Double.NaN;
    for (int i = 0; i < series.size(); i++) {
      Bar bar = series.bar(i);
      if (i == 0) {
        reference = bar.close();
        bars.add(bar);
        continue;
      }
      double move = StrictMath.log(bar.close() / reference);
      double middle = 0;
      double scale = 0;
      if (seen >= window) {
        middle = spread == Spread.ROBUST ? Quantiles.median(returns) : Moments.mean(returns);
        scale = scale(returns, middle, work);
      }
      double step = StrictMath.log(bar.close() / series.close(i - 1));
      double usual = scale > 0 ? limit * scale : Double.POSITIVE_INFINITY;
      boolean near = Math.abs(move - middle) <= usual;
      if (near || Math.abs(step - middle) <= usual) {
        returns[seen++ % window] = near ? move : step;
        reference = bar.close();
        bars.add(bar);
      } else {
        treat(bar, reference, middle, scale, move, changes).ifPresent(bars::add);
      }
    }
    return bars;
  }

  private double scale(double[] returns, double middle, double[] work) {
    if (spread == Spread.DEVIATION) {
      return Math.sqrt(Moments.variance(returns, 1));
    }
    Arrays.setAll(work, i -> Math.abs(returns[i] - middle));
    return MAD_TO_DEVIATION * Quantiles.median(work);
  }

  private Optional<Bar> treat(
      Bar bar, double last, double middle, double scale, double move, List<BarChange> changes) {
    String reason =
        String.format(
            Locale.ROOT,
            "log return of %.6f is %.1f spreads from the usual %.6f, more than %s are too far",
            move,
            Math.abs(move - middle) / scale,
            middle,
            limit);
    BarChange.Kind kind =
        switch (action) {
          case MARK -> BarChange.Kind.MARKED;
          case DROP -> BarChange.Kind.DROPPED;
          case CAP -> BarChange.Kind.CAPPED;
        };
    Optional<Bar> after =
        switch (action) {
          case MARK -> Optional.of(bar);
          case DROP -> Optional.empty();
          case CAP -> Optional.of(cap(bar, last, middle, scale));
        };
    changes.add(new BarChange(kind, bar.start(), Optional.of(bar), after, reason));
    return after;
  }

  private Bar cap(Bar bar, double last, double middle, double scale) {
    double high = last * StrictMath.exp(middle + limit * scale);
    double low = last * StrictMath.exp(middle - limit * scale);
    return new Bar(
        bar.start(),
        bar.knownAt(),
        within(bar.open(), low, high),
        within(bar.high(), low, high),
        within(bar.low(), low, high),
        within(bar.close(), low, high),
        bar.volume(),
        within(bar.vwap(), low, high),
        bar.trades());
  }

  private static double within(double price, double low, double high) {
    return Math.max(low, Math.min(high, price));
  }
}
