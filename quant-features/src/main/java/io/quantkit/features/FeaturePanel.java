package io.quantkit.features;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Features of every symbol of a panel: one column per symbol and output, one number per row.
 *
 * <p>Each symbol is computed by itself from the bars that exist, so threads change nothing but the
 * time that it takes: the numbers are, to the bit, those of {@link Feature#over(BarSeries)}. A row
 * in which a symbol has no bar is {@code NaN}. Immutable, safe to share between threads.
 *
 * <p>Laid out to be read like a panel, all symbols of a row before the next row, while a symbol's
 * column is still quickly at hand.
 *
 * <pre>{@code
 * FeaturePanel features = FeaturePanel.of(panel, List.of(new Rsi(14), new Atr(14)), executor);
 * double rsi = features.value(row, symbol, 0);
 * }</pre>
 */
public final class FeaturePanel {

  /** Receives the columns of one symbol. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes the outputs of one feature for one symbol.
     *
     * @param symbol a position among the panel's symbols
     * @param feature a position among the features
     * @param columns by output and row; overwritten after the call
     */
    void visit(int symbol, int feature, double[][] columns);
  }

  /** How many symbols' bars are taken from the panel at a time: as many as share its memory. */
  private static final int SYMBOLS_AT_A_TIME = 8;

  /** How many rows of a symbol lie together: one line of a cache. */
  private static final int TOGETHER = 8;

  private final Symbols symbols;
  private final List<FeatureName> names;
  private final int rows;

  /** By output; within, by group of rows, symbol and row of the group. */
  private final double[][] values;

  private FeaturePanel(Panel panel, List<? extends Feature> features) {
    symbols = panel.symbols();
    names = names(features);
    rows = panel.rows();
    int groups = (rows + TOGETHER - 1) / TOGETHER;
    int cells = Math.multiplyExact(Math.multiplyExact(groups, symbols.size()), TOGETHER);
    values = new double[names.size()][cells];
  }

  /**
   * Computes features in the calling thread.
   *
   * @throws IllegalArgumentException if there is no feature or two outputs have one name
   */
  public static FeaturePanel of(Panel panel, List<? extends Feature> features) {
    FeaturePanel result = new FeaturePanel(panel, features);
    for (int s = 0; s < panel.symbols().size(); s += SYMBOLS_AT_A_TIME) {
      compute(panel, s, features, result.keeper(features));
    }
    return result;
  }

  /**
   * Computes features in the threads of an executor, one symbol after the other in each.
   *
   * @param executor what runs the work; not shut down
   * @throws IllegalArgumentException if there is no feature or two outputs have one name
   * @throws InterruptedException if the calling thread is interrupted; what has begun is cancelled
   */
  public static FeaturePanel of(
      Panel panel, List<? extends Feature> features, ExecutorService executor)
      throws InterruptedException {
    FeaturePanel result = new FeaturePanel(panel, features);
    run(panel, features, executor, result.keeper(features));
    return result;
  }

  /**
   * Computes features in the threads of an executor and keeps nothing: for more columns than fit in
   * memory.
   *
   * @param visitor is called once per symbol and feature, by several threads at a time; the
   *     features of one symbol come in order
   * @throws InterruptedException if the calling thread is interrupted; what has begun is cancelled
   */
  public static void visit(
      Panel panel, List<? extends Feature> features, ExecutorService executor, Visitor visitor)
      throws InterruptedException {
    names(features);
    run(panel, features, executor, visitor);
  }

  private static void run(
      Panel panel, List<? extends Feature> features, ExecutorService executor, Visitor visitor)
      throws InterruptedException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int s = 0; s < panel.symbols().size(); s += SYMBOLS_AT_A_TIME) {
      int first = s;
      tasks.add(
          () -> {
            compute(panel, first, features, visitor);
            return null;
          });
    }
    for (Future<Void> done : executor.invokeAll(tasks)) {
      try {
        done.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException("a feature could not be computed", e.getCause());
      }
    }
  }

  static List<FeatureName> names(List<? extends Feature> features) {
    if (features.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one feature");
    }
    List<FeatureName> names = new ArrayList<>();
    Set<FeatureName> distinct = new HashSet<>();
    for (Feature feature : features) {
      for (FeatureName name : feature.outputs()) {
        if (!distinct.add(name)) {
          throw new IllegalArgumentException("two outputs have the name " + name);
        }
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** Computes the features of some symbols, one symbol after the other. */
  private static void compute(
      Panel panel, int firstSymbol, List<? extends Feature> features, Visitor visitor) {
    int end = Math.min(panel.symbols().size(), firstSymbol + SYMBOLS_AT_A_TIME);
    int most = features.stream().mapToInt(feature -> feature.outputs().size()).max().orElse(0);
    double[][] buffers = new double[most][panel.rows()];
    List<BarSeries> bars = panel.series(firstSymbol, end);
    for (int s = firstSymbol; s < end; s++) {
      BarSeries series = bars.get(s - firstSymbol);
      for (int f = 0; f < features.size(); f++) {
        double[][] out = Arrays.copyOf(buffers, features.get(f).outputs().size());
        features.get(f).over(series, out);
        for (double[] column : out) {
          spread(panel, s, series.size(), column);
        }
        visitor.visit(s, f, out);
      }
    }
  }

  /** Moves the numbers of bars, the last one first, to the rows that have a bar. */
  private static void spread(Panel panel, int symbol, int bars, double[] column) {
    int bar = bars - 1;
    for (int row = panel.rows() - 1; row > bar; row--) {
      column[row] = panel.trading(row, symbol) ? column[bar--] : Double.NaN;
    }
  }

  /** Returns what keeps the columns of features here. */
  private Visitor keeper(List<? extends Feature> features) {
    int[] first = new int[features.size()];
    for (int f = 1; f < first.length; f++) {
      first[f] = first[f - 1] + features.get(f - 1).outputs().size();
    }
    return (symbol, feature, columns) -> {
      for (int o = 0; o < columns.length; o++) {
        keep(columns[o], values[first[feature] + o], symbol);
      }
    };
  }

  private void keep(double[] column, double[] out, int symbol) {
    for (int row = 0; row < rows; row += TOGETHER) {
      System.arraycopy(column, row, out, cell(row, symbol), Math.min(TOGETHER, rows - row));
    }
  }

  /** Returns where a number is kept. */
  private int cell(int row, int symbol) {
    return (row / TOGETHER * symbols.size() + symbol) * TOGETHER + row % TOGETHER;
  }

  /** Returns whose columns these are. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns the names of the outputs, feature by feature. */
  public List<FeatureName> names() {
    return names;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return rows;
  }

  /**
   * Returns a number, {@code NaN} if it is missing.
   *
   * @param row a row of the panel
   * @param symbol a position in {@link #symbols()}
   * @param output a position in {@link #names()}
   */
  public double value(int row, int symbol, int output) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(symbol, symbols.size());
    return values[output][cell(row, symbol)];
  }

  /**
   * Copies the numbers of all symbols in a row.
   *
   * @param row a row of the panel
   * @param output a position in {@link #names()}
   * @param out receives one number per symbol, {@code NaN} where it is missing; modified
   */
  public void copyRow(int row, int output, double[] out) {
    Objects.checkIndex(row, rows);
    double[] from = values[output];
    int cell = cell(row, 0);
    for (int s = 0; s < symbols.size(); s++) {
      out[s] = from[cell + s * TOGETHER];
    }
  }

  /** Returns a copy of a column. */
  public double[] column(int symbol, int output) {
    Objects.checkIndex(symbol, symbols.size());
    double[] column = new double[rows];
    for (int row = 0; row < rows; row += TOGETHER) {
      System.arraycopy(
          values[output], cell(row, symbol), column, row, Math.min(TOGETHER, rows - row));
    }
    return column;
  }
}
