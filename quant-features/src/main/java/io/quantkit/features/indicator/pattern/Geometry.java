package io.quantkit.features.indicator.pattern;

import io.quantkit.features.FeatureName;

/**
 * How exact a chart pattern must be. All but the last are parts of the pattern's height, so that
 * they mean the same at any price.
 *
 * @param level by how much extremes may differ that are to be level, within (0, 1)
 * @param slope by how much lines must at least rise, fall or come nearer that are to do so, and a
 *     head must stand out, within (0, 1)
 * @param retrace how much of its pole a flag may take back, within (0, 1)
 * @param longest how many bars there may be from the first swing point to the confirming bar, at
 *     least 2
 */
public record Geometry(double level, double slope, double retrace, int longest) {

  /**
   * Level within 20 percent, slopes from 15 percent, flags of at most half their pole, 250 bars.
   */
  public static final Geometry DEFAULT = new Geometry(0.2, 0.15, 0.5, 250);

  /**
   * Creates tolerances.
   *
   * @throws IllegalArgumentException if a part is not within (0, 1) or {@code longest} below 2
   */
  public Geometry {
    check("level", level);
    check("slope", slope);
    check("retrace", retrace);
    if (longest < 2) {
      throw new IllegalArgumentException("longest must be at least 2, was " + longest);
    }
  }

  private static void check(String name, double part) {
    if (!(part > 0 && part < 1)) {
      throw new IllegalArgumentException(name + " must be within (0, 1), was " + part);
    }
  }

  /** Returns all numbers as in names. */
  String label() {
    return FeatureName.text(level)
        + "x"
        + FeatureName.text(slope)
        + "x"
        + FeatureName.text(retrace)
        + "x"
        + longest;
  }
}
