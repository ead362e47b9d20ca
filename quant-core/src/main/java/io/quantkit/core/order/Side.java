package io.quantkit.core.order;

/**
 * Whether an order adds units or takes them away. Selling what is not held makes a short position.
 */
public enum Side {
  /** Adds units and costs cash. */
  BUY(1),
  /** Takes units away and brings cash. */
  SELL(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /** Returns 1 for buying, -1 for selling. */
  public int sign() {
    return sign;
  }

  /** Returns the other side. */
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
