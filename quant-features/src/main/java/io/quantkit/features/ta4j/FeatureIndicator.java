package io.quantkit.features.ta4j;

import io.quantkit.core.time.EpochNanos;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import java.util.Arrays;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.NaN;
import org.ta4j.core.num.Num;

/**
 * An output of a feature as a ta4j indicator over a ta4j series; for ta4j 0.17.
 *
 * <p>Each bar is read once, in order, and its value is kept; the last bar of the series, which ta4j
 * lets trades change in place, is read anew whenever it is asked for and has changed. Values are in
 * the numbers of the series, {@code NaN} while the feature warms up. A feature that uses what a
 * ta4j bar does not tell gets {@code NaN} for it.
 *
 * <p>If a series forgets its first bars ({@code setMaximumBarCount}), values once computed stay;
 * what is asked for after bars were forgotten unread is as if the series began there.
 *
 * <p>Belongs to one thread.
 */
public final class FeatureIndicator implements Indicator<Num> {
  private final Feature feature;
  private final int output;
  private final BarSeries series;

  /** Has read the bars before {@link #next}; those before {@link #first} are unknown. */
  private FeatureKernel kernel;

  private int first;
  private int next;
  private double[] values = new double[64];

  private final double[] lastBar = new double[5];
  private long lastKnownAt;
  private int lastIndex = -1;
  private double lastValue = Double.NaN;

  private FeatureIndicator(Feature feature, int output, BarSeries series) {
    this.feature = feature;
    this.output = output;
    this.series = series;
    this.kernel = feature.start();
  }

  /** Returns the first output of a feature over a ta4j series. */
  public static FeatureIndicator of(Feature feature, BarSeries series) {
    return of(feature, 0, series);
  }

  /**
   * Returns an output of a feature over a ta4j series.
   *
   * @throws IllegalArgumentException if the feature has no such output
   */
  public static FeatureIndicator of(Feature feature, int output, BarSeries series) {
    if (output < 0 || output >= feature.outputs().size()) {
      throw new IllegalArgumentException(
          "output must be within [0, " + (feature.outputs().size() - 1) + "], was " + output);
    }
    return new FeatureIndicator(feature, output, series);
  }

  /**
   * Returns the value at a bar.
   *
   * @throws IndexOutOfBoundsException if the series has no such bar yet
   */
  @Override
  public Num getValue(int index) {
    if (index < 0 || index > series.getEndIndex()) {
      throw new IndexOutOfBoundsException(
          "index must be within [0, " + series.getEndIndex() + "], was " + index);
    }
    double value = value(index);
    return Double.isNaN(value) ? NaN.NaN : series.numOf(value);
  }

  private double value(int index) {
    if (index < next) {
      return index < first ? Double.NaN : values[index - first];
    }
    if (next < series.getBeginIndex()) {
      kernel = feature.start();
      first = series.getBeginIndex();
      next = first;
      if (index < first) {
        return Double.NaN;
      }
    }
    int last = series.getEndIndex();
    while (next <= index && next < last) {
      update(kernel, series.getBar(next));
      keep(kernel.value(output));
    }
    return index < next ? values[index - first] : last(index);
  }

  /** Returns the value at a bar that may still change. */
  private double last(int index) {
    Bar bar = series.getBar(index);
    if (index != lastIndex || !unchanged(bar)) {
      FeatureKernel now = kernel.copy();
      update(now, bar);
      lastValue = now.value(output);
      lastIndex = index;
      lastKnownAt = EpochNanos.of(bar.getEndTime().toInstant());
      for (int i = 0; i < lastBar.length; i++) {
        lastBar[i] = number(bar, i);
      }
    }
    return lastValue;
  }

  private boolean unchanged(Bar bar) {
    for (int i = 0; i < lastBar.length; i++) {
      if (Double.compare(lastBar[i], number(bar, i)) != 0) {
        return false;
      }
    }
    return lastKnownAt == EpochNanos.of(bar.getEndTime().toInstant());
  }

  private void keep(double value) {
    int at = next - first;
    if (at == values.length) {
      values = Arrays.copyOf(values, 2 * at);
    }
    values[at] = value;
    next++;
  }

  private static void update(FeatureKernel kernel, Bar bar) {
    kernel.update(
        EpochNanos.of(bar.getEndTime().toInstant()),
        number(bar, 0),
        number(bar, 1),
        number(bar, 2),
        number(bar, 3),
        number(bar, 4));
  }

  /** Returns a number of a bar; ta4j has {@code null} for prices before a bar's first trade. */
  private static double number(Bar bar, int field) {
    Num number =
        switch (field) {
          case 0 -> bar.getOpenPrice();
          case 1 -> bar.getHighPrice();
          case 2 -> bar.getLowPrice();
          case 3 -> bar.getClosePrice();
          default -> bar.getVolume();
        };
    return number == null ? Double.NaN : number.doubleValue();
  }

  /** Returns the warm-up of the output: before it values are {@code NaN}. */
  @Override
  public int getUnstableBars() {
    return feature.warmup(output);
  }

  @Override
  public BarSeries getBarSeries() {
    return series;
  }

  @Override
  public String toString() {
    return "FeatureIndicator[" + feature.outputs().get(output) + "]";
  }
}
