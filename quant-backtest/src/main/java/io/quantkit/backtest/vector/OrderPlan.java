package io.quantkit.backtest.vector;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import org.jspecify.annotations.Nullable;

/**
 * Orders that are known beforehand: how much to buy, or to sell where it is negative.
 *
 * <p>Orders of a row are placed in the order given, or by column. One that comes to less than a lot
 * is none; so is one that is sized by a price before the symbol has one. An order in a row in which
 * its symbol has no bar works until the next one. Arrays are kept and not copied: they must not
 * change as long as the plan is in use.
 */
public final class OrderPlan implements Plan {
  private final Sizing sizing;
  private final int rows;
  private final int columns;

  /** By row and column, or one per order. */
  private final double[] sizes;

  private final int @Nullable [] orderRows;
  private final int[] orderColumns;

  private OrderPlan(
      Sizing sizing,
      int rows,
      int columns,
      double[] sizes,
      int @Nullable [] orderRows,
      int[] orderColumns) {
    this.sizing = sizing;
    this.rows = rows;
    this.columns = columns;
    this.sizes = sizes;
    this.orderRows = orderRows;
    this.orderColumns = orderColumns;
  }

  /**
   * Returns a plan with at most one order a cell.
   *
   * @param columns how many symbols there are
   * @param sizes row by row; zero and {@code NaN} are no order; kept
   */
  public static OrderPlan dense(int columns, double[] sizes, Sizing sizing) {
    int rows = Shape.rows("sizes", sizes.length, columns);
    return new OrderPlan(sizing, rows, columns, sizes, null, new int[0]);
  }

  /**
   * Returns a plan of the orders listed.
   *
   * @param rows the row of each order, never decreasing; kept
   * @param columns the column of each order; kept
   * @param sizes the size of each order, finite; kept
   */
  public static OrderPlan sparse(int[] rows, int[] columns, double[] sizes, Sizing sizing) {
    if (rows.length != sizes.length || columns.length != sizes.length) {
      throw new IllegalArgumentException(
          "rows, columns and sizes must be equally many, were %d, %d, %d"
              .formatted(rows.length, columns.length, sizes.length));
    }
    int width = 0;
    int last = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (rows[i] < last || columns[i] < 0 || !Double.isFinite(sizes[i])) {
        throw new IllegalArgumentException(
            "order %d must be in a row from %d on, in a column, of finite size; was %d, %d, %s"
                .formatted(i, last, rows[i], columns[i], sizes[i]));
      }
      last = rows[i];
      width = Math.max(width, columns[i] + 1);
    }
    int height = sizes.length == 0 ? 0 : last + 1;
    return new OrderPlan(sizing, height, width, sizes, rows, columns);
  }

  Decisions start(Simulation account) {
    if (orderRows == null) {
      Shape.requireSame(account.image, rows, columns);
      return new Dense(account);
    }
    Shape.requireWithin(account.image, rows, columns);
    return new Sparse(account, orderRows);
  }

  @Override
  public Strategy strategy() {
    return new Replay(orderRows);
  }

  private final class Dense implements Decisions {
    private final Simulation account;
    private final Sizer sizer;

    Dense(Simulation account) {
      this.account = account;
      this.sizer = new Sizer(account, sizing);
    }

    @Override
    public void decide(int row) {
      int base = row * columns;
      sizer.begin(row);
      for (int s = 0; s < columns; s++) {
        double size = sizes[base + s];
        if (size != 0 && !Double.isNaN(size)) {
          account.order(s, sizer.lots(s, size));
        }
      }
    }
  }

  private final class Sparse implements Decisions {
    private final Simulation account;
    private final Sizer sizer;
    private final int[] at;
    private int next;

    Sparse(Simulation account, int[] at) {
      this.account = account;
      this.sizer = new Sizer(account, sizing);
      this.at = at;
    }

    @Override
    public void decide(int row) {
      if (next == at.length || at[next] != row) {
        return;
      }
      sizer.begin(row);
      for (; next < at.length && at[next] == row; next++) {
        account.order(orderColumns[next], sizer.lots(orderColumns[next], sizes[next]));
      }
    }
  }

  /** The same by an engine. */
  private final class Replay implements Strategy {
    private final int @Nullable [] at;
    private int row;
    private int next;

    Replay(int @Nullable [] at) {
      this.at = at;
    }

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {
      if (at == null) {
        for (int s = 0; s < columns; s++) {
          double size = sizes[row * columns + s];
          if (size != 0 && !Double.isNaN(size)) {
            submit(context, bars.symbols().get(s), size);
          }
        }
      } else {
        for (; next < at.length && at[next] == row; next++) {
          submit(context, bars.symbols().get(orderColumns[next]), sizes[next]);
        }
      }
      row++;
    }

    private void submit(StrategyContext context, Symbol symbol, double size) {
      Decimal quantity = Sizer.quantity(context, symbol, size, sizing);
      if (!quantity.isZero()) {
        Side side = quantity.isNegative() ? Side.SELL : Side.BUY;
        if (side == Side.BUY) {
          context.buy(symbol, quantity);
        } else {
          context.sell(symbol, quantity.abs());
        }
      }
    }
  }
}
