package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.SlidingMaximum;
import io.quantkit.features.kernel.TrueRange;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Whether prices trend or range.
 *
 * <p>Outputs, in order: the class: 1 in a rising trend, -1 in a falling one, 0 in a range; there is
 * a trend if the ADX is at least {@code trend} and choppiness at most {@code chop}, in the
 * direction of the larger directional indicator; the efficiency ratio {@code |close - close[n]| /
 * sum(|change|)}, within [0, 1], {@code NaN} if nothing moved; choppiness {@code 100 log10(sum(true
 * range) / (highest - lowest)) / log10(n)}, at least 0, about 100 if prices go nowhere, {@code NaN}
 * if they are equal. Warm-up {@code period}, of the class that of the ADX. Sources: J. Welles
 * Wilder, New Concepts in Technical Trading Systems, 1978 (ADX); P. Kaufman, Smarter Trading, 1995
 * (efficiency ratio); E. W. Dreiss, Choppiness Index, 1993.
 *
 * @param period the window {@code n} and the smoothing of the ADX, at least 2
 * @param trend the ADX from which on there is a trend, within [0, 100]
 * @param chop the choppiness up to which there is one, positive
 */
public record TrendOrRange(int period, double trend, double chop) implements Feature {

  /** The position of the class among the outputs: 0. */
  public static final int CLASS = 0;

  /** The position of the efficiency ratio among the outputs: 1. */
  public static final int EFFICIENCY = 1;

  /** The position of the choppiness among the outputs: 2. */
  public static final int CHOPPINESS = 2;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2, {@code trend} outside [0, 100] or
   *     {@code chop} not positive
   */
  public TrendOrRange {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
    if (!(trend >= 0 && trend <= 100)) {
      throw new IllegalArgumentException("trend must be within [0, 100], was " + trend);
    }
    if (!(chop > 0)) {
      throw new IllegalArgumentException("chop must be positive, was " + chop);
    }
  }

  /** Creates the usual one: 14 bars, an ADX of at least 25, choppiness of at most 61.8. */
  public TrendOrRange() {
    this(14, 25, 61.8);
  }

  private Adx adx() {
    return new Adx(period);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = period + "x" + FeatureName.text(trend) + "x" + FeatureName.text(chop);
    return List.of(
        FeatureName.of("tech", "trend-or-range", window, "class"),
        FeatureName.of("tech", "trend-or-range", window, "efficiency"),
        FeatureName.of("tech", "trend-or-range", window, "choppiness"));
  }

  @Override
  public int warmup(int output) {
    return output == CLASS ? adx().warmup() : period;
  }

  /** Classes do not differ by a little: returns after how many bars the ADX agrees to 1e-12. */
  @Override
  public int settle(double eps) {
    return adx().settle(1e-12);
  }

  @Override
  public FeatureKernel start() {
    return new State(this);
  }

  private static final class State implements FeatureKernel {
    private final TrendOrRange recipe;
    private final double scale;
    private final FeatureKernel adx;
    private final Delay closes;
    private final WindowMean moves;
    private final WindowMean ranges;
    private final SlidingMaximum highs;
    private final SlidingMaximum lows;
    private double last = Double.NaN;
    private double efficiency = Double.NaN;
    private double choppiness = Double.NaN;

    State(TrendOrRange recipe) {
      this.recipe = recipe;
      scale = 100 / StrictMath.log10(recipe.period);
      adx = recipe.adx().start();
      closes = new Delay(recipe.period);
      moves = new WindowMean(recipe.period);
      ranges = new WindowMean(recipe.period);
      highs = new SlidingMaximum(recipe.period);
      lows = new SlidingMaximum(recipe.period);
    }

    private State(State other) {
      recipe = other.recipe;
      scale = other.scale;
      adx = other.adx.copy();
      closes = other.closes.copy();
      moves = other.moves.copy();
      ranges = other.ranges.copy();
      highs = other.highs.copy();
      lows = other.lows.copy();
      last = other.last;
      efficiency = other.efficiency;
      choppiness = other.choppiness;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      adx.update(knownAt, open, high, low, close, volume);
      efficiency = Double.NaN;
      choppiness = Double.NaN;
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        closes.clear();
        moves.clear();
        ranges.clear();
        highs.clear();
        lows.clear();
        last = Double.NaN;
        return;
      }
      double change = Math.abs(close - closes.exchange(close));
      highs.add(high);
      lows.add(-low);
      if (!Double.isNaN(last)) {
        moves.add(Math.abs(close - last));
        ranges.add(TrueRange.of(high, low, last));
      }
      last = close;
      double path = recipe.period * moves.mean();
      double reach = highs.maximum() + lows.maximum();
      if (path > 0) {
        efficiency = Math.min(1, change / path);
      }
      if (reach > 0 && !Double.isNaN(ranges.mean())) {
        double ratio = recipe.period * ranges.mean() / reach;
        choppiness = scale * StrictMath.log10(Math.max(1, ratio));
      }
    }

    @Override
    public double value(int output) {
      return switch (output) {
        case EFFICIENCY -> efficiency;
        case CHOPPINESS -> choppiness;
        default -> regime();
      };
    }

    private double regime() {
      double strength = adx.value(Adx.ADX);
      if (Double.isNaN(strength)) {
        return Double.NaN;
      }
      boolean trending = strength >= recipe.trend && choppiness <= recipe.chop;
      return trending ? Math.signum(adx.value(Adx.PLUS) - adx.value(Adx.MINUS)) : 0;
    }

    @Override
    public FeatureKernel copy() {
      return new State(this);
    }
  }
}
