package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Stoikov's micro-price of the last quote, by a model that was fitted before.
 *
 * <p>Outputs, in order: the micro-price; that less the middle, in price. {@code NaN} without a
 * quote of both sides and for quotes that the model's sample had none like. Look ahead is the
 * fitter's concern: fit on what was known before the first use.
 *
 * @param model what tells the adjustment
 */
public record MicroPrice(MicroPriceModel model) implements OrderFlowFeature {

  @Override
  public List<FeatureName> outputs() {
    String text = model.buckets() + "x" + model.widest();
    return List.of(
        Check.name("micro-price", text, "raw"), Check.name("micro-price", text, "adjustment"));
  }

  @Override
  public String warmup() {
    return "a quote of both sides";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(model);
  }

  private static final class State implements OrderFlowKernel {
    private final MicroPriceModel model;
    private double price = Double.NaN;
    private double mid = Double.NaN;

    State(MicroPriceModel model) {
      this.model = model;
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      price = model.price(bid, bidSize, ask, askSize);
      mid = bid + (ask - bid) / 2;
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      return output == 0 ? price : price - mid;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(model);
      copy.price = price;
      copy.mid = mid;
      return copy;
    }
  }
}
