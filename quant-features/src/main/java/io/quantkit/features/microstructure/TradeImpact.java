package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Price impact of the last trades: the slope of price responses on signed order flow, from trade to
 * trade, with an intercept.
 *
 * <p>Outputs, in order: the slope, lambda, see {@link ImpactModel}; its t-statistic with classical
 * standard errors; the coefficient of determination, within [0, 1]. The response of a trade is the
 * change from the price of the trade before to its own. {@code NaN} before {@code trades + 1}
 * trades and where flow does not vary.
 *
 * @param model what is regressed on what
 * @param trades the window, at least 3
 * @param signs how trades are signed
 */
public record TradeImpact(ImpactModel model, int trades, TradeClassification signs)
    implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if trades is below 3
   */
  public TradeImpact {
    Check.atLeast("trades", trades, 3);
  }

  /** Creates a recipe that takes the aggressor as told, else Lee and Ready's rule. */
  public TradeImpact(ImpactModel model, int trades) {
    this(model, trades, TradeClassification.TOLD);
  }

  @Override
  public List<FeatureName> outputs() {
    String what = "trade-" + Check.text(model);
    String text = Integer.toString(trades);
    String rule = Check.text(signs);
    return List.of(
        Check.name(what, text, rule),
        Check.name(what, text, rule + "-t"),
        Check.name(what, text, rule + "-r2"));
  }

  @Override
  public String warmup() {
    return (trades + 1) + " trades";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(model, new TradeSigner(signs), new ImpactRegression(trades));
  }

  private static final class State implements OrderFlowKernel {
    private final ImpactModel model;
    private final TradeSigner signer;
    private final ImpactRegression regression;
    private double last = Double.NaN;

    State(ImpactModel model, TradeSigner signer, ImpactRegression regression) {
      this.model = model;
      this.signer = signer;
      this.regression = regression;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      int sign = signer.sign(price, aggressor);
      if (!Double.isNaN(last)) {
        regression.add(model.flow(sign * size, price), model.response(price, last));
      }
      last = price;
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      signer.quote(bid, ask);
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      return regression.value(output);
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(model, signer.copy(), regression.copy());
      copy.last = last;
      return copy;
    }
  }
}
