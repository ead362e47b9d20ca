package io.quantkit.features.microstructure;

/**
 * How bulk volume classification turns a bar's change of price, in standard deviations, into the
 * share of its volume that was bought.
 *
 * @param degreesOfFreedom of Student's distribution, positive; infinite for the normal one
 */
public record BulkClassification(double degreesOfFreedom) {

  /** The normal distribution. */
  public static final BulkClassification NORMAL = new BulkClassification(Double.POSITIVE_INFINITY);

  /** Student's distribution with a quarter of a degree of freedom, as the paper has it. */
  public static final BulkClassification STUDENT = new BulkClassification(0.25);

  /**
   * Creates a classification.
   *
   * @throws IllegalArgumentException if the degrees of freedom are not positive
   */
  public BulkClassification {
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "degreesOfFreedom must be positive, was " + degreesOfFreedom);
    }
  }

  /**
   * Returns the share of the volume that was bought, within [0, 1].
   *
   * @param change of the price
   * @param deviation the standard deviation of such changes; if 0, half was bought of a bar without
   *     a change, else all or nothing
   */
  public double bought(double change, double deviation) {
    if (change == 0) {
      return 0.5;
    }
    return StudentDistribution.cdf(change / deviation, degreesOfFreedom);
  }

  String label() {
    return degreesOfFreedom == Double.POSITIVE_INFINITY
        ? "normal"
        : "t" + io.quantkit.features.FeatureName.text(degreesOfFreedom);
  }
}
