package io.quantkit.core.action;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.order.Trail;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What happens to orders that stand when a share goes ex, by FINRA Rule 5330, which brokers of US
 * shares follow.
 *
 * <ul>
 *   <li>Adjusted are orders good till cancelled or till a date that lie below the market: limit,
 *       if-touched, iceberg and pegged orders to buy, stop and stop-limit orders to sell, trailing
 *       or not. Orders above the market (to sell at a limit, to buy at a stop) stand as they are,
 *       and so do orders that end with the day. {@link #bothSides} adjusts orders above the market
 *       too, for changes of the number of shares.
 *   <li>Cash dividend: prices are reduced by the amount and rounded down to the tick, unless the
 *       order says do not reduce. An amount below one cent changes nothing.
 *   <li>Split or stock dividend that gives more shares: prices are divided by the growth and
 *       rounded down to the tick (up, above the market); the quantity is multiplied and rounded
 *       down to the lot, unless the order says do not increase. Market orders have only a quantity.
 *   <li>A distance in money, of a trail or a peg, follows the number of shares like a price, but
 *       not a dividend; a trail in percent stays. Who keeps the best price of a trailing stop
 *       divides it by the growth, or reduces it by the dividend. What an iceberg shows is
 *       multiplied like its quantity, one lot at least.
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
    Optional<OrderTerms> terms = changed(request, change, rounding, quantity);
    if (terms.isEmpty()) {
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
            terms.get(),
            request.timeInForce(),
            request.instructions());
    boolean trails = // its best price changes, which the request does not tell
        terms.get() instanceof OrderTerms.TrailingStop
            || terms.get() instanceof OrderTerms.TrailingStopLimit;
    return after.equals(request) && !trails
        ? new OrderOutcome.Unchanged(request)
        : new OrderOutcome.Adjusted(after, why);
  }

  /** Returns the terms at other prices, empty if one of them would vanish. */
  private Optional<OrderTerms> changed(
      OrderRequest request, PriceChange change, RoundingMode rounding, Decimal quantity) {
    OrderTerms terms = request.terms();
    Prices prices = new Prices(change, rounding);
    if (terms instanceof OrderTerms.Limit given) {
      return prices.map(given.limitPrice(), OrderTerms.Limit::new);
    } else if (terms instanceof OrderTerms.Stop given) {
      return prices.map(given.stopPrice(), OrderTerms.Stop::new);
    } else if (terms instanceof OrderTerms.StopLimit given) {
      return prices.map(given.stopPrice(), given.limitPrice(), OrderTerms.StopLimit::new);
    } else if (terms instanceof OrderTerms.MarketIfTouched given) {
      return prices.map(given.touchPrice(), OrderTerms.MarketIfTouched::new);
    } else if (terms instanceof OrderTerms.LimitIfTouched given) {
      return prices.map(given.touchPrice(), given.limitPrice(), OrderTerms.LimitIfTouched::new);
    } else if (terms instanceof OrderTerms.TrailingStop given) {
      return trail(given.trail(), change).map(OrderTerms.TrailingStop::new);
    } else if (terms instanceof OrderTerms.TrailingStopLimit given) {
      Decimal offset = distance(given.limitOffset(), change);
      return trail(given.trail(), change)
          .map(trail -> new OrderTerms.TrailingStopLimit(trail, offset));
    } else if (terms instanceof OrderTerms.Iceberg given) {
      Decimal shown = shown(given.displayQuantity(), request.quantity(), quantity);
      return prices.map(given.limitPrice(), price -> new OrderTerms.Iceberg(price, shown));
    } else if (terms instanceof OrderTerms.Peg given) {
      Decimal offset = distance(given.offset(), change);
      return given.limitPrice().isEmpty()
          ? Optional.of(new OrderTerms.Peg(given.reference(), offset, Optional.empty()))
          : prices.map(
              given.limitPrice().get(),
              price -> new OrderTerms.Peg(given.reference(), offset, Optional.of(price)));
    }
    return Optional.of(terms);
  }

  private Optional<Trail> trail(Trail trail, PriceChange change) {
    if (trail.percent()) {
      return Optional.of(trail);
    }
    Decimal distance = distance(trail.value(), change);
    return distance.isPositive() ? Optional.of(Trail.amount(distance)) : Optional.empty();
  }

  /** Returns a difference of prices after both have changed. */
  private Decimal distance(Decimal distance, PriceChange change) {
    BigDecimal both = change.of(distance.toBigDecimal()).subtract(change.of(BigDecimal.ZERO));
    return onTick(both, RoundingMode.HALF_EVEN);
  }

  /** Returns what an iceberg shows of its new quantity. */
  private Decimal shown(Decimal shown, Decimal before, Decimal after) {
    BigDecimal lot = lotSize.toBigDecimal();
    BigDecimal units =
        shown
            .toBigDecimal()
            .multiply(after.toBigDecimal())
            .divide(before.toBigDecimal(), MathContext.DECIMAL128);
    return Decimal.from(units.divideToIntegralValue(lot).multiply(lot)).max(lotSize);
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
        switch (request.terms().type()) {
          case STOP, STOP_LIMIT, TRAILING_STOP, TRAILING_STOP_LIMIT -> true;
          case MARKET, LIMIT, MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED, ICEBERG, PEG -> false;
        };
    return stop == (request.side() == Side.SELL);
  }

  @FunctionalInterface
  private interface PriceChange {
    BigDecimal of(BigDecimal price);
  }

  /** Changes prices and puts them on the tick. */
  private final class Prices {
    private final PriceChange change;
    private final RoundingMode rounding;

    Prices(PriceChange change, RoundingMode rounding) {
      this.change = change;
      this.rounding = rounding;
    }

    Optional<OrderTerms> map(Decimal price, Function<Decimal, OrderTerms> terms) {
      Decimal changed = changed(price);
      return changed.isPositive() ? Optional.of(terms.apply(changed)) : Optional.empty();
    }

    Optional<OrderTerms> map(
        Decimal first, Decimal second, BiFunction<Decimal, Decimal, OrderTerms> terms) {
      Decimal one = changed(first);
      Decimal two = changed(second);
      return one.isPositive() && two.isPositive()
          ? Optional.of(terms.apply(one, two))
          : Optional.empty();
    }

    private Decimal changed(Decimal price) {
      return onTick(change.of(price.toBigDecimal()), rounding);
    }
  }
}
