package io.quantkit.core.ledger;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger knows of one symbol. Amounts are in the ledger's {@link Money}, the quantity in the
 * scale of the {@link Lots}.
 *
 * <p>For {@link Ledger#mark(io.quantkit.core.series.BarSlice, Universe)} it keeps what turns a
 * price into a value with one multiplication: how many ticks a unit of price has and what one tick
 * is worth to the position.
 */
final class Holding {

  /** Below this many ticks a product of a price and a power of ten is off by far less. */
  private static final double SAFE_TICKS = 1L << 40;

  /** A product nearer to a whole number than this surely rounds to it. */
  private static final double SAFE_DISTANCE = 0.499;

  /** Values below this can be added to any amount without leaving the range of a long. */
  private static final double SAFE_VALUE = 4e17;

  final Symbol symbol;
  final int index;
  Lots lots;
  long quantity; // negative if short
  long price;
  int priceScale;
  long cost;
  long value;
  long realised;
  long fees;
  long dividends;
  long taxes;

  /** When trades settle; none if they settle at once. */
  final Settlements.@Nullable Dates settlement;

  /** Where this is among the ledger's open holdings; meaningless if flat. */
  int slot;

  private @Nullable Universe universe;
  private Decimal tick = Decimal.ONE;
  private long tickUnits = 1;
  private double perUnit; // 10^tick.scale()
  private long perTick; // what the quantity is worth at a price of one unit of the tick's scale
  private double mostTicks; // below which the product is safe; negative if it never is

  Holding(Symbol symbol, int index, Lots lots, Settlements.@Nullable Dates settlement) {
    this.symbol = symbol;
    this.index = index;
    this.lots = lots;
    this.settlement = settlement;
  }

  /**
   * Counts the quantity in another scale.
   *
   * @return whether it can be; if not, nothing has changed
   */
  boolean unitScale(int newScale) {
    int scale = lots.unitScale();
    long factor = Money.power(Math.abs(newScale - scale));
    if (newScale > scale && Math.abs(quantity) > (Money.LIMIT - 1) / factor) {
      return false;
    }
    if (!lots.unitScale(newScale)) {
      return false;
    }
    quantity = newScale > scale ? quantity * factor : quantity / factor;
    moved();
    return true;
  }

  /** Counts the quantity in the coarsest scale that holds it and another quantity. */
  void coarsenUnits(int least) {
    int scale = Math.min(least, lots.unitScale());
    while (!unitScale(scale)) {
      scale++;
    }
    if (scale < least) {
      unitScale(least);
    }
  }

  /** Tells that the quantity, or what it is counted in, is another one. */
  void moved() {
    mostTicks = Double.NaN;
  }

  /** Returns whether {@link #prepare} was called with this universe since the last change. */
  boolean prepared(Universe with) {
    return universe == with && !Double.isNaN(mostTicks);
  }

  /**
   * Learns the tick of an instrument the first time, and what one is worth after every change.
   *
   * @return the scale of money in which a tick is always worth a whole number
   */
  int prepare(Universe from, Money money) {
    if (universe != from) {
      Instrument instrument = from.instrument(symbol);
      universe = from;
      tick = instrument.tickSize();
      tickUnits = tick.unscaled();
      perUnit = (double) Money.power(tick.scale());
    }
    int needed = lots.unitScale() + tick.scale();
    int places = money.scale() - needed;
    double worth = places < 0 ? 0 : Math.abs((double) quantity) * Money.power(places);
    if (worth > 0 && worth < SAFE_VALUE) {
      perTick = quantity * Money.power(places);
      mostTicks = Math.min(SAFE_TICKS, SAFE_VALUE / worth);
    } else {
      mostTicks = -1;
    }
    return needed;
  }

  /**
   * Returns the price on the tick, in units of the tick's scale, if plain arithmetic finds it
   * surely, or -1.
   *
   * <p>A double is nearer to its shortest decimal text than a millionth of a tick here, so the two
   * round alike, to the nearest, unless they are close to the middle between two.
   */
  long ticks(double close) {
    return ticks(close, SAFE_TICKS);
  }

  /** Returns the same if plain arithmetic finds the worth surely, too, or -1. */
  long ticks(double close, Universe with) {
    return universe == with ? ticks(close, mostTicks) : -1;
  }

  private long ticks(double close, double most) {
    double exact = close * perUnit;
    double nearest = Math.rint(exact);
    if (nearest >= 0 && nearest < most && Math.abs(exact - nearest) < SAFE_DISTANCE) {
      long ticks = (long) nearest;
      return tickUnits == 1 ? ticks : onTick(ticks, tickUnits);
    }
    return -1;
  }

  /** Returns what the quantity is worth at a price that {@link #ticks} found. */
  long worth(long ticks) {
    return perTick * ticks;
  }

  int tickScale() {
    return tick.scale();
  }

  /** Takes over what {@link #ticks} and {@link #worth} found. */
  void mark(long ticks, long worth) {
    price = ticks;
    priceScale = tick.scale();
    value = worth;
  }

  /** Returns what the quantity is worth at any price. */
  long worth(long price, int priceScale, Money money) {
    return money.times(quantity, lots.unitScale(), price, priceScale);
  }

  /** Returns the multiple of the tick nearest to a price, ties to even. */
  Decimal onTick(double close) {
    Decimal rounded = Decimal.of(close, tick.scale(), RoundingMode.HALF_EVEN);
    return rounded.roundToMultiple(tick, RoundingMode.HALF_EVEN);
  }

  private static long onTick(long units, long tick) {
    long count = units / tick;
    long twice = 2 * (units - count * tick);
    return (twice > tick || (twice == tick && (count & 1) != 0) ? count + 1 : count) * tick;
  }

  boolean amountsAll(LongPredicate condition) {
    return condition.test(cost)
        && condition.test(value)
        && condition.test(realised)
        && condition.test(fees)
        && condition.test(dividends)
        && condition.test(taxes)
        && lots.costsAll(condition);
  }

  void replaceAmounts(LongUnaryOperator change) {
    cost = change.applyAsLong(cost);
    value = change.applyAsLong(value);
    realised = change.applyAsLong(realised);
    fees = change.applyAsLong(fees);
    dividends = change.applyAsLong(dividends);
    taxes = change.applyAsLong(taxes);
    lots.replaceCosts(change);
    moved();
  }

  Decimal quantity() {
    return Decimal.ofScaled(quantity, lots.unitScale());
  }

  Decimal price() {
    return Decimal.ofScaled(price, priceScale);
  }

  Pnl pnl(Money money) {
    return new Pnl(
        money.decimal(realised),
        money.decimal(value - cost),
        money.decimal(dividends),
        Decimal.ZERO,
        money.decimal(fees),
        money.decimal(taxes));
  }

  Position position(Money money) {
    return quantity == 0
        ? Position.flat(symbol)
        : new Position(symbol, quantity(), money.decimal(cost), price(), money.decimal(value));
  }
}
