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
    private final int[] bought;
    private final long[] lots;

    Running(Simulation account) {
      this.account = account;
      this.sizer = new Sizer(account, sizing);
      this.last = new byte[columns];
      this.bought = new int[columns];
      this.lots = new long[columns];
    }

    @Override
    public void decide(int row) {
      int base = row * columns;
      int buys = 0;
      int s = 0;
      for (; s <= columns - Long.BYTES; s += Long.BYTES) {
        long differences = (long) EIGHT.get(signals, base + s) ^ (long) EIGHT.get(last, s);
        while (differences != 0) {
          int at = Long.numberOfTrailingZeros(differences) >>> 3;
          differences &= ~(0xFFL << (8 * at));
          buys = change(row, s + at, signals[base + s + at], buys);
        }
      }
      for (; s < columns; s++) {
        if (signals[base + s] != last[s]) {
          buys = change(row, s, signals[base + s], buys);
        }
      }
      for (int i = 0; i < buys; i++) {
        account.order(bought[i], lots[i]);
      }
    }

    /** Sells at once and leaves purchases for later; returns how many of those there are. */
    private int change(int row, int symbol, byte signal, int buys) {
      if (signal == KEEP || !account.image.trading(row, symbol)) {
        return buys;
      }
      last[symbol] = signal;
      sizer.begin(row);
      long missing = sizer.lots(symbol, signal * size) - account.expected(symbol);
      if (missing <= 0) {
        account.order(symbol, missing);
        return buys;
      }
      bought[buys] = symbol;
      lots[buys] = missing;
      return buys + 1;
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
