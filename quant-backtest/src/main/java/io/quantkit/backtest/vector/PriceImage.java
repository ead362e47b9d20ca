package io.quantkit.backtest.vector;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.Panel;
import java.util.List;

/**
 * A panel as exact bookkeeping needs it: closing prices in ticks, the last one repeated where a
 * symbol has no bar. Immutable; all runs over the panel share it.
 *
 * <p>Money is counted in {@code 10^-moneyScale} of the currency. One tick of one lot is worth
 * {@code unit} of it; where that is no whole number, amounts are rounded to it like the ledger's,
 * ties to even.
 */
final class PriceImage {
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

  /** By row and symbol: the last known close in ticks, 0 before the first bar. */
  final long[] closes;

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
    int scale = 2;
    for (int s = 0; s < columns; s++) {
      Instrument instrument = universe.instrument(symbols.get(s));
      ticks[s] = new Increment(instrument.tickSize());
      lots[s] = new Increment(instrument.lotSize());
      tradeable[s] = always(symbols.get(s));
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
    this.closes = new long[Math.multiplyExact(rows, columns)];
    this.highest = new long[columns];
    fill();
  }

  static PriceImage of(Panel panel, Universe universe) {
    return new PriceImage(panel, universe);
  }

  private boolean always(Symbol symbol) {
    List<Universe.Interval> intervals = universe.memberships(symbol);
    return universe.tradeable(symbol)
        && intervals.size() == 1
        && intervals.get(0).fromInclusive() == Long.MIN_VALUE
        && intervals.get(0).toExclusive() == Long.MAX_VALUE;
  }

  private void fill() {
    int cell = 0;
    for (int t = 0; t < rows; t++) {
      for (int s = 0; s < columns; s++, cell++) {
        double close = panel.close(t, s);
        if (Double.isNaN(close)) {
          closes[cell] = t == 0 ? 0 : closes[cell - columns];
        } else {
          long count = ticks[s].nearest(close);
          closes[cell] = count;
          highest[s] = Math.max(highest[s], count);
        }
      }
    }
  }

  private static long power(int exponent) {
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
    long product = Math.multiplyExact(Math.multiplyExact(count, price), digits[symbol]);
    long divisor = divisors[symbol];
    long quotient = product / divisor;
    long rest = Math.abs(product - quotient * divisor);
    int half = Long.compare(rest, divisor - rest);
    boolean away = half > 0 || (half == 0 && (quotient & 1) != 0);
    return away ? quotient + Long.signum(product) : quotient;
  }

  boolean trading(int row, int symbol) {
    return panel.trading(row, symbol);
  }

  /** Returns whether the engine would take orders for a symbol after a row. */
  boolean tradeable(int row, int symbol) {
    return tradeable[symbol] || universe.tradeable(panel.symbols().get(symbol), panel.knownAt(row));
  }

  /** Returns the last close up to a row, {@code NaN} if there was none. */
  double lastClose(int row, int symbol) {
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

  Decimal money(long amount) {
    return Decimal.ofScaled(amount, moneyScale);
  }
}
