package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
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
    return CrossSection.names("xsec_zscore_of_", of);
  }

  @Override
  public int warmup() {
    return of.warmup();
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new CrossSection(of, universe, symbols, CrossSectionalZScore::standardize);
  }

  /** Works about the first score, so that equal scores have no deviation at all. */
  private static void standardize(double[] scores) {
    double base = Double.NaN;
    int n = 0;
    double sum = 0;
    for (double score : scores) {
      if (!Double.isNaN(score)) {
        base = n == 0 ? score : base;
        sum += score - base;
        n++;
      }
    }
    double mean = sum / n;
    double squares = 0;
    for (double score : scores) {
      double d = score - base - mean;
      squares += Double.isNaN(d) ? 0 : d * d;
    }
    double deviation = Math.sqrt(squares / (n - 1));
    for (int s = 0; s < scores.length; s++) {
      scores[s] = deviation > 0 ? (scores[s] - base - mean) / deviation : Double.NaN;
    }
  }
}
