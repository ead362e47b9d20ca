package io.quantkit.core.strategy;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;

/**
 * Fractions of an account's equity per symbol: positive long, negative short. What is missing from
 * one is cash.
 */
public final class Weights {
  private final Symbols symbols;
  private final double[] values;

  private Weights(Symbols symbols, double[] values) {
    this.symbols = symbols;
    this.values = values;
  }

  /**
   * Returns the given weights.
   *
   * @param values one finite number per symbol; not modified, not kept
   */
  public static Weights copyOf(Symbols symbols, double[] values) {
    if (values.length != symbols.size()) {
      throw new IllegalArgumentException(
          "there must be " + symbols.size() + " weights, were " + values.length);
    }
    for (int s = 0; s < values.length; s++) {
      if (!Double.isFinite(values[s])) {
        throw new IllegalArgumentException(
            "weight of " + symbols.get(s) + " must be finite, was " + values[s]);
      }
    }
    return new Weights(symbols, values.clone());
  }

  /** Returns weights of zero: everything in cash. */
  public static Weights zero(Symbols symbols) {
    return new Weights(symbols, new double[symbols.size()]);
  }

  /** Returns the same weight for every symbol, summing to {@code sum}. */
  public static Weights equal(Symbols symbols, double sum) {
    double[] values = new double[symbols.size()];
    java.util.Arrays.fill(values, sum / values.length);
    return copyOf(symbols, values);
  }

  /** Returns the symbols, in order. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns the weight at a position. */
  public double get(int index) {
    return values[index];
  }

  /** Returns the weight of a symbol, 0 if it is not among the symbols. */
  public double of(Symbol symbol) {
    int index = symbols.indexOf(symbol);
    return index < 0 ? 0 : values[index];
  }

  /** Returns a copy of the weights. */
  public double[] toArray() {
    return values.clone();
  }

  /** Returns the sum of the weights: net exposure. */
  public double net() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Returns the sum of the weights' sizes: gross exposure. */
  public double gross() {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Weights[");
    for (int s = 0; s < values.length; s++) {
      text.append(s == 0 ? "" : ", ").append(symbols.get(s)).append('=').append(values[s]);
    }
    return text.append(']').toString();
  }
}
