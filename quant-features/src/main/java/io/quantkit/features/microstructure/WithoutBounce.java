package io.quantkit.features.microstructure;

/**
 * What Roll's spread is where prices do not bounce, that is where the covariance of successive
 * changes is positive and has no root.
 */
public enum WithoutBounce {
  /** No number. */
  MISSING,
  /** Zero: there is no sign of a spread. */
  ZERO,
  /** Minus the root of the covariance, so that positive and negative errors even out in means. */
  SIGNED;

  /** Returns {@code 2 sqrt(-covariance)} or what stands for it. */
  double spread(double covariance) {
    if (covariance <= 0) {
      return 2 * Math.sqrt(-covariance);
    }
    return switch (this) {
      case MISSING -> Double.NaN;
      case ZERO -> covariance > 0 ? 0 : Double.NaN;
      case SIGNED -> -2 * Math.sqrt(covariance);
    };
  }
}
