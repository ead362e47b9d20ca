package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Parameters;
import java.util.Arrays;
import java.util.List;

/**
 * Pástor and Stambaugh's liquidity: how much of what volume moved the price by returns a bar later.
 *
 * <p>{@code gamma} in the regression {@code e[t+1] = theta + phi r[t] + gamma sign(e[t]) v[t]} over
 * the last {@code period} pairs of bars, with a symbol's simple return {@code r}, its excess {@code
 * e} over the benchmark's and the money traded {@code v = close volume}. Outputs: {@code gamma},
 * per unit of currency (the authors' is per million), the more below 0 the less liquid; and its
 * t-value.
 *
 * <p>Warm-up {@code period + 1}. Rows in which the symbol or the benchmark has no bar are left out,
 * returns span them; where a volume is missing, it starts again. 0 where there was no excess return
 * at all, as of the benchmark itself; {@code NaN} where returns or volumes did not vary. A row
 * costs O(n period). L. Pástor and R. Stambaugh, "Liquidity risk and expected stock returns",
 * Journal of Political Economy 111, 2003, who take the days of a month.
 *
 * @param benchmark a column of the slices; need not be tradeable
 * @param period the window, in pairs of returns, at least 4; 20 is usual
 */
public record ReturnReversal(Symbol benchmark, int period) implements Factor {
  /** Volume of which less than this share is not told by returns tells nothing. */
  private static final double NOTHING = 1e-12;

  /**
   * Creates a liquidity.
   *
   * @throws IllegalArgumentException if the period is below 4
   */
  public ReturnReversal {
    Parameters.atLeast("period", period, 4);
  }

  @Override
  public List<String> names() {
    String label = PairedReturns.label(benchmark);
    return List.of(
        FeatureName.of("cross", "return-reversal", period, label).toString(),
        FeatureName.of("cross", "return-reversal", period, label + "-t").toString());
  }

  @Override
  public int warmup() {
    return period + 1;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the benchmark is not among the symbols
   */
  @Override
  public Kernel start(Universe universe, Symbols symbols) {
    Window[] windows = new Window[symbols.size()];
    Arrays.setAll(windows, s -> new Window(period));
    int column = symbols.require(benchmark);
    return (bars, out) -> {
      for (int s = 0; s < windows.length; s++) {
        out[0][s] = Double.NaN;
        out[1][s] = Double.NaN;
        if (windows[s].add(bars, s, column)) {
          windows[s].regress(out, s);
        }
      }
    };
  }

  /** The last pairs of one symbol. */
  private static final class Window {
    private final int period;
    private final double[] excess;
    private final double[] before;
    private final double[] flow;
    private int next;
    private int filled;
    private double lastClose = Double.NaN;
    private double lastOther = Double.NaN;
    private double lastReturn = Double.NaN;
    private double lastFlow = Double.NaN;

    Window(int period) {
      this.period = period;
      this.excess = new double[period];
      this.before = new double[period];
      this.flow = new double[period];
    }

    /** Takes a row; returns whether there is one and the window is full. */
    boolean add(BarSlice bars, int symbol, int benchmark) {
      double close = bars.close(symbol);
      double other = bars.close(benchmark);
      if (Double.isNaN(close) || Double.isNaN(other)) {
        return false;
      }
      double change = (close - lastClose) / lastClose;
      double difference = change - (other - lastOther) / lastOther;
      if (Double.isFinite(difference) && Double.isFinite(lastFlow)) {
        excess[next] = difference;
        before[next] = lastReturn;
        flow[next] = lastFlow;
        next = next + 1 == period ? 0 : next + 1;
        filled = Math.min(period, filled + 1);
      } else {
        filled = 0;
      }
      lastClose = close;
      lastOther = other;
      lastReturn = change;
      lastFlow = Math.signum(difference) * (close * bars.volume(symbol));
      return filled == period;
    }

    /** Regresses on the return first, then what is left on what is left of the flow. */
    void regress(double[][] out, int symbol) {
      double meanExcess = mean(excess);
      double meanBefore = mean(before);
      double meanFlow = mean(flow);
      double squares = 0;
      double flowSquares = 0;
      double flowProducts = 0;
      double products = 0;
      boolean moved = false;
      for (int i = 0; i < period; i++) {
        double x = before[i] - meanBefore;
        double z = flow[i] - meanFlow;
        squares = Math.fma(x, x, squares);
        flowSquares = Math.fma(z, z, flowSquares);
        flowProducts = Math.fma(x, z, flowProducts);
        products = Math.fma(x, excess[i] - meanExcess, products);
        moved |= excess[i] != 0 || flow[i] != 0;
      }
      if (!moved) {
        out[0][symbol] = 0;
        out[1][symbol] = 0;
        return;
      }
      double flowSlope = flowProducts / squares;
      double slope = products / squares;
      double leftFlow = 0;
      double leftProducts = 0;
      double left = 0;
      for (int i = 0; i < period; i++) {
        double x = before[i] - meanBefore;
        double z = Math.fma(-flowSlope, x, flow[i] - meanFlow);
        double y = Math.fma(-slope, x, excess[i] - meanExcess);
        leftFlow = Math.fma(z, z, leftFlow);
        leftProducts = Math.fma(z, y, leftProducts);
        left = Math.fma(y, y, left);
      }
      if (leftFlow > NOTHING * flowSquares && leftFlow < Double.POSITIVE_INFINITY) {
        double gamma = leftProducts / leftFlow;
        double rest = Math.max(0, left - gamma * leftProducts);
        out[0][symbol] = gamma;
        out[1][symbol] = gamma / Math.sqrt(rest / (period - 3) / leftFlow);
      }
    }

    /** In the order of the ring, about its first number, whose level then costs no digits. */
    private double mean(double[] x) {
      double sum = 0;
      for (double one : x) {
        sum += one - x[0];
      }
      return x[0] + sum / period;
    }
  }
}
