package io.quantkit.features;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import java.util.Locale;

/** The number of a bar that an {@link Indicator} is computed from. */
public enum Input {
  /** The first price. */
  OPEN,
  /** The highest price. */
  HIGH,
  /** The lowest price. */
  LOW,
  /** The last price. */
  CLOSE,
  /** The units traded. */
  VOLUME,
  /** {@code (high + low) / 2}. */
  MEDIAN,
  /** {@code (high + low + close) / 3}. */
  TYPICAL,
  /** {@code (high + low + 2 close) / 4}. */
  WEIGHTED,
  /** {@code (open + high + low + close) / 4}. */
  AVERAGE;

  /** Returns this number of a bar, {@code NaN} if a field that it needs is. */
  public double of(double open, double high, double low, double close, double volume) {
    return switch (this) {
      case OPEN -> open;
      case HIGH -> high;
      case LOW -> low;
      case CLOSE -> close;
      case VOLUME -> volume;
      case MEDIAN -> (high + low) / 2;
      case TYPICAL -> (high + low + close) / 3;
      case WEIGHTED -> (high + low + close * 2) / 4;
      case AVERAGE -> (open + high + low + close) / 4;
    };
  }

  /** Returns this number of a bar of a series, {@code NaN} if a field that it needs is. */
  public double of(BarSeries series, int index) {
    return switch (this) {
      case OPEN -> series.open(index);
      case HIGH -> series.high(index);
      case LOW -> series.low(index);
      case CLOSE -> series.close(index);
      case VOLUME -> series.volume(index);
      default ->
          of(
              series.open(index),
              series.high(index),
              series.low(index),
              series.close(index),
              series.volume(index));
    };
  }

  /**
   * Writes this number of some bars of a series.
   *
   * @param from the first bar
   * @param to the bar after the last one
   * @param out receives the numbers; modified
   * @param outFrom where the first one goes
   */
  public void copyInto(BarSeries series, int from, int to, double[] out, int outFrom) {
    switch (this) {
      case OPEN -> series.copyInto(BarField.OPEN, from, to, out, outFrom);
      case HIGH -> series.copyInto(BarField.HIGH, from, to, out, outFrom);
      case LOW -> series.copyInto(BarField.LOW, from, to, out, outFrom);
      case CLOSE -> series.copyInto(BarField.CLOSE, from, to, out, outFrom);
      case VOLUME -> series.copyInto(BarField.VOLUME, from, to, out, outFrom);
      default -> {
        for (int t = from; t < to; t++) {
          out[outFrom + t - from] = of(series, t);
        }
      }
    }
  }

  /** Returns the name in lower case, as used in feature names. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the aggregation part of a feature's name: the given word for the close, which is what
   * indicators read unless told otherwise, else {@code word-input}, and the input alone for {@code
   * raw}.
   */
  public String aggregation(String word) {
    if (this == CLOSE) {
      return word;
    }
    return word.equals("raw") ? label() : word + "-" + label();
  }
}
