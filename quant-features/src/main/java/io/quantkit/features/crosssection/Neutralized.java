package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.matrix.RowMatrix;
import io.quantkit.features.matrix.RowOperator;
import io.quantkit.features.matrix.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a regression across the symbols leaves of a factor's scores once other factors' scores, and
 * the sectors, have explained what they can: {@code y - X b} with {@code b} by least squares.
 *
 * <p>In the unit of the score. The regression has an intercept, or one per sector. It takes the
 * symbols that have a bar and a finite score in {@code of} and in all {@code exposures} and may be
 * traded at that moment; {@code NaN} for all others, and for all if there are not more symbols than
 * regressors. An exposure that the others explain adds nothing. The names are {@code
 * xsec_residual_on_}, the names of the exposures, {@code _of_} and the name of the score.
 *
 * @param of what is explained, output by output
 * @param exposures what explains; every output of each is a regressor
 * @param sectors whether each sector has an intercept of its own
 */
public record Neutralized(Factor of, List<Factor> exposures, boolean sectors) implements Factor {

  /**
   * Creates a residual.
   *
   * @throws IllegalArgumentException if nothing is to explain
   */
  public Neutralized {
    exposures = List.copyOf(exposures);
    if (exposures.isEmpty() && !sectors) {
      throw new IllegalArgumentException("exposures must not be empty without sectors, were []");
    }
  }

  @Override
  public List<String> names() {
    List<String> regressors = new ArrayList<>();
    if (sectors) {
      regressors.add("sector");
    }
    exposures.forEach(exposure -> regressors.addAll(exposure.names()));
    return CrossSection.names("residual_on_" + String.join("_and_", regressors), of);
  }

  @Override
  public int warmup() {
    return exposures.stream().mapToInt(Factor::warmup).reduce(of.warmup(), Math::max);
  }

  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    return new Regression(this, universe, symbols);
  }

  private static final class Regression implements Kernel {
    private final boolean sectors;
    private final Members members;
    private final Kernel of;
    private final Joined exposures;
    private final RowOperator.Kernel residual;
    private final double[] row;
    private final int[] groups;
    private final RowMatrix matrix;

    Regression(Neutralized recipe, Universe universe, Symbols symbols) {
      this.sectors = recipe.sectors;
      this.members = new Members(universe, symbols);
      this.of = recipe.of.start(universe, symbols);
      this.exposures = new Joined(recipe.exposures, universe, symbols);
      this.residual = Rows.residual().start(symbols.size());
      this.row = new double[symbols.size()];
      this.groups = new int[symbols.size()];
      this.matrix =
          RowMatrix.of(row, symbols.size()).withGroups(groups).withExposures(exposures.scores());
    }

    @Override
    public void update(BarSlice bars, double[][] out) {
      of.update(bars, out);
      exposures.update(bars);
      members.mask(bars, out);
      if (sectors) {
        members.sectors(bars, groups);
      }
      for (double[] scores : out) {
        System.arraycopy(scores, 0, row, 0, row.length);
        residual.apply(matrix, 0, scores);
      }
    }
  }

  /** The outputs of several factors, one after the other. */
  static final class Joined {
    private final Kernel[] kernels;
    private final double[][] scores;
    private final double[][][] parts;

    Joined(List<Factor> factors, Universe universe, Symbols symbols) {
      int outputs = factors.stream().mapToInt(factor -> factor.names().size()).sum();
      this.kernels = new Kernel[factors.size()];
      this.scores = new double[outputs][symbols.size()];
      this.parts = new double[factors.size()][][];
      int from = 0;
      for (int f = 0; f < kernels.length; f++) {
        int to = from + factors.get(f).names().size();
        kernels[f] = factors.get(f).start(universe, symbols);
        parts[f] = Arrays.copyOfRange(scores, from, to);
        from = to;
      }
    }

    double[][] scores() {
      return scores;
    }

    void update(BarSlice bars) {
      for (int f = 0; f < kernels.length; f++) {
        kernels[f].update(bars, parts[f]);
      }
    }
  }
}
