package io.quantkit.backtest.vector;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.OrderSizer;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.strategy.Weights;
import java.util.Arrays;

/**
 * Target weights at some rows, as an {@link OrderSizer} turns them into orders: {@code weight *
 * equity / last close} rounded towards zero to the lot, less what is held and what working orders
 * will add; sales before purchases, each by column. Between those rows nothing is traded. Arrays
 * are kept and not copied: they must not change as long as the plan is in use.
 */
public final class WeightPlan implements Plan {
  private final int[] rows;
  private final int columns;
  private final double[] weights;
  private final OrderSizer sizer;

  private WeightPlan(int[] rows, int columns, double[] weights, OrderSizer sizer) {
    this.rows = rows;
    this.columns = columns;
    this.weights = weights;
    this.sizer = sizer;
  }

  /**
   * Returns a plan.
   *
   * @param rows the panel's rows at which to rebalance, increasing; kept
   * @param columns how many symbols there are
   * @param weights finite fractions of equity, {@code columns} for each of the rows; kept
   */
  public static WeightPlan of(int[] rows, int columns, double[] weights) {
    int height = Shape.rows("weights", weights.length, columns);
    if (height != rows.length) {
      throw new IllegalArgumentException(
          "there must be weights for %d rows, were for %d".formatted(rows.length, height));
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] < 0 || (i > 0 && rows[i] <= rows[i - 1])) {
        throw new IllegalArgumentException(
            "rows must be at least 0 and increase, was %d at %d".formatted(rows[i], i));
      }
    }
    for (int i = 0; i < weights.length; i++) {
      if (!Double.isFinite(weights[i])) {
        throw new IllegalArgumentException(
            "weight %d of row %d must be finite, was %s"
                .formatted(i % columns, rows[i / columns], weights[i]));
      }
    }
    return new WeightPlan(rows, columns, weights, OrderSizer.DEFAULT);
  }

  /** Returns this plan with another sizer, such as one that leaves small changes alone. */
  public WeightPlan sizer(OrderSizer newSizer) {
    return new WeightPlan(rows, columns, weights, newSizer);
  }

  Decisions start(Simulation account) {
    Shape.requireSame(account.image, account.image.rows, columns);
    Shape.requireWithin(account.image, rows.length == 0 ? 0 : rows[rows.length - 1] + 1, columns);
    return new Running(account);
  }

  @Override
  public Strategy strategy() {
    return new Replay();
  }

  private final class Running implements Decisions {
    private final Simulation account;
    private final PriceImage image;
    private final long[] missing;
    private int next;

    Running(Simulation account) {
      this.account = account;
      this.image = account.image;
      this.missing = new long[columns];
    }

    @Override
    public void decide(int row) {
      if (next == rows.length || rows[next] != row) {
        return;
      }
      int base = next++ * columns;
      double equity = account.equity();
      for (int s = 0; s < columns; s++) {
        missing[s] = missing(row, s, weights[base + s] * equity);
      }
      for (int s = 0; s < columns; s++) {
        if (missing[s] < 0) {
          account.order(s, missing[s]);
        }
      }
      for (int s = 0; s < columns; s++) {
        if (missing[s] > 0) {
          account.order(s, missing[s]);
        }
      }
    }

    private long missing(int row, int symbol, double money) {
      double price = image.lastClose(row, symbol);
      if (Double.isNaN(price)) {
        return 0;
      }
      Increment lot = image.lots[symbol];
      long wanted = lot.down(money / price);
      long change = wanted - account.expected(symbol);
      boolean worthwhile =
          wanted == 0 || lot.toDouble(Math.abs(change)) * price >= sizer.minimumNotional();
      return worthwhile ? change : 0;
    }
  }

  /** The same by an engine. */
  private final class Replay implements Strategy {
    private int row;
    private int next;

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {
      if (next < rows.length && rows[next] == row) {
        Symbols symbols = bars.symbols();
        double[] target = Arrays.copyOfRange(weights, next * columns, (next + 1) * columns);
        next++;
        context.rebalance(Weights.copyOf(symbols, target), sizer);
      }
      row++;
    }
  }
}
