package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import java.time.Duration;
import java.util.List;

/**
 * Buying against selling within a window of time, by classified trades.
 *
 * <p>Outputs, in order: units bought and units sold in {@code (now - window, now]}; {@code (bought
 * - sold) / (bought + sold)}, within [-1, 1]; the same of the numbers of trades. Trades that are
 * neither count for nothing. {@code NaN} before the first trade, ratios also while no classified
 * trade lies in the window.
 *
 * @param window the length of the window, positive
 * @param signs how trades are signed
 */
public record TradeImbalance(Duration window, TradeClassification signs)
    implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the window is not positive
   */
  public TradeImbalance {
    Check.positive("window", window);
  }

  /** Creates a recipe that takes the aggressor as told, else Lee and Ready's rule. */
  public TradeImbalance(Duration window) {
    this(window, TradeClassification.TOLD);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Check.text(window);
    String rule = Check.text(signs);
    return List.of(
        Check.name("trade-imbalance", text, rule + "-bought"),
        Check.name("trade-imbalance", text, rule + "-sold"),
        Check.name("trade-imbalance", text, rule + "-volume"),
        Check.name("trade-imbalance", text, rule + "-count"));
  }

  @Override
  public String warmup() {
    return "a trade";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(new TradeSigner(signs), new TimedSums(window.toNanos(), 4));
  }

  private static final class State implements OrderFlowKernel {
    private final TradeSigner signer;
    private final TimedSums sums;
    private boolean started;

    State(TradeSigner signer, TimedSums sums) {
      this.signer = signer;
      this.sums = sums;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      started = true;
      int sign = signer.sign(price, aggressor);
      sums.add(knownAt);
      sums.put(0, sign > 0 ? size : 0);
      sums.put(1, sign < 0 ? size : 0);
      sums.put(2, sign > 0 ? 1 : 0);
      sums.put(3, sign < 0 ? 1 : 0);
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      sums.expire(knownAt);
      signer.quote(bid, ask);
    }

    @Override
    public void advance(long knownAt) {
      sums.expire(knownAt);
    }

    @Override
    public double value(int output) {
      if (!started) {
        return Double.NaN;
      }
      if (output < 2) {
        return sums.sum(output);
      }
      double plus = sums.sum(output == 2 ? 0 : 2);
      double minus = sums.sum(output == 2 ? 1 : 3);
      return plus + minus > 0 ? (plus - minus) / (plus + minus) : Double.NaN;
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(signer.copy(), sums.copy());
      copy.started = started;
      return copy;
    }
  }
}
