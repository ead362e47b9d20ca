package io.quantkit.core.synthetic;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.List;

/**
 * New histories out of a real one: blocks of successive periods, drawn with replacement and put one
 * after the other.
 *
 * <p>What happens within a block, its autocorrelation and its spells of volatility, is kept; what
 * lies between blocks is lost. The columns of a panel are drawn together, so that what goes
 * together across symbols in a period still does.
 *
 * <p>Bars are drawn relative to the close before them: the new bar has the drawn bar's gap, range,
 * shape and volume, on the price that the new history has reached. Bars keep the time line of the
 * source; the first one stays as it is and is the base.
 *
 * <p>H. R. Künsch, "The jackknife and the bootstrap for general stationary observations", Annals of
 * Statistics 17 (1989); D. N. Politis and J. P. Romano, "A circular block-resampling procedure for
 * stationary data" (1992) and "The stationary bootstrap", Journal of the American Statistical
 * Association 89 (1994).
 *
 * @param kind how blocks are chosen
 * @param blockLength the length of a block, for {@link Kind#STATIONARY} on average, at least 1
 */
public record BlockBootstrap(Kind kind, int blockLength) {

  /** How blocks are chosen. */
  public enum Kind {
    /** Blocks of fixed length that lie within the history; its ends are drawn more rarely. */
    MOVING,
    /** Blocks of fixed length; after the end of the history comes its beginning. */
    CIRCULAR,
    /** Blocks of geometric length, around the end too; the only one that is stationary. */
    STATIONARY
  }

  public BlockBootstrap {
    if (blockLength < 1) {
      throw new IllegalArgumentException("blockLength must be at least 1, was " + blockLength);
    }
  }

  /**
   * Returns which observations make a new history.
   *
   * @param observations how many there are to draw from, at least 1, for {@link Kind#MOVING} at
   *     least a block
   * @param length how many to draw, at least 0
   * @param seed what the randomness grows from
   * @return positions from 0 to {@code observations - 1}
   */
  public int[] positions(int observations, int length, long seed) {
    if (observations < (kind == Kind.MOVING ? blockLength : 1)) {
      throw new IllegalArgumentException(
          "observations must be at least %d, was %d"
              .formatted(kind == Kind.MOVING ? blockLength : 1, observations));
    }
    if (length < 0) {
      throw new IllegalArgumentException("length must be at least 0, was " + length);
    }
    RandomStream random = RandomStream.of(seed);
    int starts = kind == Kind.MOVING ? observations - blockLength + 1 : observations;
    int[] drawn = new int[length];
    int at = 0;
    int left = 0;
    for (int i = 0; i < length; i++) {
      boolean begins = left == 0;
      if (kind == Kind.STATIONARY) {
        begins = i == 0 || random.uniform() * blockLength < 1;
      }
      at = begins ? random.below(starts) : at + 1 == observations ? 0 : at + 1;
      left = begins ? blockLength - 1 : left - 1;
      drawn[i] = at;
    }
    return drawn;
  }

  /**
   * Returns a new series of the given numbers, such as returns.
   *
   * @param values not modified
   */
  public double[] resample(double[] values, int length, long seed) {
    int[] from = positions(values.length, length, seed);
    double[] drawn = new double[length];
    for (int i = 0; i < length; i++) {
      drawn[i] = values[from[i]];
    }
    return drawn;
  }

  /**
   * Returns a new history of one instrument on the same time line.
   *
   * @throws IllegalArgumentException if there are not at least two bars, for {@link Kind#MOVING}
   *     one more than a block
   */
  public BarSeries resample(BarSeries bars, long seed) {
    return resample(Panel.align(List.of(bars)), seed).series(bars.symbol());
  }

  /**
   * Returns a new history of several instruments on the same time line, drawn together.
   *
   * <p>A symbol without a bar in a drawn row has none in the new row; neither has one without any
   * bar before the drawn row, for lack of a price that it moved from. A symbol that trades for the
   * first time in the new history starts from the price it had when it first traded in the source.
   *
   * @throws IllegalArgumentException if there are not at least two rows, for {@link Kind#MOVING}
   *     one more than a block
   */
  public Panel resample(Panel panel, long seed) {
    int rows = panel.rows();
    if (rows < 2) {
      throw new IllegalArgumentException("there must be at least 2 rows, was " + rows);
    }
    int[] from = positions(rows - 1, rows - 1, seed);
    List<BarSeries> series = new ArrayList<>();
    for (int s = 0; s < panel.symbols().size(); s++) {
      series.add(history(panel, s, from));
    }
    return Panel.align(series);
  }

  private static BarSeries history(Panel panel, int s, int[] from) {
    double[] before = closesBefore(panel, s);
    Symbol symbol = panel.symbols().get(s);
    BarSeries.Builder builder = BarSeries.builder(symbol, panel.timeframe());
    double price = Double.NaN;
    if (panel.trading(0, s)) {
      price = panel.close(0, s);
      add(builder, panel, 0, 0, s, 1, 1);
    }
    for (int t = 1; t < panel.rows(); t++) {
      int row = from[t - 1] + 1;
      if (!panel.trading(row, s) || Double.isNaN(before[row])) {
        continue;
      }
      if (Double.isNaN(price)) {
        price = firstClose(panel, s);
      }
      add(builder, panel, t, row, s, before[row], price);
      price = panel.close(row, s) / before[row] * price;
    }
    return builder.build();
  }

  /** Adds the bar of one row at the time of another, its prices divided and multiplied. */
  private static void add(
      BarSeries.Builder builder,
      Panel panel,
      int at,
      int row,
      int s,
      double divisor,
      double factor) {
    builder.add(
        panel.start(at),
        panel.knownAt(at),
        panel.open(row, s) / divisor * factor,
        panel.high(row, s) / divisor * factor,
        panel.low(row, s) / divisor * factor,
        panel.close(row, s) / divisor * factor,
        panel.volume(row, s),
        panel.vwap(row, s) / divisor * factor,
        panel.trades(row, s));
  }

  private static double[] closesBefore(Panel panel, int s) {
    double[] before = new double[panel.rows()];
    double last = Double.NaN;
    for (int t = 0; t < before.length; t++) {
      before[t] = last;
      last = panel.trading(t, s) ? panel.close(t, s) : last;
    }
    return before;
  }

  private static double firstClose(Panel panel, int s) {
    for (int t = 0; t < panel.rows(); t++) {
      if (panel.trading(t, s)) {
        return panel.close(t, s);
      }
    }
    return Double.NaN;
  }
}
