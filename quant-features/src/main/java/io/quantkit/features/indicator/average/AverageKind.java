package io.quantkit.features.indicator.average;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.AdaptiveMean;
import io.quantkit.features.kernel.ExponentialCascade;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.LinearMean;
import io.quantkit.features.kernel.MeanFilter;
import io.quantkit.features.kernel.MesaAdaptiveMean;
import java.util.Locale;

/**
 * The moving averages that an indicator can be built on: TA-Lib's {@code MAType} in its order, so
 * that {@link #ordinal} is TA-Lib's number, and with TA-Lib's starts. As in TA-Lib's {@code MA}, an
 * average of period 1 is its input, whatever the kind.
 */
public enum AverageKind {
  /** The simple average, see {@link Sma}. */
  SMA,
  /** The exponential average, see {@link Ema}; begins with a mean. */
  EMA,
  /** The linearly weighted average, see {@link Wma}. */
  WMA,
  /** The double exponential average, see {@link Dema}. */
  DEMA,
  /** The triple exponential average, see {@link Tema}. */
  TEMA,
  /** The triangular average, see {@link Trima}. */
  TRIMA,
  /** Kaufman's adaptive average between spans 2 and 30, see {@link Kama}. */
  KAMA,
  /** The MESA adaptive average with weights between 0.05 and 0.5, see {@link Mama}: no period. */
  MAMA,
  /** Tillson's average with a volume factor of 0.7, see {@link T3}. */
  T3;

  private static final double TILLSON = 0.7;

  /**
   * Starts an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public IndicatorKernel kernel(int period) {
    Checks.atLeast("period", period, 1);
    return new FilterKernel(filter(period));
  }

  /**
   * Returns how many leading values are {@code NaN} when every input is finite.
   *
   * @param period at least 1
   */
  public int warmup(int period) {
    if (period == 1) {
      return 0;
    }
    return switch (this) {
      case SMA, EMA, WMA, TRIMA -> period - 1;
      case DEMA -> 2 * (period - 1);
      case TEMA -> 3 * (period - 1);
      case KAMA -> period;
      case MAMA -> Mama.WARMUP;
      case T3 -> 6 * (period - 1);
    };
  }

  /**
   * Returns how many numbers of history make a restart agree, as {@link
   * io.quantkit.features.Feature#settle} says.
   *
   * @param period at least 1
   * @param eps the relative difference, in [1e-12, 1)
   */
  public int settle(int period, double eps) {
    if (period == 1) {
      return 0;
    }
    return switch (this) {
      case SMA, WMA, TRIMA -> warmup(period);
      case EMA -> warmup(period) + ExponentialMean.memory(2 / (period + 1.0), eps / 2);
      case DEMA -> warmup(period) + cascade(period, eps, 2);
      case TEMA -> warmup(period) + cascade(period, eps, 3);
      case KAMA -> new Kama(period).settle(eps);
      case MAMA -> new Mama().settle(eps);
      case T3 -> warmup(period) + cascade(period, eps, 6);
    };
  }

  /** Returns the name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Filter filter(int period) {
    if (period == 1) {
      return new MeanFilter(1);
    }
    return switch (this) {
      case SMA -> new MeanFilter(period);
      case EMA -> ExponentialCascade.of(period, period, 1);
      case WMA -> new LinearMean(period);
      case DEMA -> ExponentialCascade.of(period, period, 2, -1);
      case TEMA -> ExponentialCascade.of(period, period, 3, -3, 1);
      case TRIMA -> Trima.filter(period);
      case KAMA -> new AdaptiveMean(period, Kama.FAST, Kama.SLOW);
      case MAMA -> new MesaFilter(new MesaAdaptiveMean(Mama.FAST_LIMIT, Mama.SLOW_LIMIT));
      case T3 -> ExponentialCascade.of(period, period, tillson(TILLSON));
    };
  }

  /** Returns what each of six exponential averages counts in Tillson's average. */
  static double[] tillson(double v) {
    double v2 = v * v;
    double v3 = v2 * v;
    return new double[] {0, 0, 1 + 3 * v + v3 + 3 * v2, -6 * v2 - 3 * (v + v3), 3 * (v2 + v3), -v3};
  }

  /** Returns how long a cascade of exponential averages remembers its beginning. */
  static int cascade(int period, double eps, int depth) {
    return depth * ExponentialMean.memory(2 / (period + 1.0), eps / 16);
  }

  /** The first of two adaptive means. */
  private record MesaFilter(MesaAdaptiveMean mean) implements Filter {
    @Override
    public double add(double x) {
      mean.add(x);
      return mean.mean();
    }

    @Override
    public void clear() {
      mean.clear();
    }

    @Override
    public Filter copy() {
      return new MesaFilter(mean.copy());
    }
  }
}
