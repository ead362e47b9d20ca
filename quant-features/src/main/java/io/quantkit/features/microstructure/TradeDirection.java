package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Who made the last trade, as far as a rule can tell: +1 a buyer, -1 a seller, 0 neither.
 *
 * <p>{@code NaN} before the first trade.
 *
 * @param signs how trades are signed
 */
public record TradeDirection(TradeClassification signs) implements OrderFlowFeature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(Check.name("trade-direction", "1", Check.text(signs)));
  }

  @Override
  public String warmup() {
    return "a trade";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(new TradeSigner(signs));
  }

  private static final class State implements OrderFlowKernel {
    private final TradeSigner signer;
    private double sign = Double.NaN;

    State(TradeSigner signer) {
      this.signer = signer;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      sign = signer.sign(price, aggressor);
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
      return sign;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(signer.copy());
      copy.sign = sign;
      return copy;
    }
  }
}
