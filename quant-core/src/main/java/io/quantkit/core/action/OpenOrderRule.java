package io.quantkit.core.action;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What happens to orders that stand when a share goes ex, by FINRA Rule 5330, which brokers of US
 * shares follow.
 *
 * <ul>
 *   <li>Adjusted are orders good till cancelled or till a date that lie below the market: limit
 *       orders to buy, stop and stop-limit orders to sell. Orders above the market (to sell at a
 *       limit, to buy at a stop) stand as they are, and so do orders that end with the day. {@link
 *       #bothSides} adjusts orders above the market too, for changes of the number of shares.
 *   <li>Cash dividend: prices are reduced by the amount and rounded down to the tick, unless the
 *       order says do not reduce. An amount below one cent changes nothing.
 *   <li>Split or stock dividend that gives more shares: prices are divided by the growth and
 *       rounded down to the tick (up, above the market); the quantity is multiplied and rounded
 *       down to the lot, unless the order says do not increase. Market orders have only a quantity.
 *   <li>Reverse split: cancelled, every order.
 *   <li>Spin-off and rights: an order that would be adjusted is cancelled, as the worth of what is
 *       given is not known before it trades; enter it again at a price of your own.
 *   <li>Merger, change of symbol, delisting: cancelled, every order.
 *   <li>A price that would not stay positive, or a quantity below one lot: cancelled.
 * </ul>
 *
 * <p>Alpaca adjusts so the prices of limit orders that are good till cancelled and takes no
 * instruction against it, but enters the legs of bracket and one-cancels-other orders as do not
 * reduce: {@link #US} and {@code US.withDoNotReduce(true)}. Sources: FINRA Manual, Rule 5330;
 * Alpaca, "Orders at Alpaca", time in force.
 *
 * @param tickSize the step of prices, positive
 * @param lotSize the step of quantities, positive
 * @param doNotReduce whether the order says that cash dividends do not change its price
 * @param doNotIncrease whether the order says that more shares do not change its quantity
 * @param bothSides whether orders above the market follow the number of shares as well
 */
public record OpenOrderRule(
    Decimal tickSize,
    Decimal lotSize,
    boolean doNotReduce,
    boolean doNotIncrease,
    boolean bothSides) {

  /** Ticks of one cent, lots of one share, no instruction, orders below the market only. */
  public static final OpenOrderRule US =
      new OpenOrderRule(Decimal.parse("0.01"), Decimal.ONE, false, false, false);

  private static final Decimal LEAST_DIVIDEND = Decimal.parse("0.01");

  public OpenOrderRule {
    if (!tickSize.isPositive() || !lotSize.isPositive()) {
      throw new IllegalArgumentException(
          "tickSize and lotSize must be positive, were " + tickSize + ", " + lotSize);
    }
  }

  /** Returns this rule for prices of another step. */
  public OpenOrderRule withTickSize(Decimal newTickSize) {
    return new OpenOrderRule(newTickSize, lotSize, doNotReduce, doNotIncrease, bothSides);
  }

  /** Returns this rule for quantities of another step. */
  public OpenOrderRule withLotSize(Decimal newLotSize) {
    return new OpenOrderRule(tickSize, newLotSize, doNotReduce, doNotIncrease, bothSides);
  }

  /** Returns this rule for orders that say, or do not, that dividends change no price. */
  public OpenOrderRule withDoNotReduce(boolean newDoNotReduce) {
    return new OpenOrderRule(tickSize, lotSize, newDoNotReduce, doNotIncrease, bothSides);
  }

  /** Returns this rule for orders that say, or do not, that more shares change no quantity. */
  public OpenOrderRule withDoNotIncrease(boolean newDoNotIncrease) {
    return new OpenOrderRule(tickSize, lotSize, doNotReduce, newDoNotIncrease, bothSides);
  }

  /** Returns this rule with orders above the market following the number of shares, or not. */
  public OpenOrderRule withBothSides(boolean newBothSides) {
    return new OpenOrderRule(tickSize, lotSize, doNotReduce, doNotIncrease, newBothSides);
  }

  /**
   * Returns what an action makes of what remains of an order.
   *
   * @param order an order that was created before the action's ex time and is not done
   * @throws IllegalArgumentException if nothing remains of the order, or it is of another symbol
   */
  public OrderOutcome after(Order order, CorporateAction action) {
    if (order.status().terminal()) {
      throw new IllegalArgumentException("order must stand, was " + order);
    }
    return after(order.request().withQuantity(order.remaining()), action);
  }

  /**
   * Returns what an action makes of an order.
   *
   * @param request what is left to do, entered before the action's ex time
   * @throws IllegalArgumentException if it is of another symbol
   */
  public OrderOutcome after(OrderRequest request, CorporateAction action) {
    if (!request.symbol().equals(action.symbol())) {
      throw new IllegalArgumentException(
          "action must be of %s, was of %s".formatted(request.symbol(), action.symbol()));
    }
    if (action instanceof CorporateAction.CashDividend dividend) {
      return reduced(request, dividend);
    } else if (action instanceof CorporateAction.StockDividend dividend) {
      return scaled(
          request, Factors.grown(dividend.ratio()), "stock dividend of " + dividend.ratio());
    } else if (action instanceof CorporateAction.Split split) {
      ShareRatio ratio = split.ratio();
      return ratio.to() < ratio.from()
          ? new OrderOutcome.Canceled(request, "reverse split of " + ratio + "; enter it again")
          : scaled(request, ratio, "split of " + ratio);
    } else if (action instanceof CorporateAction.SpinOff spinOff) {
      return unknownWorth(request, "spin-off of " + spinOff.child());
    } else if (action instanceof CorporateAction.RightsIssue) {
      return unknownWorth(request, "issue of rights");
    } else if (action instanceof CorporateAction.SymbolChange change) {
      return new OrderOutcome.Canceled(
          request, "symbol became " + change.successor() + "; enter it again under that");
    } else if (action instanceof CorporateAction.Merger) {
      return new OrderOutcome.Canceled(request, "the company was taken over");
    } else if (action instanceof CorporateAction.Delisting delisting) {
      return new OrderOutcome.Canceled(request, "delisted: " + delisting.reason());
    }
    throw new AssertionError("unknown action " + action);
  }

  private OrderOutcome reduced(OrderRequest request, CorporateAction.CashDividend dividend) {
    boolean priced = !(request.terms() instanceof OrderTerms.Market);
    if (doNotReduce
        || !priced
        || !lasting(request)
        || !belowMarket(request)
        || dividend.amount().compareTo(LEAST_DIVIDEND) < 0) {
      return new OrderOutcome.Unchanged(request);
    }
    BigDecimal amount = dividend.amount().toBigDecimal();
    return priced(
        request,
        price -> price.subtract(amount),
        RoundingMode.FLOOR,
        request.quantity(),
        "dividend of " + dividend.amount());
  }

  private OrderOutcome scaled(OrderRequest request, ShareRatio ratio, String why) {
    boolean market = request.terms() instanceof OrderTerms.Market;
    boolean below = belowMarket(request);
    if (!lasting(request) || (!market && !below && !bothSides)) {
      return new OrderOutcome.Unchanged(request);
    }
    BigDecimal to = BigDecimal.valueOf(ratio.to());
    BigDecimal from = BigDecimal.valueOf(ratio.from());
    Decimal quantity = request.quantity();
    if (!doNotIncrease) {
      BigDecimal units = quantity.toBigDecimal().multiply(to).divide(from, MathContext.DECIMAL128);
      BigDecimal lot = lotSize.toBigDecimal();
      quantity = Decimal.from(units.divideToIntegralValue(lot).multiply(lot));
    }
    return priced(
        request,
        price -> price.multiply(from).divide(to, MathContext.DECIMAL128),
        below ? RoundingMode.FLOOR : RoundingMode.CEILING,
        quantity,
        why);
  }

  /** Returns the order at other prices; cancelled if a price or the quantity would vanish. */
  private OrderOutcome priced(
      OrderRequest request,
      PriceChange change,
      RoundingMode rounding,
      Decimal quantity,
      String why) {
    OrderTerms terms = request.terms();
    Decimal stop = Decimal.ONE;
    Decimal limit = Decimal.ONE;
    if (terms instanceof OrderTerms.Limit given) {
      limit = onTick(change.of(given.limitPrice().toBigDecimal()), rounding);
      terms = limit.isPositive() ? new OrderTerms.Limit(limit) : terms;
    } else if (terms instanceof OrderTerms.Stop given) {
      stop = onTick(change.of(given.stopPrice().toBigDecimal()), rounding);
      terms = stop.isPositive() ? new OrderTerms.Stop(stop) : terms;
    } else if (terms instanceof OrderTerms.StopLimit given) {
      stop = onTick(change.of(given.stopPrice().toBigDecimal()), rounding);
      limit = onTick(change.of(given.limitPrice().toBigDecimal()), rounding);
      terms =
          stop.isPositive() && limit.isPositive() ? new OrderTerms.StopLimit(stop, limit) : terms;
    }
    if (!stop.isPositive() || !limit.isPositive()) {
      return new OrderOutcome.Canceled(request, why + " leaves no positive price");
    }
    if (!quantity.isPositive()) {
      return new OrderOutcome.Canceled(request, why + " leaves less than one lot");
    }
    OrderRequest after =
        new OrderRequest(
            request.id(),
            request.symbol(),
            request.side(),
            quantity,
            terms,
            request.timeInForce(),
            request.instructions());
    return after.equals(request)
        ? new OrderOutcome.Unchanged(request)
        : new OrderOutcome.Adjusted(after, why);
  }

  private OrderOutcome unknownWorth(OrderRequest request, String why) {
    boolean priced = !(request.terms() instanceof OrderTerms.Market);
    return priced && lasting(request) && belowMarket(request)
        ? new OrderOutcome.Canceled(request, why + " of unknown worth; enter it again")
        : new OrderOutcome.Unchanged(request);
  }

  private Decimal onTick(BigDecimal price, RoundingMode rounding) {
    BigDecimal tick = tickSize.toBigDecimal();
    return Decimal.from(price.divide(tick, 0, rounding).multiply(tick));
  }

  private static boolean lasting(OrderRequest request) {
    return request.timeInForce() == TimeInForce.GTC || request.timeInForce() == TimeInForce.GTD;
  }

  /** Returns whether the order waits for the price to fall. */
  private static boolean belowMarket(OrderRequest request) {
    boolean stop =
        request.terms() instanceof OrderTerms.Stop
            || request.terms() instanceof OrderTerms.StopLimit;
    return stop == (request.side() == Side.SELL);
  }

  @FunctionalInterface
  private interface PriceChange {
    BigDecimal of(BigDecimal price);
  }
}
