package io.quantkit.features;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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

  private final Symbols symbols;
  private final List<FeatureName> names;
  private final int rows;

  /** By symbol, output and row. */
  private final double[][][] columns;

  private FeaturePanel(Symbols symbols, List<FeatureName> names, int rows, double[][][] columns) {
    this.symbols = symbols;
    this.names = names;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Computes features in the calling thread.
   *
   * @throws IllegalArgumentException if there is no feature or two outputs have one name
   */
  public static FeaturePanel of(Panel panel, List<? extends Feature> features) {
    double[][][] columns = allocate(panel, features);
    for (int s = 0; s < panel.symbols().size(); s++) {
      symbol(panel, s, features, columns[s]);
    }
    return new FeaturePanel(panel.symbols(), names(features), panel.rows(), columns);
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
    double[][][] columns = allocate(panel, features);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int s = 0; s < columns.length; s++) {
      int symbol = s;
      tasks.add(
          () -> {
            symbol(panel, symbol, features, columns[symbol]);
            return null;
          });
    }
    run(tasks, executor);
    return new FeaturePanel(panel.symbols(), names(features), panel.rows(), columns);
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
    int most = features.stream().mapToInt(feature -> feature.outputs().size()).max().orElse(0);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int s = 0; s < panel.symbols().size(); s++) {
      int symbol = s;
      tasks.add(
          () -> {
            BarSeries series = panel.series(panel.symbols().get(symbol));
            double[][] buffers = new double[most][panel.rows()];
            for (int f = 0; f < features.size(); f++) {
              double[][] out = Arrays.copyOf(buffers, features.get(f).outputs().size());
              compute(panel, symbol, series, features.get(f), out);
              visitor.visit(symbol, f, out);
            }
            return null;
          });
    }
    run(tasks, executor);
  }

  private static void run(List<Callable<Void>> tasks, ExecutorService executor)
      throws InterruptedException {
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

  private static double[][][] allocate(Panel panel, List<? extends Feature> features) {
    return new double[panel.symbols().size()][names(features).size()][panel.rows()];
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

  private static void symbol(
      Panel panel, int symbol, List<? extends Feature> features, double[][] columns) {
    BarSeries series = panel.series(panel.symbols().get(symbol));
    int first = 0;
    for (Feature feature : features) {
      int count = feature.outputs().size();
      double[][] out = Arrays.copyOfRange(columns, first, first + count);
      compute(panel, symbol, series, feature, out);
      first += count;
    }
  }

  private static void compute(
      Panel panel, int symbol, BarSeries series, Feature feature, double[][] out) {
    feature.over(series, out);
    if (series.size() < panel.rows()) {
      for (double[] column : out) {
        spread(panel, symbol, series.size(), column);
      }
    }
  }

  /** Moves the numbers of bars, the last one first, to the rows that have a bar. */
  private static void spread(Panel panel, int symbol, int bars, double[] column) {
    int bar = bars - 1;
    for (int row = panel.rows() - 1; row >= 0; row--) {
      column[row] = panel.trading(row, symbol) ? column[bar--] : Double.NaN;
    }
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
    return columns[symbol][output][row];
  }

  /** Returns a copy of a column. */
  public double[] column(int symbol, int output) {
    return columns[symbol][output].clone();
  }
}
