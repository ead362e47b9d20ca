package io.quantkit.core.aggregate;

/** What is counted of the trades to tell when a bar is full. */
public enum Measure {
  /** The number of trades. */
  TICKS,
  /** The units traded. */
  VOLUME,
  /** The money traded, price times units: the "dollars" of dollar bars. */
  VALUE;

  double of(double price, double size) {
    return this == TICKS ? 1 : this == VOLUME ? size : price * size;
  }
}
