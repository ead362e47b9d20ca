package io.quantkit.features.kernel;

/**
 * A step after which a running sum might keep the rounding errors of numbers that have left it: one
 * that changes it by far more than the number that came and the mean.
 */
public final class LargeStep {
  /** How many times the number that came and the mean a large step is more than. */
  public static final double LARGE = 1024;

  /** Less than {@link #LARGE} by more than what rounding errors make of it. */
  private static final double CERTAINLY_SMALL = 1000;

  /** More than the root of a square that underflows. */
  private static final double TINY = 1e-150;

  private LargeStep() {}

  /**
   * Returns whether a step is large.
   *
   * @param change the number that came less the one that left
   * @param x the number that came
   * @param mean the mean after it
   */
  static boolean is(double change, double x, double mean) {
    return !(Math.abs(change) <= LARGE * (Math.abs(x) + Math.abs(mean)));
  }

  /**
   * Returns whether one of some steps may be large, by how far the mean can have gone at most: half
   * of its way away from where it was before and after them.
   *
   * @param squares the sum of the squares of the changes
   * @param count how many steps
   * @param size the length of the window
   * @param before the mean before them
   * @param after the mean after them
   */
  static boolean possible(double squares, int count, int size, double before, double after) {
    double way = Math.sqrt(squares * count) + TINY; // at least the sum of all changes
    double least = 0.5 * (Math.abs(before) + Math.abs(after) - way / size);
    return !(way < CERTAINLY_SMALL * least);
  }

  /**
   * Returns whether one of some steps, in groups of four, is large.
   *
   * @param in has the window before them and, from a position on, the numbers that come
   * @param sum the sum of the window before them less the base
   * @param mean the mean before them
   */
  static boolean any(
      double[] in, int from, int count, int size, double base, double sum, double mean) {
    double inverse = 1.0 / size;
    boolean any = false;
    for (int i = from; i < from + count; i += 4) {
      double d1 = in[i] - in[i - size];
      double d2 = in[i + 1] - in[i + 1 - size];
      double d3 = in[i + 2] - in[i + 2 - size];
      double d4 = in[i + 3] - in[i + 3 - size];
      any |= is(d1, in[i], Math.fma(d1, inverse, mean));
      any |= is(d2, in[i + 1], Math.fma(d1 + d2, inverse, mean));
      any |= is(d3, in[i + 2], Math.fma(d1 + d2 + d3, inverse, mean));
      sum += d1 + d2 + d3 + d4;
      mean = Math.fma(sum, inverse, base);
      any |= is(d4, in[i + 3], mean);
    }
    return any;
  }
}
