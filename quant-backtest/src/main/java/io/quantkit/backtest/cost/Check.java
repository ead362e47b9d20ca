package io.quantkit.backtest.cost;

import io.quantkit.core.math.Decimal;

/** Refuses what cannot be a parameter. */
final class Check {

  /** By how much an execution is at most worse or better than its reference: 99 %. */
  private static final double MOST = 0.99;

  private Check() {}

  static void bps(String name, double bps) {
    if (!(bps >= 0 && bps < 10_000)) {
      throw new IllegalArgumentException(
          name + " must be at least 0 and less than 10000, was " + bps);
    }
  }

  static void atLeastZero(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + value);
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }

  static void atLeastZero(String name, Decimal value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must be at least 0, was " + value);
    }
  }

  /** Keeps a price positive whatever a model says of an order far beyond the market's size. */
  static double bounded(double slippage) {
    return Math.max(-MOST, Math.min(MOST, slippage));
  }
}
