package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.matrix.RowMatrix;
import io.quantkit.features.matrix.RowOperator;
import java.util.List;

/** Runs a factor and rewrites each output by what its members' scores are among each other. */
final class CrossSection implements Factor.Kernel {
  private final Members members;
  private final Factor.Kernel of;
  private final RowOperator.Kernel operator;
  private final double[] row;
  private final int[] groups;
  private final RowMatrix matrix;
  private final boolean bySector;

  CrossSection(
      Factor of, RowOperator operator, boolean bySector, Universe universe, Symbols symbols) {
    this.members = new Members(universe, symbols);
    this.of = of.start(universe, symbols);
    this.operator = operator.start(symbols.size());
    this.row = new double[symbols.size()];
    this.groups = new int[symbols.size()];
    this.bySector = bySector;
    RowMatrix scores = RowMatrix.of(row, symbols.size());
    this.matrix = bySector ? scores.withGroups(groups) : scores;
  }

  static List<String> names(String operator, Factor of) {
    return of.names().stream().map(name -> "xsec_" + operator + "_of_" + name).toList();
  }

  @Override
  public void update(BarSlice bars, double[][] out) {
    of.update(bars, out);
    members.mask(bars, out);
    if (bySector) {
      members.sectors(bars, groups);
    }
    for (double[] scores : out) {
      System.arraycopy(scores, 0, row, 0, row.length);
      operator.apply(matrix, 0, scores);
    }
  }
}
