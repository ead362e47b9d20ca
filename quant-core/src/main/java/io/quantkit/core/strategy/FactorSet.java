package io.quantkit.core.strategy;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Several factors computed together; their outputs, in order, are the columns of a matrix. */
public final class FactorSet {
  private final List<Factor> factors;
  private final List<String> names;
  private final int warmup;

  private FactorSet(List<Factor> factors) {
    this.factors = factors;
    List<String> all = new ArrayList<>();
    int longest = 0;
    for (Factor factor : factors) {
      all.addAll(factor.names());
      longest = Math.max(longest, factor.warmup());
    }
    if (all.isEmpty() || new HashSet<>(all).size() != all.size()) {
      throw new IllegalArgumentException("factor outputs must exist and be distinct, were " + all);
    }
    this.names = List.copyOf(all);
    this.warmup = longest;
  }

  /**
   * Returns the set of the given factors.
   *
   * @throws IllegalArgumentException if there are none or two outputs have one name
   */
  public static FactorSet of(Factor... factors) {
    return new FactorSet(List.of(factors));
  }

  /**
   * Returns the set of the given factors, in their iteration order.
   *
   * @throws IllegalArgumentException if there are none or two outputs have one name
   */
  public static FactorSet copyOf(Collection<? extends Factor> factors) {
    return new FactorSet(List.copyOf(factors));
  }

  /** Returns the names of all outputs, in column order. */
  public List<String> names() {
    return names;
  }

  /** Returns the longest warm-up of the factors, in bars. */
  public int warmup() {
    return warmup;
  }

  /**
   * Computes the factors over history.
   *
   * @return a row for every bar of a symbol that may be traded when the bar is known, {@code NaN}
   *     where a factor is warming up
   */
  public FeatureMatrix over(Panel panel, Universe universe) {
    Stream stream = start(universe, panel.symbols());
    FeatureMatrix.Builder builder = FeatureMatrix.builder(names, panel.symbols());
    for (int t = 0; t < panel.rows(); t++) {
      stream.update(panel.row(t), builder);
    }
    return builder.build();
  }

  /** Starts computing the factors slice by slice. */
  public Stream start(Universe universe, Symbols symbols) {
    return new Stream(this, universe, symbols);
  }

  /** A running computation. Belongs to one thread. */
  public static final class Stream {
    private final FactorSet set;
    private final Universe universe;
    private final Symbols symbols;
    private final Factor.Kernel[] kernels;
    private final double[][] values;
    private final double[][][] parts;
    private final double[] row;

    private Stream(FactorSet set, Universe universe, Symbols symbols) {
      this.set = set;
      this.universe = universe;
      this.symbols = symbols;
      this.kernels = new Factor.Kernel[set.factors.size()];
      this.values = new double[set.names.size()][symbols.size()];
      this.parts = new double[kernels.length][][];
      this.row = new double[set.names.size()];
      int column = 0;
      for (int f = 0; f < kernels.length; f++) {
        Factor factor = set.factors.get(f);
        kernels[f] = factor.start(universe, symbols);
        parts[f] = Arrays.copyOfRange(values, column, column + factor.names().size());
        column += factor.names().size();
      }
    }

    /** Consumes the next slice and returns its rows, as {@link FactorSet#over} would. */
    public FeatureMatrix update(BarSlice bars) {
      FeatureMatrix.Builder builder = FeatureMatrix.builder(set.names, symbols);
      update(bars, builder);
      return builder.build();
    }

    private void update(BarSlice bars, FeatureMatrix.Builder builder) {
      for (int f = 0; f < kernels.length; f++) {
        kernels[f].update(bars, parts[f]);
      }
      for (int s = 0; s < symbols.size(); s++) {
        if (bars.has(s) && universe.tradeable(symbols.get(s), bars.knownAt())) {
          for (int c = 0; c < row.length; c++) {
            row[c] = values[c][s];
          }
          builder.add(bars.knownAt(), s, row);
        }
      }
    }
  }
}
