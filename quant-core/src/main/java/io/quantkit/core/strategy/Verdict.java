package io.quantkit.core.strategy;

import io.quantkit.core.math.Decimal;

/** What a check says to an order. */
public sealed interface Verdict {

  /** The order may pass as it is. */
  Verdict ACCEPT = new Accept();

  /** The order may pass as it is. */
  record Accept() implements Verdict {}

  /**
   * The order may pass with a smaller quantity.
   *
   * @param quantity positive and smaller than the order's
   * @param code a stable, machine-readable reason such as {@code MAX_WEIGHT}
   * @param reason the same for people, with the numbers
   */
  record Resize(Decimal quantity, String code, String reason) implements Verdict {
    public Resize {
      if (!quantity.isPositive()) {
        throw new IllegalArgumentException("a resized quantity must be positive, was " + quantity);
      }
    }
  }

  /**
   * The order may not pass.
   *
   * @param code a stable, machine-readable reason such as {@code MAX_WEIGHT}
   * @param reason the same for people, with the numbers
   */
  record Reject(String code, String reason) implements Verdict {}
}
