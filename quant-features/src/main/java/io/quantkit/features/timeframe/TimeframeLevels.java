package io.quantkit.features.timeframe;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.ArrayList;
import java.util.List;

/**
 * The nearest support and resistance among the extremes of several timeframes: the highest highs
 * and lowest lows of the last {@code period} bars, this one included, and of the last {@code
 * period} finished bars of each higher timeframe.
 *
 * <p>Outputs, in order: support, the highest of these levels that is not above the close;
 * resistance, the lowest that is not below it, both in the unit of the price; and the position of
 * the close between them, 0 on the support and 1 on the resistance, {@code NaN} if they are equal.
 * Warm-up as {@link HigherTimeframe} has it; a bar without high, low or close is {@code NaN} and
 * starts again. Source: levels as in R. Donchian's channels, 1960.
 *
 * @param timeframes the higher timeframes, of one base
 * @param period how many bars of each timeframe are looked at, at least 1
 */
public record TimeframeLevels(List<HigherBars> timeframes, int period) implements Feature {

  /** The position of the support among the outputs: 0. */
  public static final int SUPPORT = 0;

  /** The position of the resistance among the outputs: 1. */
  public static final int RESISTANCE = 1;

  /** The position of the close between them among the outputs: 2. */
  public static final int POSITION = 2;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if there is no timeframe, two are the same or have different
   *     bases, or the period is below 1
   */
  public TimeframeLevels {
    timeframes = Timeframes.check(timeframes);
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = "levels_of_" + Timeframes.label(timeframes);
    return List.of(
        FeatureName.of("tech", indicator, period, "support"),
        FeatureName.of("tech", indicator, period, "resistance"),
        FeatureName.of("tech", indicator, period, "position"));
  }

  private List<Feature> channels() {
    List<Feature> all = new ArrayList<>();
    all.add(new Channel(period));
    for (HigherBars bars : timeframes) {
      all.add(HigherTimeframe.finished(new Channel(period), bars));
    }
    return all;
  }

  @Override
  public int warmup(int output) {
    return Timeframes.warmup(channels());
  }

  @Override
  public int settle(double eps) {
    return Timeframes.settle(channels(), eps);
  }

  @Override
  public FeatureKernel start() {
    return new State(this, Timeframes.start(channels()));
  }

  private static final class State implements FeatureKernel {
    private final TimeframeLevels recipe;
    private FeatureKernel[] kernels;
    private double price = Double.NaN;
    private double support = Double.NaN;
    private double resistance = Double.NaN;

    State(TimeframeLevels recipe, FeatureKernel[] kernels) {
      this.recipe = recipe;
      this.kernels = kernels;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        kernels = Timeframes.start(recipe.channels());
        price = Double.NaN;
        support = Double.NaN;
        resistance = Double.NaN;
        return;
      }
      price = close;
      support = Double.NEGATIVE_INFINITY;
      resistance = Double.POSITIVE_INFINITY;
      double known = 0;
      for (FeatureKernel kernel : kernels) {
        kernel.update(knownAt, open, high, low, close, volume);
        double highest = kernel.value(Channel.HIGHEST);
        double lowest = kernel.value(Channel.LOWEST);
        known += highest + lowest;
        level(highest);
        level(lowest);
      }
      if (Double.isNaN(known)) {
        support = Double.NaN;
        resistance = Double.NaN;
      }
    }

    private void level(double level) {
      support = level <= price ? Math.max(support, level) : support;
      resistance = level >= price ? Math.min(resistance, level) : resistance;
    }

    @Override
    public double value(int output) {
      return switch (output) {
        case SUPPORT -> support;
        case RESISTANCE -> resistance;
        default -> resistance == support ? Double.NaN : (price - support) / (resistance - support);
      };
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(recipe, Timeframes.copy(kernels));
      copy.price = price;
      copy.support = support;
      copy.resistance = resistance;
      return copy;
    }
  }
}
