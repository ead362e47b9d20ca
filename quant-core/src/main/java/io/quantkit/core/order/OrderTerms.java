package io.quantkit.core.order;

import io.quantkit.core.math.Decimal;

/** On which prices an order may be executed. Prices are in the instrument's currency, positive. */
public sealed interface OrderTerms {

  /** Returns the kind of these terms. */
  OrderType type();

  /** At whatever price the market gives. */
  record Market() implements OrderTerms {
    @Override
    public OrderType type() {
      return OrderType.MARKET;
    }
  }

  /**
   * At a price or better.
   *
   * @param limitPrice the most to pay, or the least to accept
   */
  record Limit(Decimal limitPrice) implements OrderTerms {
    public Limit {
      requirePositive("limitPrice", limitPrice);
    }

    @Override
    public OrderType type() {
      return OrderType.LIMIT;
    }
  }

  /**
   * At the market, once a price has traded.
   *
   * @param stopPrice the price at or above which a buy, at or below which a sell is triggered
   */
  record Stop(Decimal stopPrice) implements OrderTerms {
    public Stop {
      requirePositive("stopPrice", stopPrice);
    }

    @Override
    public OrderType type() {
      return OrderType.STOP;
    }
  }

  /**
   * At a price or better, once another price has traded.
   *
   * @param stopPrice the price at or above which a buy, at or below which a sell is triggered
   * @param limitPrice the most to pay, or the least to accept, from then on
   */
  record StopLimit(Decimal stopPrice, Decimal limitPrice) implements OrderTerms {
    public StopLimit {
      requirePositive("stopPrice", stopPrice);
      requirePositive("limitPrice", limitPrice);
    }

    @Override
    public OrderType type() {
      return OrderType.STOP_LIMIT;
    }
  }

  private static void requirePositive(String name, Decimal price) {
    if (!price.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive, was " + price);
    }
  }
}
