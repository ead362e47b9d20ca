package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.matrix.Rows;
import java.util.List;

/**
 * How many standard deviations each symbol's score is from the mean of the scores of the symbols
 * that have a bar and a finite score and may be traded at that moment.
 *
 * <p>The deviation has {@code ddof = 1}. {@code NaN} for symbols that are not among them, and for
 * all if there is one only or all scores are equal. The names are {@code xsec_zscore_of_} and the
 * name of the score.
 *
 * @param of what is standardized, output by output
 */
public record CrossSectionalZScore(Factor of) implements Factor {

  /** Returns the standardized scores of a feature. */
  public static CrossSectionalZScore of(Feature feature) {
    return new CrossSectionalZScore(FeatureFactor.of(feature));
  }

  @Override
  public List<String> names() {
    return CrossSection.names("zscore", of);
  }

  @Override
  public int warmup() {
    return of.warmup();
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new CrossSection(of, Rows.zscore(1), false, universe, symbols);
  }
}
