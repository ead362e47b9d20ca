package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Realised moments of the last returns, as of bars within a day or of trades.
 *
 * <p>With the logarithmic returns {@code r} of the last {@code n} steps, outputs, in order:
 * realised variance {@code sum(r^2)}; realised volatility, its root; bipower variation {@code pi /
 * 2 n / (n - 1) sum(|r[i]| |r[i-1]|)} over the {@code n - 1} pairs within the window, which jumps
 * hardly touch; realised skewness {@code sqrt(n) sum(r^3) / sum(r^2)^1.5}; realised kurtosis {@code
 * n sum(r^4) / sum(r^2)^2}, 3 for normal returns, both {@code NaN} without movement. Of the window
 * as a whole, not annualised. Warm-up {@code n}. Inputs must be positive.
 *
 * <p>T. Andersen, T. Bollerslev, F. Diebold and P. Labys, "Modeling and forecasting realized
 * volatility", Econometrica 71, 2003; O. Barndorff-Nielsen and N. Shephard, "Power and bipower
 * variation with stochastic volatility and jumps", Journal of Financial Econometrics 2, 2004; D.
 * Amaya, P. Christoffersen, K. Jacobs and A. Vasquez, "Does realized skewness predict the
 * cross-section of equity returns?", Journal of Financial Economics 118, 2015.
 *
 * @param period {@code n}, in returns, at least 2
 * @param input the prices
 */
public record RealizedVolatility(int period, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public RealizedVolatility {
    Check.atLeast("period", period, 2);
  }

  /** Creates a recipe for closes. */
  public RealizedVolatility(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("micro", "realized", period, input.aggregation("variance")),
        FeatureName.of("micro", "realized", period, input.aggregation("volatility")),
        FeatureName.of("micro", "realized", period, input.aggregation("bipower")),
        FeatureName.of("micro", "realized", period, input.aggregation("skewness")),
        FeatureName.of("micro", "realized", period, input.aggregation("kurtosis")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(period);
  }

  private static final class State implements IndicatorKernel {
    private final int period;
    private final WindowMean squares;
    private final WindowMean cubes;
    private final WindowMean fourths;
    private final WindowMean products;
    private double last = Double.NaN;
    private double lastReturn = Double.NaN;

    State(int period) {
      this.period = period;
      squares = new WindowMean(period);
      cubes = new WindowMean(period);
      fourths = new WindowMean(period);
      products = new WindowMean(period - 1);
    }

    private State(State other) {
      period = other.period;
      squares = other.squares.copy();
      cubes = other.cubes.copy();
      fourths = other.fourths.copy();
      products = other.products.copy();
      last = other.last;
      lastReturn = other.lastReturn;
    }

    @Override
    public double update(double x) {
      if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
        squares.clear();
        cubes.clear();
        fourths.clear();
        products.clear();
        last = Double.NaN;
        lastReturn = Double.NaN;
        return Double.NaN;
      }
      if (!Double.isNaN(last)) {
        double r = Check.logRatio(x, last);
        double square = r * r;
        squares.add(square);
        cubes.add(square * r);
        fourths.add(square * square);
        if (!Double.isNaN(lastReturn)) {
          products.add(Math.abs(r) * Math.abs(lastReturn));
        }
        lastReturn = r;
      }
      last = x;
      return value(0);
    }

    @Override
    public double value(int output) {
      double square = Math.max(0, squares.mean());
      return switch (output) {
        case 0 -> period * square;
        case 1 -> Math.sqrt(period * square);
        case 2 -> Math.PI / 2 * period * Math.max(0, products.mean());
        case 3 -> square > 0 ? cubes.mean() / (square * Math.sqrt(square)) : Double.NaN;
        default -> square > 0 ? fourths.mean() / (square * square) : Double.NaN;
      };
    }

    @Override
    public IndicatorKernel copy() {
      return new State(this);
    }
  }
}
