package io.quantkit.core.strategy;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;

/** What is expected of each of some symbols: one finite number each, larger is better. */
public final class Signals {
  private final Symbols symbols;
  private final double[] values;

  private Signals(Symbols symbols, double[] values) {
    this.symbols = symbols;
    this.values = values;
  }

  /**
   * Returns the given signals.
   *
   * @param values one finite number per symbol; not modified, not kept
   */
  public static Signals copyOf(Symbols symbols, double[] values) {
    if (values.length != symbols.size()) {
      throw new IllegalArgumentException(
          "there must be " + symbols.size() + " signals, were " + values.length);
    }
    for (int s = 0; s < values.length; s++) {
      if (!Double.isFinite(values[s])) {
        throw new IllegalArgumentException(
            "signal of " + symbols.get(s) + " must be finite, was " + values[s]);
      }
    }
    return new Signals(symbols, values.clone());
  }

  /** Returns the symbols, in order. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns the signal at a position. */
  public double get(int index) {
    return values[index];
  }

  /**
   * Returns the signal of a symbol.
   *
   * @throws IllegalArgumentException if it has none
   */
  public double of(Symbol symbol) {
    return values[symbols.require(symbol)];
  }

  /** Returns a copy of the signals. */
  public double[] toArray() {
    return values.clone();
  }
}
