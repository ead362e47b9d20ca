package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.Feature;
import io.quantkit.features.matrix.RowOperator;
import java.util.List;

/**
 * The scores of a factor after an operator has compared them, among the symbols that have a bar and
 * a finite score and may be traded at that moment; {@code NaN} for all others.
 *
 * <p>Every operator of {@link io.quantkit.features.matrix.Rows} that needs neither weights nor
 * exposures fits: ranks, scores, distances from the median, outlier scores, limits, quantiles. The
 * names are {@code xsec_}, the operator's name, {@code _of_} and the name of the score; within
 * sectors {@code xsec_sector-}.
 *
 * @param of what is compared, output by output
 * @param operator how
 * @param within who is compared with whom
 */
public record CrossSectional(Factor of, RowOperator operator, Within within) implements Factor {

  /** Who is compared with whom. */
  public enum Within {
    /** All with all. */
    UNIVERSE,
    /** The symbols of a sector with each other; neutral by sector. */
    SECTOR
  }

  /** Returns a feature's values compared across the universe. */
  public static CrossSectional of(Feature feature, RowOperator operator) {
    return of(FeatureFactor.of(feature), operator);
  }

  /** Returns a factor's scores compared across the universe. */
  public static CrossSectional of(Factor factor, RowOperator operator) {
    return new CrossSectional(factor, operator, Within.UNIVERSE);
  }

  /** Returns these scores compared within sectors. */
  public CrossSectional withinSectors() {
    return new CrossSectional(of, operator, Within.SECTOR);
  }

  @Override
  public List<String> names() {
    return CrossSection.names(
        within == Within.SECTOR ? "sector-" + operator.name() : operator.name(), of);
  }

  @Override
  public int warmup() {
    return of.warmup();
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new CrossSection(of, operator, within == Within.SECTOR, universe, symbols);
  }
}
