package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * The effective spread of trades: twice what a trade paid beyond the middle, {@code 2 q (p - m)}
 * with the sign {@code q} of the trade and the middle {@code m} of the quote known before it.
 *
 * <p>Outputs, in order: that of the last trade, in price; by the middle; the means of both over the
 * last {@code trades}. A trade of unknown sign or without a quote of both sides is left out. See
 * {@link SpreadDecomposition} for what becomes of it. Warm-up: one such trade, for means {@code
 * trades}. R. Huang and H. Stoll, "Dealer versus auction markets", Journal of Financial Economics
 * 41, 1996.
 *
 * @param trades the window of the means, at least 1
 * @param signs how trades are signed
 */
public record EffectiveSpread(int trades, TradeClassification signs) implements OrderFlowFeature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if trades is below 1
   */
  public EffectiveSpread {
    Check.atLeast("trades", trades, 1);
  }

  /** Creates a recipe that takes the aggressor as told, else Lee and Ready's rule. */
  public EffectiveSpread(int trades) {
    this(trades, TradeClassification.TOLD);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Integer.toString(trades);
    String rule = Check.text(signs);
    return List.of(
        Check.name("effective-spread", text, rule),
        Check.name("effective-spread", text, rule + "-relative"),
        Check.name("effective-spread", text, rule + "-mean"),
        Check.name("effective-spread", text, rule + "-mean-relative"));
  }

  @Override
  public String warmup() {
    return "a signed trade after a quote of both sides; for the means " + trades + " of them";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(new TradeSigner(signs), new WindowMean(trades), new WindowMean(trades));
  }

  private static final class State implements OrderFlowKernel {
    private final TradeSigner signer;
    private final WindowMean mean;
    private final WindowMean meanRelative;
    private double last = Double.NaN;
    private double relative = Double.NaN;

    State(TradeSigner signer, WindowMean mean, WindowMean meanRelative) {
      this.signer = signer;
      this.mean = mean;
      this.meanRelative = meanRelative;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      int sign = signer.sign(price, aggressor);
      double mid = signer.mid();
      if (sign != 0 && !Double.isNaN(mid)) {
        last = 2 * sign * (price - mid);
        relative = last / mid;
        mean.add(last);
        meanRelative.add(relative);
      }
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
      return switch (output) {
        case 0 -> last;
        case 1 -> relative;
        case 2 -> mean.mean();
        default -> meanRelative.mean();
      };
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State(signer.copy(), mean.copy(), meanRelative.copy());
      copy.last = last;
      copy.relative = relative;
      return copy;
    }
  }
}
