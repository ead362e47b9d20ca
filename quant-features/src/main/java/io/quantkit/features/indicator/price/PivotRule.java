package io.quantkit.features.indicator.price;

import io.quantkit.features.FeatureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How pivot points are computed from the open, high, low and close of the period before. */
public enum PivotRule {
  /**
   * The floor traders': {@code P = (H + L + C) / 3}, {@code R1 = 2 P - L}, {@code S1 = 2 P - H},
   * {@code R2 = P + (H - L)}, {@code S2 = P - (H - L)}, {@code R3 = H + 2 (P - L)}, {@code S3 = L -
   * 2 (H - P)}.
   */
  FLOOR(3),
  /**
   * {@code P = (H + L + C) / 3}; the levels are {@code P} plus and minus 0.382, 0.618 and 1 ranges.
   */
  FIBONACCI(3),
  /**
   * Nick Scott's Camarilla equation: {@code P = (H + L + C) / 3}; the levels are {@code C} plus and
   * minus {@code 1.1 (H - L)} times 1/12, 1/6, 1/4 and 1/2.
   */
  CAMARILLA(4),
  /**
   * Woodie's: {@code P = (H + L + 2 C) / 4}, {@code R1 = 2 P - L}, {@code S1 = 2 P - H}, {@code R2
   * = P + (H - L)}, {@code S2 = P - (H - L)}, {@code R3 = H + 2 (P - L)}, {@code S3 = L - 2 (H -
   * P)}.
   */
  WOODIE(3),
  /**
   * Tom DeMark's: {@code X = H + 2 L + C} if the period closed below its open, {@code 2 H + L + C}
   * if above, {@code H + L + 2 C} otherwise; {@code P = X / 4}, {@code R1 = X / 2 - L}, {@code S1 =
   * X / 2 - H}.
   */
  DEMARK(1);

  private static final double[] FIBONACCI_RATIOS = {0.382, 0.618, 1};
  private static final double[] CAMARILLA_DIVISORS = {12, 6, 4, 2};

  private final int levels;

  PivotRule(int levels) {
    this.levels = levels;
  }

  /** Returns how many levels of resistance, and of support, there are. */
  public int levels() {
    return levels;
  }

  /** Returns the names of the outputs: {@code p, r1, s1, r2, s2} and so on. */
  List<FeatureName> outputs(String window) {
    String indicator = "pivot-" + name().toLowerCase(Locale.ROOT);
    List<FeatureName> names = new ArrayList<>();
    names.add(FeatureName.of("tech", indicator, window, "p"));
    for (int k = 1; k <= levels; k++) {
      names.add(FeatureName.of("tech", indicator, window, "r" + k));
      names.add(FeatureName.of("tech", indicator, window, "s" + k));
    }
    return List.copyOf(names);
  }

  /** Writes the pivot and the levels that follow from a period. */
  void write(double open, double high, double low, double close, double[] out) {
    double range = high - low;
    double typical = (high + low + close) / 3;
    switch (this) {
      case FLOOR -> floor((high + low + close) / 3, high, low, out);
      case WOODIE -> floor((high + low + 2 * close) / 4, high, low, out);
      case FIBONACCI -> {
        out[0] = typical;
        for (int k = 0; k < levels; k++) {
          level(k, typical, FIBONACCI_RATIOS[k] * range, out);
        }
      }
      case CAMARILLA -> {
        out[0] = typical;
        for (int k = 0; k < levels; k++) {
          level(k, close, 1.1 * range / CAMARILLA_DIVISORS[k], out);
        }
      }
      case DEMARK -> {
        double x = high + low + close + (close < open ? low : close > open ? high : close);
        out[0] = x / 4;
        out[1] = x / 2 - low;
        out[2] = x / 2 - high;
      }
    }
  }

  private static void floor(double pivot, double high, double low, double[] out) {
    out[0] = pivot;
    out[1] = 2 * pivot - low;
    out[2] = 2 * pivot - high;
    out[3] = pivot + (high - low);
    out[4] = pivot - (high - low);
    out[5] = high + 2 * (pivot - low);
    out[6] = low - 2 * (high - pivot);
  }

  private static void level(int k, double center, double reach, double[] out) {
    out[1 + 2 * k] = center + reach;
    out[2 + 2 * k] = center - reach;
  }
}
