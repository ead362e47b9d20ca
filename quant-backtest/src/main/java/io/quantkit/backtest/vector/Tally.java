package io.quantkit.backtest.vector;

/** Sums up the rows of a run, in their order. */
final class Tally {
  private final PriceImage image;
  private double spread;
  private double slippage;
  private long fees;
  private long traded;
  private long equity;
  private long cash;
  private long peak = Long.MIN_VALUE;
  private double drawdown;

  Tally(PriceImage image) {
    this.image = image;
  }

  /** Adds the first of some rows. */
  void add(AccountRows rows, int count) {
    for (int i = 0; i < count; i++) {
      spread += rows.spread[i];
      slippage += rows.slippage[i];
      fees = Math.addExact(fees, rows.fees[i]);
      traded = Math.addExact(traded, rows.traded[i]);
      equity = rows.equity[i];
      if (equity >= peak) {
        peak = equity;
      } else if (peak > 0) {
        drawdown = Math.max(drawdown, 1 - (double) equity / peak);
      }
    }
    cash = rows.cash[count - 1];
  }

  VectorSummary summary(Counts counts) {
    return new VectorSummary(
        image.money(equity),
        image.money(cash),
        image.money(fees),
        image.money(traded),
        spread,
        slippage,
        drawdown,
        counts.orders,
        counts.refused,
        counts.filled,
        counts.closed);
  }
}
