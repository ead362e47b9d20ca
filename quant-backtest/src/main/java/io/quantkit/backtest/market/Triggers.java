package io.quantkit.backtest.market;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.Trail;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * When orders that wait for a price begin to be executed.
 *
 * <p>A stop is triggered when the price moves against the order: up to a buy, down to a sell. A
 * touch is triggered when it moves for it. A trailing stop is behind the best price that the order
 * has seen; seeing a price first asks whether it triggers and only then makes it the best.
 */
final class Triggers {
  private static final int PRICE_SCALE = 9;

  private Triggers() {}

  /** Returns whether orders of a type wait for a price before they can be executed. */
  static boolean waits(OrderType type) {
    return switch (type) {
      case STOP,
          STOP_LIMIT,
          TRAILING_STOP,
          TRAILING_STOP_LIMIT,
          MARKET_IF_TOUCHED,
          LIMIT_IF_TOUCHED ->
          true;
      case MARKET, LIMIT, ICEBERG, PEG -> false;
    };
  }

  static boolean trails(OrderType type) {
    return type == OrderType.TRAILING_STOP || type == OrderType.TRAILING_STOP_LIMIT;
  }

  /** Returns whether an order is triggered by a rising price. */
  static boolean risesTo(WorkingOrder order) {
    boolean touch =
        order.type == OrderType.MARKET_IF_TOUCHED || order.type == OrderType.LIMIT_IF_TOUCHED;
    return order.buy != touch;
  }

  /** Returns the fixed price that terms wait for, {@code NaN} if they wait for none. */
  static double price(OrderTerms terms) {
    if (terms instanceof OrderTerms.Stop stop) {
      return stop.stopPrice().doubleValue();
    } else if (terms instanceof OrderTerms.StopLimit stop) {
      return stop.stopPrice().doubleValue();
    } else if (terms instanceof OrderTerms.MarketIfTouched touched) {
      return touched.touchPrice().doubleValue();
    } else if (terms instanceof OrderTerms.LimitIfTouched touched) {
      return touched.touchPrice().doubleValue();
    }
    return Double.NaN;
  }

  /** Returns the limit of terms as far as it is fixed, null if there is none or it moves. */
  static @Nullable Decimal limit(OrderTerms terms) {
    if (terms instanceof OrderTerms.Limit limit) {
      return limit.limitPrice();
    } else if (terms instanceof OrderTerms.StopLimit stop) {
      return stop.limitPrice();
    } else if (terms instanceof OrderTerms.LimitIfTouched touched) {
      return touched.limitPrice();
    } else if (terms instanceof OrderTerms.Iceberg iceberg) {
      return iceberg.limitPrice();
    } else if (terms instanceof OrderTerms.Peg peg) {
      return peg.limitPrice().orElse(null);
    }
    return null;
  }

  /**
   * Shows an order that waits a price at which its instrument trades.
   *
   * @return whether this price triggers it; the order knows by then
   */
  static boolean see(WorkingOrder order, double price) {
    double level = level(order);
    if (risesTo(order) ? price >= level : price <= level) {
      trigger(order, level);
      return true;
    }
    improve(order, price);
    return false;
  }

  /** Returns the price at which an order is triggered now, {@code NaN} if it has seen none yet. */
  static double level(WorkingOrder order) {
    return trails(order.type) ? stop(order, order.best) : order.trigger;
  }

  /** Returns where a trailing stop is when the price was best there. */
  static double stop(WorkingOrder order, double best) {
    if (Double.isNaN(best)) {
      return Double.NaN;
    }
    Decimal exact = Decimal.of(best, PRICE_SCALE, RoundingMode.HALF_EVEN);
    return trail(order).stop(exact, order.side(), order.book.instrument.tickSize()).doubleValue();
  }

  private static Trail trail(WorkingOrder order) {
    OrderTerms terms = order.request.terms();
    return terms instanceof OrderTerms.TrailingStop stop
        ? stop.trail()
        : ((OrderTerms.TrailingStopLimit) terms).trail();
  }

  /** Lets a trailing stop follow a price. */
  static void improve(WorkingOrder order, double price) {
    if (trails(order.type)) {
      order.best = better(order, order.best, price);
    }
  }

  /** Returns the price that puts a trailing stop further ahead. */
  static double better(WorkingOrder order, double best, double price) {
    if (Double.isNaN(best)) {
      return price;
    }
    return order.buy ? Math.min(best, price) : Math.max(best, price);
  }

  /** Makes an order that waited executable. */
  static void trigger(WorkingOrder order, double level) {
    order.triggered = true;
    if (order.request.terms() instanceof OrderTerms.TrailingStopLimit terms) {
      Decimal stop = Decimal.of(level, PRICE_SCALE, RoundingMode.HALF_EVEN);
      Decimal limit = order.buy ? stop.plus(terms.limitOffset()) : stop.minus(terms.limitOffset());
      order.limitAt(limit.isPositive() ? limit : order.book.instrument.tickSize());
    }
  }

  /** Returns the best price of a trailing stop as it reads after a corporate action. */
  static double bestAfter(CorporateAction action, double best) {
    if (action instanceof CorporateAction.Split split) {
      return best * split.ratio().from() / split.ratio().to();
    } else if (action instanceof CorporateAction.StockDividend dividend) {
      double from = dividend.ratio().from();
      return best * from / (from + dividend.ratio().to());
    } else if (action instanceof CorporateAction.CashDividend dividend) {
      return best - dividend.amount().doubleValue();
    }
    return best;
  }
}
