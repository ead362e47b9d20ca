package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * The middle of the quote and the middle weighted by the other side's size.
 *
 * <p>Outputs, in order: {@code (bid + ask) / 2}; {@code (bid askSize + ask bidSize) / (bidSize +
 * askSize)}, which leans to the side with less in its way; the second less the first by the spread,
 * within [-1/2, 1/2]. {@code NaN} unless both sides are quoted; the latter two also without sizes,
 * the last one in a locked market. For a price that is a martingale see {@link MicroPrice}.
 */
public record WeightedMid() implements OrderFlowFeature {

  /** The position of the middle among the outputs: 0. */
  public static final int MID = 0;

  /** The position of the weighted middle among the outputs: 1. */
  public static final int WEIGHTED = 1;

  /** The position of the tilt among the outputs: 2. */
  public static final int TILT = 2;

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("mid", "1", "raw"),
        Check.name("mid", "1", "weighted"),
        Check.name("mid", "1", "tilt"));
  }

  @Override
  public String warmup() {
    return "a quote of both sides";
  }

  @Override
  public OrderFlowKernel start() {
    return new State();
  }

  private static final class State implements OrderFlowKernel {
    private double mid = Double.NaN;
    private double spread = Double.NaN;
    private double tilt = Double.NaN;

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      spread = ask - bid;
      mid = bid + spread / 2;
      double depth = bidSize + askSize;
      tilt = depth > 0 && !Double.isNaN(mid) ? 0.5 * ((bidSize - askSize) / depth) : Double.NaN;
    }

    @Override
    public void advance(long knownAt) {}

    @Override
    public double value(int output) {
      return switch (output) {
        case MID -> mid;
        case WEIGHTED -> mid + tilt * spread;
        default -> spread == 0 ? Double.NaN : tilt;
      };
    }

    @Override
    public OrderFlowKernel copy() {
      State copy = new State();
      copy.mid = mid;
      copy.spread = spread;
      copy.tilt = tilt;
      return copy;
    }
  }
}
