package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.matrix.RankScale;
import io.quantkit.features.matrix.RowOperator;
import io.quantkit.features.matrix.Rows;
import java.util.List;

/**
 * The rank of each symbol's score among those of the symbols that have a bar and a finite score and
 * may be traded at that moment; ties share the average of their ranks.
 *
 * <p>Within [0, 1], larger for larger scores; {@code NaN} for symbols that are not among them. The
 * names are {@code xsec_rank_of_} and the name of the score.
 *
 * @param of what is ranked, output by output
 * @param scale how ranks become numbers
 */
public record CrossSectionalRank(Factor of, Scale scale) implements Factor {

  /** How the ranks 1 to n become numbers. */
  public enum Scale {
    /** {@code (rank - 1) / (n - 1)}: 0 for the smallest, 1 for the largest; one half if alone. */
    UNIT,
    /** {@code rank / n}, as pandas' {@code rank(pct=True)}: 1 for the largest, never 0. */
    PERCENT
  }

  /** Returns the ranks of a feature on the unit scale. */
  public static CrossSectionalRank of(Feature feature) {
    return of(FeatureFactor.of(feature));
  }

  /** Returns the ranks of a factor on the unit scale. */
  public static CrossSectionalRank of(Factor factor) {
    return new CrossSectionalRank(factor, Scale.UNIT);
  }

  @Override
  public List<String> names() {
    return CrossSection.names(operator().name(), of);
  }

  @Override
  public int warmup() {
    return of.warmup();
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new CrossSection(of, operator(), false, universe, symbols);
  }

  private RowOperator operator() {
    return Rows.rank(scale == Scale.UNIT ? RankScale.UNIT : RankScale.PERCENT);
  }
}
