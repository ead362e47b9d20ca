package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RunningTotal;
import java.util.Arrays;
import java.util.List;

/**
 * Marc Chaikin's oscillator: a fast less a slow exponential average of the {@link
 * AccumulationDistribution} line; TA-Lib's ADOSC.
 *
 * <p>In units of volume. Warm-up {@code slow - 1}. In TA-Lib both averages begin with the first
 * value of the line, {@link Seed#FIRST}; in talipp with means, {@link Seed#MEAN}. Where the line
 * begins makes no difference in the long run.
 *
 * @param fast the span of the fast average, in bars, at least 1
 * @param slow the span of the slow average, greater than {@code fast}
 * @param seed where the averages begin
 */
public record ChaikinOscillator(int fast, int slow, Seed seed) implements Feature {

  /**
   * Creates an oscillator.
   *
   * @throws IllegalArgumentException if {@code fast} is below 1 or not below {@code slow}
   */
  public ChaikinOscillator {
    Parameters.increasing("fast", fast, "slow", slow);
  }

  /** Creates an oscillator as TA-Lib has it. */
  public ChaikinOscillator(int fast, int slow) {
    this(fast, slow, Seed.FIRST);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.FIRST ? "adosc" : "adosc-mean";
    return List.of(FeatureName.of("tech", indicator, fast + "x" + slow, "raw"));
  }

  @Override
  public int warmup(int output) {
    return slow - 1;
  }

  @Override
  public int settle(double eps) {
    // The level of the line, which fades, may be far above the difference of the averages.
    return slow + 2 * ExponentialMean.memory(2 / (slow + 1.0), eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.PRICES | GapKernel.VOLUME,
        1,
        new Step(new RunningTotal(), new TwoMeans(fast, slow, seed)));
  }

  private static final class Step implements BarStep {
    private final RunningTotal total;
    private final TwoMeans means;
    private double[][] scratch = {};

    Step(RunningTotal total, TwoMeans means) {
      this.total = total;
      this.means = means;
    }

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      if (means.add(total.add(MoneyFlow.of(high, low, close, volume)))) {
        out[0] = means.fast() - means.slow();
      }
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[3][BarBlock.SIZE];
      }
      int count = bars.count();
      double[] line = scratch[0];
      double[] fast = scratch[1];
      double[] slow = scratch[2];
      MoneyFlow.of(bars, fast);
      if (!total.add(fast, count, line, 0)) {
        BarStep.super.steps(bars, values, out, outFrom);
        return;
      }
      int early = means.add(line, count, fast, slow);
      for (int i = 0; i < count; i++) {
        fast[i] -= slow[i];
      }
      Arrays.fill(fast, 0, early, Double.NaN);
      System.arraycopy(fast, 0, out[0], outFrom, count);
      values[0] = fast[count - 1];
    }

    @Override
    public void clear() {
      total.clear();
      means.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(total.copy(), means.copy());
    }
  }
}
