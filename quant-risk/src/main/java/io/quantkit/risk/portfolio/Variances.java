package io.quantkit.risk.portfolio;

import io.quantkit.risk.covariance.Covariance;
import java.util.Optional;

/** Looks at the diagonal of a covariance. */
final class Variances {

  private Variances() {}

  /** Returns what is wrong if a variance is not positive, empty if nothing is. */
  static Optional<String> requirePositive(Covariance covariance) {
    for (int i = 0; i < covariance.size(); i++) {
      if (!(covariance.variance(i) > 0)) {
        return Optional.of(
            "variance of %s must be positive, was %s"
                .formatted(covariance.symbols().get(i), covariance.variance(i)));
      }
    }
    return Optional.empty();
  }
}
