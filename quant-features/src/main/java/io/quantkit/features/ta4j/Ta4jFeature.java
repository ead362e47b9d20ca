package io.quantkit.features.ta4j;

import io.quantkit.core.series.BarField;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * A ta4j indicator as a feature; for ta4j 0.17.
 *
 * <p>Bars are appended to a ta4j series one at a time, and the indicator is asked for its value at
 * the last one before the next is there: it cannot look ahead, whatever it does. An indicator that
 * reads bars to come fails or says something else than in ta4j.
 *
 * <p><b>Warm-up.</b> As many bars as ta4j calls unstable, which may be more than the indicator
 * needs; what it says before is withheld. A {@code NaN} of the indicator after that is passed on.
 * How much history makes a restart agree is not known of ta4j's indicators: {@link #settle} returns
 * {@link #NEVER}.
 *
 * <p><b>Missing numbers.</b> A bar without one of the numbers that the indicator reads, see {@link
 * #reading}, is {@code NaN} and the indicator starts again with the next bar. Numbers that it does
 * not read may be missing.
 *
 * <p><b>Cost.</b> A kernel keeps every bar since it started, allocates, and takes as long as ta4j
 * does. {@link FeatureKernel#copy} replays all bars into a new indicator, because ta4j's have no
 * snapshots.
 *
 * <p>Unlike other recipes this one is a class: the function that makes the indicator cannot be
 * compared. Two of them are equal if they are the same object; the name has to tell them apart.
 */
public final class Ta4jFeature implements Feature {
  private static final List<BarField> ALL =
      List.of(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE, BarField.VOLUME);

  private final FeatureName name;
  private final Function<BarSeries, Indicator<Num>> recipe;
  private final List<BarField> fields;
  private final Num numbers;
  private final int warmup;

  private Ta4jFeature(
      FeatureName name,
      Function<BarSeries, Indicator<Num>> recipe,
      List<BarField> fields,
      Num numbers) {
    this.name = Objects.requireNonNull(name, "name");
    this.recipe = Objects.requireNonNull(recipe, "recipe");
    this.fields = fields;
    this.numbers = Objects.requireNonNull(numbers, "numbers");
    this.warmup = Math.max(0, recipe.apply(Ta4jBars.empty("", numbers)).getUnstableBars());
  }

  /**
   * Returns the feature of an indicator that reads all of open, high, low, close and volume, in
   * numbers of type {@code double}.
   *
   * @param name the name of the output
   * @param recipe makes the indicator over a series, which is empty at first; called for every
   *     kernel, copy and restart, and once by this method
   */
  public static Ta4jFeature of(FeatureName name, Function<BarSeries, Indicator<Num>> recipe) {
    return new Ta4jFeature(name, recipe, ALL, DoubleNum.ZERO);
  }

  /**
   * Returns this feature of an indicator that reads these numbers alone: the others may be missing.
   *
   * @throws IllegalArgumentException if there are none, or ones that ta4j's bars do not have
   */
  public Ta4jFeature reading(BarField... some) {
    List<BarField> read = List.of(some);
    if (read.isEmpty() || !ALL.containsAll(read)) {
      throw new IllegalArgumentException("some must be of " + ALL + ", was " + read);
    }
    return new Ta4jFeature(name, recipe, read, numbers);
  }

  /**
   * Returns this feature computed in other numbers of ta4j.
   *
   * @param some any number of the type, such as {@code DecimalNum.ZERO}
   */
  public Ta4jFeature withNumbers(Num some) {
    return new Ta4jFeature(name, recipe, fields, some);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(name);
  }

  @Override
  public int warmup(int output) {
    return warmup;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new Kernel(this);
  }

  @Override
  public String toString() {
    return "Ta4jFeature[" + name + "]";
  }

  private boolean complete(double open, double high, double low, double close, double volume) {
    for (BarField field : fields) {
      double x =
          switch (field) {
            case OPEN -> open;
            case HIGH -> high;
            case LOW -> low;
            case CLOSE -> close;
            default -> volume;
          };
      if (!Double.isFinite(x)) {
        return false;
      }
    }
    return true;
  }

  private static final class Kernel implements FeatureKernel {
    private static final int NUMBERS = 5;

    private final Ta4jFeature feature;
    private BarSeries bars;
    private Indicator<Num> indicator;

    /** The numbers and times of the bars in the series, to replay. */
    private double[] told = new double[16 * NUMBERS];

    private long[] knownAts = new long[16];
    private double value = Double.NaN;

    Kernel(Ta4jFeature feature) {
      this.feature = feature;
      bars = Ta4jBars.empty(feature.name.toString(), feature.numbers);
      indicator = feature.recipe.apply(bars);
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!feature.complete(open, high, low, close, volume)) {
        bars = Ta4jBars.empty(feature.name.toString(), feature.numbers);
        indicator = feature.recipe.apply(bars);
        value = Double.NaN;
        return;
      }
      int t = bars.getBarCount();
      if (t == knownAts.length) {
        knownAts = Arrays.copyOf(knownAts, 2 * t);
        told = Arrays.copyOf(told, 2 * t * NUMBERS);
      }
      knownAts[t] = knownAt;
      int at = t * NUMBERS;
      told[at] = open;
      told[at + 1] = high;
      told[at + 2] = low;
      told[at + 3] = close;
      told[at + 4] = volume;
      long length = t == 0 ? 0 : knownAt - knownAts[t - 1];
      Ta4jBars.add(bars, Duration.ofNanos(length), knownAt, open, high, low, close, volume);
      double now = indicator.getValue(t).doubleValue();
      value = t < feature.warmup ? Double.NaN : now;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      Kernel copy = new Kernel(feature);
      for (int t = 0; t < bars.getBarCount(); t++) {
        int at = t * NUMBERS;
        copy.update(knownAts[t], told[at], told[at + 1], told[at + 2], told[at + 3], told[at + 4]);
      }
      return copy;
    }
  }
}
