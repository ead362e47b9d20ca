package io.quantkit.backtest.vector;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Signals: for each cell, how many times a size is to be held, such as 1 for long, 0 for nothing
 * and -1 for short.
 *
 * <p>A signal is acted upon when it differs from the symbol's last one, in a row in which the
 * symbol has a bar: what is missing from {@code signal * size}, after what is held and what working
 * orders will add, is ordered. Sales come before purchases, each by column. Before its first signal
 * a symbol's signal is 0. While a signal stays the same nothing is traded, however prices move.
 * Arrays are kept and not copied: they must not change as long as the plan is in use.
 */
public final class SignalPlan implements Plan {

  /** The signal that leaves everything as it is: -128. */
  public static final byte KEEP = Byte.MIN_VALUE;

  /** Eight signals at a time, the first one in the lowest bits. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The highest bit of each byte. */
  private static final long HIGHEST = 0x8080_8080_8080_8080L;

  /** Multiplied with the lowest bits of eight bytes, moves them side by side into the highest. */
  private static final long GATHER = 0x0102_0408_1020_4080L;

  private final int rows;
  private final int columns;
  private final byte[] signals;
  private final Sizing sizing;
  private final double size;

  private SignalPlan(int rows, int columns, byte[] signals, Sizing sizing, double size) {
    if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("size must be positive and finite, was " + size);
    }
    this.rows = rows;
    this.columns = columns;
    this.signals = signals;
    this.sizing = sizing;
    this.size = size;
  }

  /**
   * Returns a plan of signals.
   *
   * @param columns how many symbols there are
   * @param signals row by row; kept
   * @param sizing what the size counts
   * @param size what a signal of 1 holds, positive
   */
  public static SignalPlan of(int columns, byte[] signals, Sizing sizing, double size) {
    int rows = Shape.rows("signals", signals.length, columns);
    return new SignalPlan(rows, columns, signals, sizing, size);
  }

  /**
   * Returns a plan that goes long at entries and out at exits. Where both are set the exit counts;
   * an entry while long and an exit while out change nothing.
   *
   * @param columns how many symbols there are
   * @param entries row by row; not modified, not kept
   * @param exits row by row; not modified, not kept
   * @param sizing what the size counts
   * @param size what is held when long, positive
   */
  public static SignalPlan entriesAndExits(
      int columns, boolean[] entries, boolean[] exits, Sizing sizing, double size) {
    int rows = Shape.rows("entries", entries.length, columns);
    if (exits.length != entries.length) {
      throw new IllegalArgumentException(
          "exits must be as many as entries, %d, were %d".formatted(entries.length, exits.length));
    }
    byte[] signals = new byte[entries.length];
    for (int i = 0; i < signals.length; i++) {
      signals[i] = exits[i] ? 0 : entries[i] ? 1 : KEEP;
    }
    return new SignalPlan(rows, columns, signals, sizing, size);
  }

  Decisions start(Simulation account) {
    Shape.requireSame(account.image, rows, columns);
    return new Running(account);
  }

  @Override
  public Strategy strategy() {
    return new Replay();
  }

  private final class Running implements Decisions {
    private final Simulation account;
    private final Sizer sizer;
    private final byte[] last;
    private final int[] sold;
    private final long[] soldLots;
    private final int[] bought;
    private final long[] boughtLots;
    private int sales;
    private int purchases;

    Running(Simulation account) {
      this.account = account;
      this.sizer = new Sizer(account, sizing);
      this.last = new byte[columns];
      this.sold = new int[columns];
      this.soldLots = new long[columns];
      this.bought = new int[columns];
      this.boughtLots = new long[columns];
    }

    @Override
    public void decide(int row) {
      sales = 0;
      purchases = 0;
      for (int s = 0; s < columns; s += Long.SIZE) {
        int end = Math.min(columns, s + Long.SIZE);
        long changed = changed(row * columns, s, end);
        if (changed != 0) {
          sizer.begin(row);
        }
        for (; changed != 0; changed &= changed - 1) {
          change(row, s + Long.numberOfTrailingZeros(changed));
        }
      }
      for (int i = 0; i < sales; i++) {
        account.order(sold[i], soldLots[i]);
      }
      for (int i = 0; i < purchases; i++) {
        account.order(bought[i], boughtLots[i]);
      }
    }

    /** Returns a bit for each of at most 64 symbols whose signal is not the last one. */
    private long changed(int base, int from, int to) {
      long changed = 0;
      int s = from;
      for (; s <= to - Long.BYTES; s += Long.BYTES) {
        long differences = (long) EIGHT.get(signals, base + s) ^ (long) EIGHT.get(last, s);
        // The highest bit of each byte that is not zero, then these bits side by side.
        long bytes = (((differences & ~HIGHEST) + ~HIGHEST) | differences) & HIGHEST;
        long gathered = ((bytes >>> 7) * GATHER) >>> (Long.SIZE - Long.BYTES);
        changed |= gathered << (s - from);
      }
      for (; s < to; s++) {
        long difference = signals[base + s] ^ last[s];
        changed |= ((difference | -difference) >>> 63) << (s - from);
      }
      return changed;
    }

    /** Writes down an order; sales are placed before purchases. */
    private void change(int row, int symbol) {
      byte signal = signals[row * columns + symbol];
      if (signal == KEEP || !account.image.trading(row, symbol)) {
        return;
      }
      last[symbol] = signal;
      long missing = sizer.lots(symbol, signal * size) - account.expected(symbol);
      // Both are written and one is kept: which one cannot be foreseen by a processor.
      sold[sales] = symbol;
      soldLots[sales] = missing;
      sales += (int) (missing >>> 63);
      bought[purchases] = symbol;
      boughtLots[purchases] = missing;
      purchases += (int) (-missing >>> 63);
    }
  }

  /** The same by an engine. */
  private final class Replay implements Strategy {
    private final byte[] last = new byte[columns];
    private int row;

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {
      Symbols symbols = bars.symbols();
      Decimal[] missing = new Decimal[columns];
      Arrays.fill(missing, Decimal.ZERO);
      for (int s = 0; s < columns; s++) {
        byte signal = signals[row * columns + s];
        if (signal != last[s] && signal != KEEP && bars.has(s)) {
          last[s] = signal;
          Symbol symbol = symbols.get(s);
          missing[s] =
              Sizer.quantity(context, symbol, signal * size, sizing)
                  .minus(context.portfolio().position(symbol))
                  .minus(context.portfolio().pending(symbol));
        }
      }
      for (int s = 0; s < columns; s++) {
        if (missing[s].isNegative()) {
          context.sell(symbols.get(s), missing[s].abs());
        }
      }
      for (int s = 0; s < columns; s++) {
        if (missing[s].isPositive()) {
          context.buy(symbols.get(s), missing[s]);
        }
      }
      row++;
    }
  }
}
