package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import java.time.Duration;

/**
 * Market impact of an order book that is equally deep at every price and fills up again, as
 * Obizhaeva and Wang have it.
 *
 * <p>With {@code x} the quantity as a part of a usual day's volume and {@code sigma} the volatility
 * of a day, an execution eats the book up to {@code sigma * impact * x} away, so that it pays half
 * of this on average. The part {@code permanentShare} of the displacement stays; the rest halves
 * within {@code halfLife}, as new orders come in. Orders that follow start from the displacement
 * that is left.
 *
 * <p>A. Obizhaeva and J. Wang, "Optimal trading strategy and supply/demand dynamics", Journal of
 * Financial Markets 16, 2013. Their resilience {@code rho} is {@code ln 2 / halfLife}, their depth
 * {@code q} is {@code volume / (sigma * impact * price)} and their {@code lambda} is {@code
 * permanentShare / q}.
 *
 * @param impact how many daily volatilities a whole day's volume would move the price, at least 0
 * @param permanentShare which part of the move stays, within [0, 1]
 * @param halfLife within which time the book regains half of its depth, positive
 * @param recent what volatility and volume are learnt from
 */
public record ObizhaevaWangImpact(
    double impact, double permanentShare, Duration halfLife, Recent recent) implements CostModel {

  public ObizhaevaWangImpact {
    Check.atLeastZero("impact", impact);
    if (!(permanentShare >= 0 && permanentShare <= 1)) {
      throw new IllegalArgumentException(
          "permanentShare must be within [0, 1], was " + permanentShare);
    }
    if (halfLife.isNegative() || halfLife.isZero()) {
      throw new IllegalArgumentException("halfLife must be positive, was " + halfLife);
    }
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(this, symbols);
  }

  private static final class Run implements Costs {
    private final ObizhaevaWangImpact model;
    private final History history;
    private final Fading displaced;
    private final double[] moved;

    Run(ObizhaevaWangImpact model, Symbols symbols) {
      this.model = model;
      this.history = new History(symbols, model.recent);
      this.displaced = new Fading(symbols.size(), model.halfLife.toNanos());
      this.moved = new double[symbols.size()];
    }

    @Override
    public void onBars(BarSlice bars) {
      history.add(bars);
    }

    @Override
    public void onAction(CorporateAction action) {
      history.forget(action);
    }

    private double eaten(int symbol, double quantity, double volume) {
      double share = history.share(symbol, quantity, volume);
      return history.volatility(symbol) * model.impact * share;
    }

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      double before = side.sign() * (displaced.at(symbol, time) + moved[symbol]);
      return Check.bounded(before + eaten(symbol, quantity, volume) / 2);
    }

    @Override
    public void onFill(
        int symbol, Side side, double quantity, double price, double volume, long time) {
      double move = side.sign() * eaten(symbol, quantity, volume);
      moved[symbol] += move * model.permanentShare;
      displaced.add(symbol, time, move * (1 - model.permanentShare));
    }
  }
}
