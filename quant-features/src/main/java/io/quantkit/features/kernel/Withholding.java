package io.quantkit.features.kernel;

import io.quantkit.features.Feature;
import java.util.Arrays;

/** Withholds outputs until their recipe's warm-up is over. */
final class Withholding {
  private final int[] warmup;
  private final int longest;
  private int seen;

  Withholding(Feature recipe) {
    this(new int[recipe.outputs().size()], recipe.warmup());
    for (int o = 0; o < warmup.length; o++) {
      warmup[o] = recipe.warmup(o);
    }
  }

  private Withholding(int[] warmup, int longest) {
    this.warmup = warmup;
    this.longest = longest;
  }

  Withholding copy() {
    Withholding copy = new Withholding(warmup, longest);
    copy.seen = seen;
    return copy;
  }

  /** Counts an input and withholds what is too early. */
  void next(double[] values) {
    if (seen < longest) {
      for (int o = 0; o < values.length; o++) {
        if (seen < warmup[o]) {
          values[o] = Double.NaN;
        }
      }
      seen++;
    }
  }

  /** Forgets everything. */
  void gap(double[] values) {
    seen = 0;
    Arrays.fill(values, Double.NaN);
  }
}
