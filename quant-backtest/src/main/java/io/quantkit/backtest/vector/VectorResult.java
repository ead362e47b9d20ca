package io.quantkit.backtest.vector;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.math.Decimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan did and what became of the account, by row of the panel.
 *
 * <p>Money is in the account's currency and exact unless it is a {@code double}. Arrays are copies.
 */
public final class VectorResult {
  private final PriceImage image;
  private final AccountRows rows;
  private final long[] positions;
  private final @Nullable FillColumns fills;
  private final Counts counts;

  VectorResult(
      PriceImage image,
      AccountRows rows,
      long[] positions,
      @Nullable FillColumns fills,
      Counts counts) {
    this.image = image;
    this.rows = rows;
    this.positions = positions;
    this.fills = fills;
    this.counts = counts;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return image.rows;
  }

  /** Returns the columns of the panel. */
  public Symbols symbols() {
    return image.panel.symbols();
  }

  /** Returns when each row was known, in epoch nanoseconds. */
  public long[] times() {
    long[] times = new long[image.rows];
    for (int t = 0; t < times.length; t++) {
      times[t] = image.panel.knownAt(t);
    }
    return times;
  }

  /** Returns cash plus the value of all positions at the last prices, after a row. */
  public Decimal equity(int row) {
    return image.money(rows.equity[row]);
  }

  /** Returns cash after a row, negative if borrowed. */
  public Decimal cash(int row) {
    return image.money(rows.cash[row]);
  }

  /** Returns the fees of the executions since the row before. */
  public Decimal fees(int row) {
    return image.money(rows.fees[row]);
  }

  /** Returns the notional executed since the row before, purchases plus sales. */
  public Decimal traded(int row) {
    return image.money(rows.traded[row]);
  }

  /** Returns the equity after each row. */
  public double[] equity() {
    return doubles(rows.equity);
  }

  /** Returns the cash after each row. */
  public double[] cash() {
    return doubles(rows.cash);
  }

  /** Returns the fees of each row. */
  public double[] fees() {
    return doubles(rows.fees);
  }

  /** Returns the notional executed in each row as a fraction of the equity after it. */
  public double[] turnover() {
    double[] turnover = doubles(rows.traded);
    double[] equity = equity();
    for (int t = 0; t < turnover.length; t++) {
      turnover[t] /= equity[t];
    }
    return turnover;
  }

  /** Returns the spread paid in each row. */
  public double[] spread() {
    return rows.spread.clone();
  }

  /**
   * Returns the slippage of each row: what executions cost beyond commission and spread, rounding
   * to ticks and cents included.
   */
  public double[] slippage() {
    return rows.slippage.clone();
  }

  /** Returns the units held after the last row, negative if short. */
  public Decimal position(int symbol) {
    return image.lots[symbol].toDecimal(positions[symbol]);
  }

  /**
   * Returns every execution, oldest first.
   *
   * @throws IllegalStateException if the backtest did not keep them
   */
  public List<VectorFill> fills() {
    FillColumns kept = fills;
    if (kept == null) {
      throw new IllegalStateException("fills were not kept; set keepFills(true)");
    }
    List<VectorFill> list = new ArrayList<>(kept.size);
    for (int i = 0; i < kept.size; i++) {
      int s = kept.symbols[i];
      list.add(
          new VectorFill(
              kept.rows[i],
              s,
              image.lots[s].toDecimal(kept.lots[i]),
              image.ticks[s].toDecimal(kept.prices[i]),
              image.money(kept.fees[i])));
    }
    return Collections.unmodifiableList(list);
  }

  /** Returns the run in a few numbers, which keep nothing else alive. */
  public VectorSummary summary() {
    Tally tally = new Tally(image);
    tally.add(rows, image.rows);
    return tally.summary(counts);
  }

  private double[] doubles(long[] amounts) {
    double[] out = new double[amounts.length];
    for (int t = 0; t < out.length; t++) {
      out[t] = image.money(amounts[t]).doubleValue();
    }
    return out;
  }
}
