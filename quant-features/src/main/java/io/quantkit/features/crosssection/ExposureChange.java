package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import java.util.List;

/**
 * How much each symbol's scores have changed over its last {@code bars} bars: {@code x[t] -
 * x[t-bars]}. Applied to betas or loadings it tells how exposures drift.
 *
 * <p>In the unit of the score. Warm-up that of the score and {@code bars} more. Bars are the
 * symbol's own: a row in which it has none does not count and has {@code NaN}; so has a bar if
 * either score is missing. The names are {@code xsec_change-}, the bars, {@code _of_} and the name
 * of the score.
 *
 * @param of whose scores, output by output
 * @param bars how far back, at least 1
 */
public record ExposureChange(Factor of, int bars) implements Factor {

  /**
   * Creates a change.
   *
   * @throws IllegalArgumentException if bars are below 1
   */
  public ExposureChange {
    if (bars < 1) {
      throw new IllegalArgumentException("bars must be at least 1, were " + bars);
    }
  }

  @Override
  public List<String> names() {
    return CrossSection.names("change-" + bars, of);
  }

  @Override
  public int warmup() {
    return of.warmup() + bars;
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    Kernel kernel = of.start(universe, symbols);
    double[][][] past = new double[of.names().size()][symbols.size()][bars];
    int[] seen = new int[symbols.size()];
    return (slice, out) -> {
      kernel.update(slice, out);
      for (int s = 0; s < seen.length; s++) {
        boolean present = slice.has(s);
        int at = seen[s] % bars;
        for (int o = 0; o < out.length; o++) {
          double now = out[o][s];
          boolean known = present && seen[s] >= bars;
          out[o][s] = known ? now - past[o][s][at] : Double.NaN;
          if (present) {
            past[o][s][at] = now;
          }
        }
        if (present) {
          seen[s] = seen[s] + 1 == 2 * bars ? bars : seen[s] + 1;
        }
      }
    };
  }
}
