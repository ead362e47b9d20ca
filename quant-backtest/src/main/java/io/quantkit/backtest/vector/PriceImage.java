package io.quantkit.backtest.vector;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A panel as exact bookkeeping needs it: closing prices in ticks, the last one repeated where a
 * symbol has no bar. Immutable; all runs over the panel share it.
 *
 * <p>Money is counted in {@code 10^-moneyScale} of the currency. One tick of one lot is worth
 * {@code unit} of it; where that is no whole number, amounts are rounded to it like the ledger's,
 * ties to even.
 */
final class PriceImage {
  /** The shape of a cell without a bar. */
  static final int NO_BAR = Integer.MIN_VALUE;

  /** The shape of a bar whose numbers are not on the tick, missing or too far apart. */
  static final int UNUSUAL = NO_BAR + 1;

  private static final int WICK_BITS = 9;
  private static final int WICK_MASK = (1 << WICK_BITS) - 1;
  private static final int BODY_SHIFT = 2 * WICK_BITS;
  private static final int MAX_BODY = (1 << (Integer.SIZE - 1 - BODY_SHIFT)) - 1;

  private static final int BLOCK_CELLS = 1 << 14;
  private static final int LEAST_BLOCK_ROWS = 32;

  /** The most decimals of an amount, as in the ledger. */
  private static final int MAX_MONEY_SCALE = 9;

  /** Amounts must stay below this: the 18 digits of a {@link Decimal}. */
  static final long LIMIT = 1_000_000_000_000_000_000L;

  final Panel panel;
  final Universe universe;
  final int rows;
  final int columns;
  final int moneyScale;
  final Increment[] ticks;
  final Increment[] lots;

  /** What one tick of one lot is worth, 0 where amounts have to be rounded. */
  final long[] units;

  /** Where amounts are rounded: what the product of lots and ticks is multiplied with, */
  final long[] digits;

  /** and then divided by. */
  final long[] divisors;

  /** Whether some amount has to be rounded. */
  final boolean rounding;

  /**
   * By row and symbol: the last known close in ticks, 0 before the first bar, in the upper half; in
   * the lower half the shape of the bar: how far its open is from the close, its high above both,
   * and its low below both.
   */
  private final long[] cells;

  /** How many rows have so few cells that they stay close to the processor. */
  final int blockRows;

  /** The closes, if some are too large for half a cell; otherwise empty. */
  private final long[] largeCloses;

  /** Of each symbol, whether all closes are on the tick. */
  private final boolean[] onTick;

  /** Of each symbol, whether it has a bar in every row. */
  private final boolean[] gapless;

  /** The highest close in ticks of each symbol. */
  final long[] highest;

  /** Whether the symbols belong to the universe, and are tradeable, at all times. */
  final boolean[] tradeable;

  private PriceImage(Panel panel, Universe universe) {
    this.panel = panel;
    this.universe = universe;
    this.rows = panel.rows();
    Symbols symbols = panel.symbols();
    this.columns = symbols.size();
    this.ticks = new Increment[columns];
    this.lots = new Increment[columns];
    this.units = new long[columns];
    this.digits = new long[columns];
    this.divisors = new long[columns];
    this.tradeable = new boolean[columns];
    Map<Decimal, Increment> increments = new HashMap<>();
    int scale = 2;
    for (int s = 0; s < columns; s++) {
      Instrument instrument = universe.instrument(symbols.get(s));
      ticks[s] = increments.computeIfAbsent(instrument.tickSize(), Increment::new);
      lots[s] = increments.computeIfAbsent(instrument.lotSize(), Increment::new);
      tradeable[s] = universe.alwaysTradeable(symbols.get(s));
      scale = Math.max(scale, ticks[s].scale() + lots[s].scale());
    }
    this.moneyScale = Math.min(scale, MAX_MONEY_SCALE);
    boolean rounds = false;
    for (int s = 0; s < columns; s++) {
      long product = Math.multiplyExact(ticks[s].unscaled(), lots[s].unscaled());
      int missing = moneyScale - ticks[s].scale() - lots[s].scale();
      digits[s] = missing >= 0 ? Math.multiplyExact(product, power(missing)) : product;
      divisors[s] = missing >= 0 ? 1 : power(-missing);
      units[s] = missing >= 0 ? digits[s] : 0;
      rounds |= missing < 0;
    }
    this.rounding = rounds;
    this.cells = new long[Math.multiplyExact(rows, columns)];
    this.onTick = new boolean[columns];
    this.gapless = new boolean[columns];
    this.highest = new long[columns];
    Arrays.fill(onTick, true);
    Arrays.fill(gapless, true);
    for (int t = 0; t < rows; t++) {
      prepare(t);
    }
    boolean large = Arrays.stream(highest).anyMatch(close -> close > Integer.MAX_VALUE);
    this.largeCloses = large ? largeCloses() : new long[0];
    this.blockRows = blockRows(columns);
  }

  private static int blockRows(int columns) {
    return Math.max(LEAST_BLOCK_ROWS, BLOCK_CELLS / columns);
  }

  static PriceImage of(Panel panel, Universe universe) {
    return new PriceImage(panel, universe);
  }

  private void prepare(int row) {
    BarSlice bars = panel.row(row);
    int cell = row * columns;
    for (int s = 0; s < columns; s++, cell++) {
      double close = bars.close(s);
      long count;
      int shape;
      if (Double.isNaN(close)) {
        count = row == 0 ? 0 : cells[cell - columns] >> Integer.SIZE;
        shape = NO_BAR;
        gapless[s] = false;
      } else {
        count = ticks[s].nearest(close);
        shape = shape(bars, s, count);
        onTick[s] &= ticks[s].toDouble(count) == close;
        highest[s] = Math.max(highest[s], count);
      }
      cells[cell] = (count << Integer.SIZE) | (shape & 0xFFFFFFFFL);
    }
  }

  private int shape(BarSlice bars, int symbol, long close) {
    double open = bars.open(symbol);
    double high = bars.high(symbol);
    double low = bars.low(symbol);
    if (Double.isNaN(open) || Double.isNaN(high) || Double.isNaN(low)) {
      return UNUSUAL;
    }
    Increment tick = ticks[symbol];
    long first = tick.nearest(open);
    long body = first - close;
    long above = tick.floor(high) - Math.max(first, close);
    long below = Math.min(first, close) - tick.ceiling(low);
    boolean fits =
        close <= Integer.MAX_VALUE
            && Math.abs(body) <= MAX_BODY
            && ((above | below) & ~WICK_MASK) == 0
            && tick.toDouble(first) == open;
    return fits ? (int) ((body << BODY_SHIFT) | (above << WICK_BITS) | below) : UNUSUAL;
  }

  private long[] largeCloses() {
    long[] closes = new long[cells.length];
    for (int t = 0, cell = 0; t < rows; t++) {
      for (int s = 0; s < columns; s++, cell++) {
        double close = panel.close(t, s);
        long before = t == 0 ? 0 : closes[cell - columns];
        closes[cell] = Double.isNaN(close) ? before : ticks[s].nearest(close);
        if (shape(t, s) != NO_BAR) {
          cells[cell] = UNUSUAL & 0xFFFFFFFFL;
        }
      }
    }
    return closes;
  }

  int cells() {
    return cells.length;
  }

  /** Returns a close in its upper half, unless that is too large, and a shape in its lower one. */
  long cell(int row, int symbol) {
    return cells[row * columns + symbol];
  }

  /** Returns the shape of a bar. */
  int shape(int row, int symbol) {
    return (int) cells[row * columns + symbol];
  }

  /** Returns the last known close up to a row in ticks, 0 before the first bar. */
  long close(int row, int symbol) {
    int cell = row * columns + symbol;
    return largeCloses.length == 0 ? cells[cell] >> Integer.SIZE : largeCloses[cell];
  }

  /** Returns the open in ticks of a bar of a shape. */
  static long open(long close, int shape) {
    return close + (shape >> BODY_SHIFT);
  }

  /**
   * Returns the last tick within a bar that a price may be worsened to, times the sign.
   *
   * @param sign 1 for a purchase, which ends at the high, -1 for a sale, which ends at the low
   */
  static long edge(long close, int shape, int sign) {
    int wick = (shape >> ((1 + sign) / 2 * WICK_BITS)) & WICK_MASK;
    long first = sign * open(close, shape);
    long rise = sign * close - first;
    return first + (rise & ~(rise >> 63)) + wick; // the larger one, without a branch
  }

  /**
   * Returns the sum of the closes of a row, each times a weight.
   *
   * @param weights one per symbol; not modified
   */
  long weighed(int row, long[] weights) {
    int base = row * columns;
    long sum = 0;
    if (largeCloses.length > 0) {
      for (int s = 0; s < columns; s++) {
        sum += weights[s] * largeCloses[base + s];
      }
      return sum;
    }
    // Four sums, so that additions do not wait for each other.
    long second = 0;
    long third = 0;
    long fourth = 0;
    int s = 0;
    for (; s < columns - 3; s += 4) {
      sum += weights[s] * (cells[base + s] >> Integer.SIZE);
      second += weights[s + 1] * (cells[base + s + 1] >> Integer.SIZE);
      third += weights[s + 2] * (cells[base + s + 2] >> Integer.SIZE);
      fourth += weights[s + 3] * (cells[base + s + 3] >> Integer.SIZE);
    }
    for (; s < columns; s++) {
      sum += weights[s] * (cells[base + s] >> Integer.SIZE);
    }
    return sum + second + third + fourth;
  }

  static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, 10L);
    }
    return power;
  }

  /** Returns what a number of lots is worth at a price in ticks, with the sign of the lots. */
  long amount(int symbol, long count, long price) {
    if (units[symbol] != 0) {
      return Math.multiplyExact(Math.multiplyExact(count, price), units[symbol]);
    }
    long points = count * price;
    long product = points * digits[symbol];
    if (Math.multiplyHigh(count, price) != points >> 63
        || Math.multiplyHigh(points, digits[symbol]) != product >> 63) {
      return largeAmount(symbol, count, price);
    }
    long divisor = divisors[symbol];
    long quotient = product / divisor;
    long rest = Math.abs(product - quotient * divisor);
    int half = Long.compare(rest, divisor - rest);
    boolean away = half > 0 || (half == 0 && (quotient & 1) != 0);
    return away ? quotient + Long.signum(product) : quotient;
  }

  private long largeAmount(int symbol, long count, long price) {
    Decimal quantity = lots[symbol].toDecimal(count);
    Decimal amount =
        quantity.times(ticks[symbol].toDecimal(price), moneyScale, RoundingMode.HALF_EVEN);
    return Math.multiplyExact(amount.unscaled(), power(moneyScale - amount.scale()));
  }

  /** Returns whether prices of usual bars are whole ticks, and a tick a whole amount. */
  boolean exact(int symbol, boolean opens) {
    return units[symbol] != 0 && (opens || onTick[symbol]);
  }

  boolean trading(int row, int symbol) {
    return gapless[symbol] || shape(row, symbol) != NO_BAR;
  }

  /** Returns whether the engine would take orders for a symbol after a row. */
  boolean tradeable(int row, int symbol) {
    return tradeable[symbol] || universe.tradeable(panel.symbols().get(symbol), panel.knownAt(row));
  }

  /** Returns the last close up to a row, {@code NaN} if there was none. */
  double lastClose(int row, int symbol) {
    if (onTick[symbol]) {
      long count = close(row, symbol);
      return count == 0 ? Double.NaN : ticks[symbol].toDouble(count);
    }
    for (int t = row; t >= 0; t--) {
      double close = panel.close(t, symbol);
      if (!Double.isNaN(close)) {
        return close;
      }
    }
    return Double.NaN;
  }

  DataNotFoundException noOpen(int row, int symbol) {
    String name = panel.symbols().get(symbol).value();
    return new DataNotFoundException(
        name,
        "%s in row %d has no open, so orders cannot fill there; give opens or use NEXT_CLOSE"
            .formatted(name, row));
  }

  /**
   * Returns an amount in units of money.
   *
   * @throws ArithmeticException if it has more decimals than amounts have
   */
  long money(Decimal amount) {
    Decimal rounded = amount.round(moneyScale, RoundingMode.UNNECESSARY);
    return Math.multiplyExact(rounded.unscaled(), power(moneyScale - rounded.scale()));
  }

  Decimal money(long amount) {
    return Decimal.ofScaled(amount, moneyScale);
  }
}
