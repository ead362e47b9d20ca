package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMaximum;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Peter Martin's ulcer index: the root of the mean squared fall, in hundredths, from the highest
 * number of the window: {@code sqrt(sum(d^2) / n)} with {@code d = 100 (x[t] / max(x, n) - 1)}.
 *
 * <p>Within [0, 100] for positive numbers. The highest number is looked for in the {@code period}
 * observations before each fall, as in the charts of TradingView and pandas-ta, so the warm-up is
 * {@code 2 (period - 1)}. Martin measures one period as a whole, with falls from the highest number
 * since its first; ta4j and trading-signals do that for each window: warm-up {@code period - 1},
 * smaller numbers. Does not drift. {@code NaN} where the maximum is not positive; a later one
 * starts again. Source: P. Martin and B. McCann, The Investor's Guide to Fidelity Funds, 1989.
 *
 * @param period both windows, in observations, at least 1
 * @param input whose falls are measured
 */
public record UlcerIndex(int period, Input input) implements Indicator {

  /**
   * Creates an index.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public UlcerIndex {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an index of closes. */
  public UlcerIndex(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "ulcer", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 2 * (period - 1);
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(1, new Step(new SlidingMaximum(period), new WindowMean(period)));
  }

  private record Step(SlidingMaximum highest, WindowMean squares) implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      if (highest.add(x)) {
        double fall = 100 * (x / highest.maximum() - 1);
        if (highest.maximum() > 0) {
          squares.add(fall * fall);
        } else {
          squares.clear();
        }
      }
      out[0] = Math.sqrt(Math.max(0, squares.mean()));
    }

    @Override
    public void clear() {
      highest.clear();
      squares.clear();
    }

    @Override
    public NumberStep copy() {
      return new Step(highest.copy(), squares.copy());
    }
  }
}
