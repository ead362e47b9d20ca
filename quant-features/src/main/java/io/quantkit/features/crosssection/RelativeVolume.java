package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Quantiles;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.WindowMean;
import java.util.Arrays;
import java.util.List;

/**
 * A symbol's volume relative to its own mean over the {@code period} bars before, {@code volume[t]
 * / mean(volume[t-n..t-1])}, and that relative to the universe's: divided by its median over the
 * symbols that may be traded.
 *
 * <p>Pure numbers, at least 0; 1 is usual. Warm-up {@code period}. Bars are the symbol's own. A
 * volume that is missing gives {@code NaN} and the symbol starts again; {@code NaN} too where what
 * is divided by is 0.
 *
 * @param period the window, in bars, at least 1
 */
public record RelativeVolume(int period) implements Factor {

  /**
   * Creates a relative volume.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public RelativeVolume {
    RelativeStrength.check(period);
  }

  @Override
  public List<String> names() {
    return List.of(
        FeatureName.of("cross", "relative-volume", period, "raw").toString(),
        FeatureName.of("cross", "relative-volume", period, "universe").toString());
  }

  @Override
  public int warmup() {
    return period;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new Volumes(period, new Members(universe, symbols), symbols.size());
  }

  private static final class Volumes implements Kernel {
    private final Members members;
    private final WindowMean[] means;
    private final double[] known;

    Volumes(int period, Members members, int symbols) {
      this.members = members;
      this.means = new WindowMean[symbols];
      Arrays.setAll(means, s -> new WindowMean(period));
      this.known = new double[symbols];
    }

    @Override
    public void update(BarSlice bars, double[][] out) {
      int n = 0;
      for (int s = 0; s < means.length; s++) {
        double relative = bars.has(s) ? relative(means[s], bars.volume(s)) : Double.NaN;
        out[0][s] = relative;
        known[n] = relative;
        n += !Double.isNaN(relative) && members.has(bars, s) ? 1 : 0;
      }
      double median = n == 0 ? Double.NaN : Quantiles.linearInPlace(known, 0, n, 0.5);
      for (int s = 0; s < means.length; s++) {
        out[1][s] = median > 0 ? out[0][s] / median : Double.NaN;
      }
    }

    private static double relative(WindowMean mean, double volume) {
      if (!Double.isFinite(volume)) {
        mean.clear();
        return Double.NaN;
      }
      double usual = mean.mean();
      mean.add(volume);
      return usual > 0 ? volume / usual : Double.NaN;
    }
  }
}
