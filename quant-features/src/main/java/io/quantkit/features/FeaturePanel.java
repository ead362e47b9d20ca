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
 * <p>The numbers are, to the bit, those of {@link Feature#over(BarSeries)} over each symbol's bars
 * that exist, and threads change nothing but the time that it takes. A row in which a symbol has no
 * bar is {@code NaN}. Immutable, safe to share between threads.
 *
 * <p>A {@link RowFeature} is computed for all symbols at once that have a bar in every row, which
 * takes a fraction of the time. Stored like a panel, all symbols of a row before the next row.
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

  /** By output; within, by row and symbol. */
  private final double[][] values;

  private FeaturePanel(Panel panel, List<? extends Feature> features) {
    symbols = panel.symbols();
    names = names(features);
    rows = panel.rows();
    values = new double[names.size()][cells(panel)];
  }

  /**
   * Computes features in the calling thread.
   *
   * @throws IllegalArgumentException if there is no feature or two outputs have one name
   */
  public static FeaturePanel of(Panel panel, List<? extends Feature> features) {
    FeaturePanel result = new FeaturePanel(panel, features);
    new PanelRun(panel, features, result.values).compute(0, panel.symbols().size());
    return result;
  }

  /**
   * Computes features in the threads of an executor, some of the symbols in each.
   *
   * @param executor what runs the work; not shut down
   * @throws IllegalArgumentException if there is no feature or two outputs have one name
   * @throws InterruptedException if the calling thread is interrupted; what has begun is cancelled
   */
  public static FeaturePanel of(
      Panel panel, List<? extends Feature> features, ExecutorService executor)
      throws InterruptedException {
    FeaturePanel result = new FeaturePanel(panel, features);
    PanelRun computation = new PanelRun(panel, features, result.values);
    run(panel, computation.share(), executor, computation::compute);
    return result;
  }

  /**
   * Computes features in the calling thread into arrays of the caller, which saves the time that
   * new memory takes: several times that of most features.
   *
   * @param out receives one number per output, row and symbol: by output, feature by feature, in
   *     arrays of at least {@code rows * symbols} numbers, all symbols of a row before the next
   *     row; modified
   * @throws IllegalArgumentException if there is no feature, two outputs have one name, or {@code
   *     out} has another number of outputs or is too short
   */
  public static void compute(Panel panel, List<? extends Feature> features, double[][] out) {
    OutputArrays.check(out, names(features).size(), cells(panel));
    new PanelRun(panel, features, out).compute(0, panel.symbols().size());
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
    run(panel, PanelRun.SERIES, executor, (from, to) -> visit(panel, from, to, features, visitor));
  }

  /** Works on a range of symbols. */
  private interface Work {
    void on(int fromSymbol, int toSymbol);
  }

  private static void run(Panel panel, int share, ExecutorService executor, Work work)
      throws InterruptedException {
    int symbols = panel.symbols().size();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int s = 0; s < symbols; s += share) {
      int first = s;
      tasks.add(
          () -> {
            work.on(first, Math.min(symbols, first + share));
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
  private static void visit(
      Panel panel, int firstSymbol, int end, List<? extends Feature> features, Visitor visitor) {
    int most = features.stream().mapToInt(feature -> feature.outputs().size()).max().orElse(0);
    double[][] buffers = new double[most][panel.rows()];
    List<BarSeries> bars = panel.series(firstSymbol, end);
    for (int s = firstSymbol; s < end; s++) {
      BarSeries series = bars.get(s - firstSymbol);
      for (int f = 0; f < features.size(); f++) {
        double[][] out = Arrays.copyOf(buffers, features.get(f).outputs().size());
        features.get(f).over(series, out);
        for (double[] column : out) {
          PanelRun.spread(panel, s, series.size(), column);
        }
        visitor.visit(s, f, out);
      }
    }
  }

  private static int cells(Panel panel) {
    return Math.multiplyExact(panel.rows(), panel.symbols().size());
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
    return values[output][row * symbols.size() + symbol];
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
    System.arraycopy(values[output], row * symbols.size(), out, 0, symbols.size());
  }

  /** Returns a copy of a column. */
  public double[] column(int symbol, int output) {
    Objects.checkIndex(symbol, symbols.size());
    double[] column = new double[rows];
    double[] from = values[output];
    for (int row = 0; row < rows; row++) {
      column[row] = from[row * symbols.size() + symbol];
    }
    return column;
  }
}
