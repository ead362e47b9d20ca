package io.quantkit.backtest;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matches fills into round trips, first in, first out. */
final class TradeMatcher {
  private final Map<Symbol, ArrayDeque<Lot>> lots = new LinkedHashMap<>();
  private final List<Trade> trades = new ArrayList<>();

  void add(Fill fill) {
    ArrayDeque<Lot> open = lots.computeIfAbsent(fill.symbol(), symbol -> new ArrayDeque<>());
    Decimal remaining = fill.quantity();
    double feePerUnit = fill.fee().doubleValue() / fill.quantity().doubleValue();
    while (remaining.isPositive()
        && !open.isEmpty()
        && open.peekFirst().fill.side() != fill.side()) {
      Lot lot = open.peekFirst();
      Decimal matched = remaining.min(lot.remaining);
      double units = matched.doubleValue();
      trades.add(
          new Trade(
              fill.symbol(),
              lot.fill.side(),
              units,
              lot.fill.time(),
              fill.time(),
              lot.fill.price().doubleValue(),
              fill.price().doubleValue(),
              units * (feePerUnit + lot.feePerUnit)));
      remaining = remaining.minus(matched);
      lot.remaining = lot.remaining.minus(matched);
      if (lot.remaining.isZero()) {
        open.removeFirst();
      }
    }
    if (remaining.isPositive()) {
      open.addLast(new Lot(fill, remaining, feePerUnit));
    }
  }

  List<Trade> trades() {
    return List.copyOf(trades);
  }

  private static final class Lot {
    private final Fill fill;
    private final double feePerUnit;
    private Decimal remaining;

    Lot(Fill fill, Decimal remaining, double feePerUnit) {
      this.fill = fill;
      this.remaining = remaining;
      this.feePerUnit = feePerUnit;
    }
  }
}
