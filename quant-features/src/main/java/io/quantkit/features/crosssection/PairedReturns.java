package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The last returns of each symbol beside those of what it is measured against over the same times.
 * A pair is made at each row in which both have a bar, from the last such row; rows in which either
 * has none make the next pair longer. Measured against something else, a symbol starts again.
 */
final class PairedReturns implements Factor.Kernel {

  /** What is kept of one symbol's pairs. */
  interface Pairs {

    /** Takes the next pair of returns: of what it is measured against and of the symbol. */
    void add(double x, double y);

    /** Writes the outputs as of the last pair at a symbol's place. */
    void write(double[][] out, int symbol);
  }

  private final Counterpart against;
  private final Supplier<Pairs> start;
  private final Pairs[] pairs;
  private final int[] lastColumn;
  private final double[] lastClose;
  private final double[] lastOther;

  PairedReturns(Counterpart against, int symbols, Supplier<Pairs> start) {
    this.against = against;
    this.start = start;
    this.pairs = new Pairs[symbols];
    Arrays.setAll(pairs, s -> start.get());
    this.lastColumn = new int[symbols];
    this.lastClose = new double[symbols];
    this.lastOther = new double[symbols];
    Arrays.fill(lastColumn, -1);
    Arrays.fill(lastClose, Double.NaN);
    Arrays.fill(lastOther, Double.NaN);
  }

  /** Returns the pairs of a window and one number that is measured in it once it is full. */
  static Supplier<Pairs> window(int period, ToDoubleFunction<SlidingCovariance> measure) {
    return () -> new Window(period, measure);
  }

  /** Returns a symbol as it is written in a feature's name. */
  static String label(Symbol symbol) {
    String label = symbol.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return label.isEmpty() ? "benchmark" : label;
  }

  @Override
  public void update(BarSlice bars, double[][] out) {
    for (int s = 0; s < pairs.length; s++) {
      int column = against.column(bars, s);
      double close = bars.close(s);
      double other = column < 0 ? Double.NaN : bars.close(column);
      if (Double.isNaN(close) || Double.isNaN(other)) {
        for (double[] scores : out) {
          scores[s] = Double.NaN;
        }
        continue;
      }
      if (column != lastColumn[s]) {
        pairs[s] = start.get();
        lastColumn[s] = column;
        lastClose[s] = Double.NaN;
      }
      double x = (other - lastOther[s]) / lastOther[s];
      double y = (close - lastClose[s]) / lastClose[s];
      if (Double.isFinite(x) && Double.isFinite(y)) {
        pairs[s].add(x, y);
        pairs[s].write(out, s);
      } else {
        for (double[] scores : out) {
          scores[s] = Double.NaN;
        }
      }
      lastClose[s] = close;
      lastOther[s] = other;
    }
  }

  private static final class Window implements Pairs {
    private final SlidingCovariance window;
    private final ToDoubleFunction<SlidingCovariance> measure;
    private boolean full;

    Window(int period, ToDoubleFunction<SlidingCovariance> measure) {
      this.window = new SlidingCovariance(period);
      this.measure = measure;
    }

    @Override
    public void add(double x, double y) {
      full = window.add(x, y);
    }

    @Override
    public void write(double[][] out, int symbol) {
      out[0][symbol] = full ? measure.applyAsDouble(window) : Double.NaN;
    }
  }
}
