package io.quantkit.core.order;

import io.quantkit.core.math.Decimal;
import java.util.Optional;

/** On which prices an order may be executed. Prices are in the instrument's currency, positive. */
public sealed interface OrderTerms {

  /** At whatever price the market gives. */
  Market MARKET = new Market();

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

  /**
   * At the market, once the price has come back from its best by a distance: a stop that follows.
   *
   * @param trail how far the stop stays behind the highest price since the order began to work, for
   *     a sell, or above the lowest, for a buy
   */
  record TrailingStop(Trail trail) implements OrderTerms {
    @Override
    public OrderType type() {
      return OrderType.TRAILING_STOP;
    }
  }

  /**
   * At a price or better, once the price has come back from its best by a distance.
   *
   * @param trail how far the stop stays behind
   * @param limitOffset how much worse than the stop the limit is once the stop is triggered, at
   *     least 0
   */
  record TrailingStopLimit(Trail trail, Decimal limitOffset) implements OrderTerms {
    public TrailingStopLimit {
      if (limitOffset.isNegative()) {
        throw new IllegalArgumentException("limitOffset must be at least 0, was " + limitOffset);
      }
    }

    @Override
    public OrderType type() {
      return OrderType.TRAILING_STOP_LIMIT;
    }
  }

  /**
   * At the market, once a price has been touched that is better than the present one.
   *
   * @param touchPrice the price at or below which a buy, at or above which a sell is triggered
   */
  record MarketIfTouched(Decimal touchPrice) implements OrderTerms {
    public MarketIfTouched {
      requirePositive("touchPrice", touchPrice);
    }

    @Override
    public OrderType type() {
      return OrderType.MARKET_IF_TOUCHED;
    }
  }

  /**
   * At a price or better, once a price has been touched.
   *
   * @param touchPrice the price at or below which a buy, at or above which a sell is triggered
   * @param limitPrice the most to pay, or the least to accept, from then on
   */
  record LimitIfTouched(Decimal touchPrice, Decimal limitPrice) implements OrderTerms {
    public LimitIfTouched {
      requirePositive("touchPrice", touchPrice);
      requirePositive("limitPrice", limitPrice);
    }

    @Override
    public OrderType type() {
      return OrderType.LIMIT_IF_TOUCHED;
    }
  }

  /**
   * At a price or better, showing only part of the quantity at a time. A new part joins the end of
   * the queue.
   *
   * @param limitPrice the most to pay, or the least to accept
   * @param displayQuantity how many units are shown at most
   */
  record Iceberg(Decimal limitPrice, Decimal displayQuantity) implements OrderTerms {
    public Iceberg {
      requirePositive("limitPrice", limitPrice);
      requirePositive("displayQuantity", displayQuantity);
    }

    @Override
    public OrderType type() {
      return OrderType.ICEBERG;
    }
  }

  /**
   * A limit order whose price follows the quote.
   *
   * @param reference what it follows
   * @param offset how much less aggressive than the reference the price is, at least 0: subtracted
   *     for a buy, added for a sell
   * @param limitPrice the most to pay, or the least to accept, wherever the quote goes
   */
  record Peg(PegReference reference, Decimal offset, Optional<Decimal> limitPrice)
      implements OrderTerms {
    public Peg {
      if (offset.isNegative()) {
        throw new IllegalArgumentException("offset must be at least 0, was " + offset);
      }
      limitPrice.ifPresent(price -> requirePositive("limitPrice", price));
    }

    @Override
    public OrderType type() {
      return OrderType.PEG;
    }
  }

  private static void requirePositive(String name, Decimal price) {
    if (!price.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive, was " + price);
    }
  }
}
