package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import java.util.ArrayList;
import java.util.List;

/** Several models at once. */
record SumOfCosts(List<CostModel> parts) implements CostModel {

  SumOfCosts {
    parts = List.copyOf(parts);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    List<Costs> started = new ArrayList<>();
    double halfSpread = 0;
    double slippage = 0;
    for (CostModel part : flat(parts)) {
      Costs costs = part.start(symbols, universe);
      if (costs instanceof FixedCosts fixed) {
        halfSpread += fixed.halfSpread();
        slippage += fixed.slippage();
      } else {
        started.add(costs);
      }
    }
    if (halfSpread > 0 || slippage > 0 || started.isEmpty()) {
      started.add(0, new FixedCosts(Check.bounded(halfSpread), Check.bounded(slippage)));
    }
    return started.size() == 1 ? started.get(0) : new Run(started.toArray(new Costs[0]));
  }

  private static List<CostModel> flat(List<CostModel> parts) {
    List<CostModel> flat = new ArrayList<>();
    for (CostModel part : parts) {
      if (part instanceof SumOfCosts sum) {
        flat.addAll(flat(sum.parts));
      } else {
        flat.add(part);
      }
    }
    return flat;
  }

  private static final class Run implements Costs {
    private final Costs[] parts;

    Run(Costs[] parts) {
      this.parts = parts;
    }

    @Override
    public void onBars(BarSlice bars) {
      for (Costs part : parts) {
        part.onBars(bars);
      }
    }

    @Override
    public void onAction(CorporateAction action) {
      for (Costs part : parts) {
        part.onAction(action);
      }
    }

    @Override
    public double halfSpread(int symbol, long time, double reference) {
      double sum = 0;
      for (Costs part : parts) {
        sum += part.halfSpread(symbol, time, reference);
      }
      return Check.bounded(sum);
    }

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      double sum = 0;
      for (Costs part : parts) {
        sum += part.slippage(symbol, side, quantity, reference, volume, time);
      }
      return Check.bounded(sum);
    }

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      Decimal sum = Decimal.ZERO;
      for (Costs part : parts) {
        sum = sum.plus(part.fees(symbol, side, quantity, price, taking, time));
      }
      return sum;
    }

    @Override
    public Decimal fees(
        ClientOrderId order,
        int symbol,
        Side side,
        Decimal quantity,
        Decimal price,
        boolean taking,
        long time) {
      Decimal sum = Decimal.ZERO;
      for (Costs part : parts) {
        sum = sum.plus(part.fees(order, symbol, side, quantity, price, taking, time));
      }
      return sum;
    }

    @Override
    public void onFill(
        int symbol, Side side, double quantity, double price, double volume, long time) {
      for (Costs part : parts) {
        part.onFill(symbol, side, quantity, price, volume, time);
      }
    }
  }
}
