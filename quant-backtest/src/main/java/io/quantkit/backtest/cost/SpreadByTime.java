package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another model's costs with its spread multiplied by a factor that depends on the time of day. A
 * session, from its open to its close, is divided evenly among the factors.
 *
 * @param base the model whose spread is multiplied
 * @param calendar whose sessions count
 * @param factors one for each part of a session in their order, at least 0
 * @param outside the factor outside of sessions, at least 0
 */
public record SpreadByTime(
    CostModel base, TradingCalendar calendar, List<Double> factors, double outside)
    implements CostModel {

  /**
   * Thirteen factors, one for each half-hour of New York's session, that are largest at the open,
   * fall towards noon and rise a little into the close. The shape is the reverse J that T. McInish
   * and R. Wood found ("An analysis of intraday patterns in bid/ask spreads for NYSE stocks",
   * Journal of Finance 47, 1992); the numbers are an assumption, and their mean is 1.
   */
  public static final List<Double> REVERSE_J =
      List.of(1.8, 1.2, 1.05, 1.0, 0.95, 0.9, 0.85, 0.85, 0.85, 0.85, 0.85, 0.9, 0.95);

  public SpreadByTime {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(calendar, "calendar");
    factors = List.copyOf(factors);
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one factor");
    }
    for (double factor : factors) {
      Check.atLeastZero("factor", factor);
    }
    Check.atLeastZero("outside", outside);
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(this, base.start(symbols, universe));
  }

  private static final class Run implements Costs {
    private final SpreadByTime model;
    private final Costs base;
    private final double[] factors;
    private @Nullable Session session;

    Run(SpreadByTime model, Costs base) {
      this.model = model;
      this.base = base;
      this.factors = model.factors.stream().mapToDouble(factor -> factor).toArray();
    }

    private double factor(long time) {
      Session now = session;
      if (now == null || time > now.close()) {
        // An execution at the close belongs to the session that closes.
        now = model.calendar.sessionAtOrAfter(time - 1);
        session = now;
      }
      if (time < now.open()) {
        return model.outside;
      }
      double part = (double) (time - now.open()) / (now.close() - now.open());
      return factors[(int) Math.min(factors.length - 1, part * factors.length)];
    }

    @Override
    public double halfSpread(int symbol, long time, double reference) {
      return Check.bounded(base.halfSpread(symbol, time, reference) * factor(time));
    }

    @Override
    public void onBars(BarSlice bars) {
      base.onBars(bars);
    }

    @Override
    public void onAction(CorporateAction action) {
      base.onAction(action);
    }

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      return base.slippage(symbol, side, quantity, reference, volume, time);
    }

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      return base.fees(symbol, side, quantity, price, taking, time);
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
      return base.fees(order, symbol, side, quantity, price, taking, time);
    }

    @Override
    public void onFill(
        int symbol, Side side, double quantity, double price, double volume, long time) {
      base.onFill(symbol, side, quantity, price, volume, time);
    }
  }
}
