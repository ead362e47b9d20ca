package io.quantkit.backtest.market;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The working orders in one instrument, in the order they arrived, and whether it trades. */
final class SymbolBook {
  private static final int SCALE = 9;

  /** Beyond this many ticks a quotient of doubles is too coarse to round by. */
  private static final double FAST_TICKS = 1e8;

  final int index;
  final Symbol symbol;
  final Instrument instrument;
  private final Decimal tick;
  private final double tickSize;
  private final double slack;
  private final boolean wholeLots;

  WorkingOrder[] orders = new WorkingOrder[4];
  int size;

  /** Whether it is among the books that a market looks at. */
  boolean listed;

  /** What executions cost here, and the column by which that knows the symbol. */
  @Nullable Columns columns;

  int column;

  /** What matches orders here by ticks, null before the first tick. */
  @Nullable TickMatcher ticks;

  /** Whether and how the instrument trades, null if nobody tells. */
  @Nullable TradingStatus status;

  /** The units traded in the bar that orders are matched against, {@code NaN} if nobody tells. */
  double volume = Double.NaN;

  /** What is left to orders of that bar's volume, null before anybody asked. */
  @Nullable Decimal liquidity;

  /** The end of the bar whose volume that is. */
  long liquidityUntil = Long.MIN_VALUE;

  /** Until when the bars reach that orders were matched against. */
  long matchedUntil = Long.MIN_VALUE;

  boolean halted;
  long haltedFrom = Long.MAX_VALUE;
  long resumedAt = Long.MIN_VALUE;

  /** Why it is not traded any more, null if it is. */
  @Nullable String gone;

  /** Whether there are times at which it may not be traded. */
  final boolean changing;

  SymbolBook(int index, Instrument instrument, boolean changing) {
    this.index = index;
    this.changing = changing;
    this.instrument = instrument;
    this.symbol = instrument.symbol();
    this.tick = instrument.tickSize();
    this.tickSize = tick.doubleValue();
    this.slack = 5e-10 / tickSize;
    this.wholeLots = instrument.lotSize().equals(Decimal.ONE);
  }

  void add(WorkingOrder order) {
    if (size == orders.length) {
      orders = Arrays.copyOf(orders, 2 * size);
    }
    orders[size++] = order;
  }

  /** Returns a copy of the orders that work now. */
  List<WorkingOrder> working() {
    List<WorkingOrder> working = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (orders[i].working && !orders[i].done) {
        working.add(orders[i]);
      }
    }
    return working;
  }

  /** Drops the orders that are done; the others keep their order. */
  void compact() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      WorkingOrder order = orders[i];
      if (!order.done) {
        orders[kept++] = order;
      }
    }
    Arrays.fill(orders, kept, size, null);
    size = kept;
  }

  boolean inLots(Decimal quantity) {
    return wholeLots ? quantity.scale() == 0 : quantity.isMultipleOf(instrument.lotSize());
  }

  /** Returns the price on the tick that is nearest to a limit and not worse. */
  Decimal within(Decimal limit, boolean buy) {
    return limit.isMultipleOf(tick)
        ? limit
        : limit.roundToMultiple(tick, buy ? RoundingMode.FLOOR : RoundingMode.CEILING);
  }

  /**
   * Returns the price on the tick at or above ({@code up}), or at or below a price. The shortest
   * text of a price such as 12.30 is on the tick; a product of doubles may miss it by one part in
   * 1e16, which must not cost a whole tick: what is within 5e-10 of a tick is on it.
   */
  Decimal onTick(double price, boolean up) {
    double ticks = price / tickSize;
    if (ticks < FAST_TICKS && slack < 0.1) {
      double nearest = Math.rint(ticks);
      double count =
          Math.abs(ticks - nearest) <= slack ? nearest : up ? Math.ceil(ticks) : Math.floor(ticks);
      return Decimal.ofScaled(((long) count) * tick.unscaled(), tick.scale());
    }
    Decimal fine = Decimal.of(price, Math.max(SCALE, tick.scale()), RoundingMode.HALF_EVEN);
    return fine.roundToMultiple(tick, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
  }
}
