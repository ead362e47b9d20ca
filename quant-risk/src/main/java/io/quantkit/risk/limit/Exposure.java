package io.quantkit.risk.limit;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.Side;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;
import java.math.RoundingMode;
import java.util.Locale;

/** What an order would do to a position, and what a limit in money leaves of it. */
final class Exposure {
  final OrderRequest order;
  final Instrument instrument;
  final double price;
  final double equity;

  /** The units held once all working orders are filled, before the order. */
  final Decimal before;

  Exposure(OrderRequest order, PortfolioView portfolio, MarketView market) {
    this.order = order;
    this.instrument = market.universe().instrument(order.symbol());
    this.price = market.unitValue(order.symbol());
    this.equity = portfolio.equity().doubleValue();
    this.before = expected(portfolio, order.symbol());
  }

  static Decimal expected(PortfolioView portfolio, Symbol symbol) {
    return portfolio.position(symbol).plus(portfolio.pending(symbol));
  }

  /** Returns whether the order brings the position closer to zero and not beyond. */
  boolean reduces() {
    Decimal after = before.plus(order.signedQuantity());
    return after.isZero() || (after.signum() == before.signum() && shrinks(after));
  }

  private boolean shrinks(Decimal after) {
    return after.abs().compareTo(before.abs()) < 0;
  }

  /** Returns whether a limit in money can be applied at all. */
  boolean priced() {
    return price > 0 && equity > 0;
  }

  /** Lets pass no more than the way out of a position, which needs no price. */
  Verdict unpriced() {
    return within(
        wayOut(),
        "NO_VALUE",
        "%s must have a price and the account equity, were %s and %s"
            .formatted(order.symbol(), price, equity));
  }

  /** Returns the units of the order that bring the position to zero, 0 if none do. */
  private Decimal wayOut() {
    return before.signum() * order.signedQuantity().signum() < 0 ? before.abs() : Decimal.ZERO;
  }

  /**
   * Lets pass what keeps the position's value within a bound.
   *
   * @param largest the largest value of the position, in money; {@code NaN} if it cannot be told,
   *     and then only the way out of a position passes
   */
  Verdict bounded(double largest, String code, String limit) {
    if (Double.isNaN(largest)) {
      return within(wayOut(), "NO_VALUE", limit + " needs the price of every position");
    }
    Decimal units = lots(Math.max(0, largest) / price);
    Decimal held = order.side() == Side.BUY ? before : before.negated();
    return within(units.minus(held), code, limit);
  }

  /** Lets pass what money buys, and the way out of a position. */
  Verdict affordable(double money, double unitPrice, String code, String limit) {
    return Double.isNaN(money)
        ? within(wayOut(), "NO_VALUE", limit + " needs the price of every working purchase")
        : within(lots(Math.max(0, money) / unitPrice).max(wayOut()), code, limit);
  }

  /** Lets pass at most the given units, in whole lots if that is less than was ordered. */
  Verdict within(Decimal limited, String code, String limit) {
    if (order.quantity().compareTo(limited) <= 0) {
      return Verdict.ACCEPT;
    }
    Decimal allowed = limited.roundToMultiple(instrument.lotSize(), RoundingMode.DOWN);
    String reason =
        String.format(
            Locale.ROOT,
            "%s: %s %s %s on top of %s at %.4f leaves room for %s",
            limit,
            order.side(),
            order.quantity(),
            order.symbol(),
            before,
            price,
            allowed.max(Decimal.ZERO));
    return allowed.isPositive()
        ? new Verdict.Resize(allowed, code, reason)
        : new Verdict.Reject(code, reason);
  }

  /**
   * Returns a number of units rounded down to whole lots; of more than could bind, any that cannot.
   */
  Decimal lots(double units) {
    Decimal lot = instrument.lotSize();
    double enough = 2 * (before.abs().doubleValue() + order.quantity().doubleValue()) + 1;
    return Decimal.of(Math.min(units, enough + lot.doubleValue()), lot.scale(), RoundingMode.DOWN)
        .roundToMultiple(lot, RoundingMode.DOWN);
  }
}
