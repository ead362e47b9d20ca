package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;

/**
 * A quoted spread that is estimated from the bars so far: the mean estimate of the last {@code
 * pairs} pairs of successive bars, an estimate below 0 counting as 0. Nothing is used that was not
 * known when the bar of the execution began.
 *
 * @param method how a pair's spread is estimated
 * @param pairs over how many pairs of bars the mean goes, at least 1
 * @param firstBps the spread until one pair is known, in basis points of the price
 * @param leastBps the least spread, in basis points of the price
 * @param mostBps the largest spread, in basis points of the price, at least {@code leastBps}
 */
public record EstimatedSpread(
    Method method, int pairs, double firstBps, double leastBps, double mostBps)
    implements CostModel {

  /** How the spread of a pair of bars is estimated. */
  public enum Method {
    /**
     * From highs and lows: their range contains the spread once in a bar and once in two bars
     * together. A bar that lies beyond the close before it is moved to it. S. Corwin and P.
     * Schultz, "A simple way to estimate bid-ask spreads from daily high and low prices", Journal
     * of Finance 67, 2012.
     */
    CORWIN_SCHULTZ {
      @Override
      double estimate(double lastHigh, double lastLow, double lastClose, double high, double low) {
        double shift = Math.max(0, lastClose - high) - Math.max(0, low - lastClose);
        double top = high + shift;
        double bottom = low + shift;
        double lastRange = StrictMath.log(lastHigh / lastLow);
        double range = StrictMath.log(top / bottom);
        double common = StrictMath.log(Math.max(lastHigh, top) / Math.min(lastLow, bottom));
        double beta = lastRange * lastRange + range * range;
        double alpha = (Math.sqrt(2 * beta) - Math.sqrt(beta)) / K - common / Math.sqrt(K);
        if (!(alpha > 0)) {
          return 0;
        }
        return -2 * StrictMath.expm1(-alpha) / (1 + StrictMath.exp(-alpha));
      }
    },
    /**
     * From closes, highs and lows: {@code 2 sqrt((c - m)(c - n))} with the logarithm {@code c} of
     * the close and the middles {@code m} and {@code n} of the logarithms of high and low, of the
     * close's bar and of the next. F. Abdi and A. Ranaldo, "A simple estimation of bid-ask spreads
     * from daily close, high, and low prices", Review of Financial Studies 30, 2017.
     */
    ABDI_RANALDO {
      @Override
      double estimate(double lastHigh, double lastLow, double lastClose, double high, double low) {
        double then = StrictMath.log(lastClose / lastHigh * (lastClose / lastLow));
        double now = StrictMath.log(lastClose / high * (lastClose / low));
        return Math.sqrt(Math.max(0, then * now));
      }
    };

    private static final double K = 3 - 2 * Math.sqrt(2);

    abstract double estimate(
        double lastHigh, double lastLow, double lastClose, double high, double low);
  }

  public EstimatedSpread {
    Check.atLeast("pairs", pairs, 1);
    Check.bps("firstBps", firstBps);
    Check.bps("leastBps", leastBps);
    Check.bps("mostBps", mostBps);
    if (mostBps < leastBps) {
      throw new IllegalArgumentException(
          "mostBps must be at least leastBps = " + leastBps + ", was " + mostBps);
    }
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(this, symbols);
  }

  private static final class Run implements Costs {
    private final EstimatedSpread model;
    private final Symbols symbols;
    private final Columns columns;
    private final int capacity;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] spreads;
    private final long[] counts;

    /** Up to which bar the pairs of each symbol are estimated, and the mean then. */
    private final long[] estimated;

    private final double[] means;

    Run(EstimatedSpread model, Symbols symbols) {
      int n = symbols.size();
      this.model = model;
      this.symbols = symbols;
      this.columns = new Columns(symbols);
      this.capacity = model.pairs + 1;
      this.highs = new double[n * capacity];
      this.lows = new double[n * capacity];
      this.closes = new double[n * capacity];
      this.spreads = new double[n * capacity];
      this.counts = new long[n];
      this.estimated = new long[n];
      this.means = new double[n];
    }

    @Override
    public void onBars(BarSlice bars) {
      if (!columns.wanted(bars)) {
        return;
      }
      for (int i = 0; i < bars.size(); i++) {
        double high = bars.high(i);
        double low = bars.low(i);
        if (bars.has(i) && low > 0 && high >= low) {
          int s = columns.of(bars, i);
          if (s >= 0) {
            int at = s * capacity + (int) (counts[s] % capacity);
            highs[at] = high;
            lows[at] = low;
            closes[at] = bars.close(i);
            counts[s]++;
          }
        }
      }
    }

    @Override
    public void onAction(CorporateAction action) {
      int s = symbols.indexOf(action.symbol());
      if (s >= 0 && !(action instanceof CorporateAction.CashDividend)) {
        counts[s] = 0;
        estimated[s] = 0;
      }
    }

    @Override
    public double halfSpread(int symbol, long time, double reference) {
      long count = counts[symbol];
      if (count < 2) {
        return model.firstBps / 20_000;
      }
      if (estimated[symbol] != count) {
        means[symbol] = mean(symbol, count);
        estimated[symbol] = count;
      }
      double bps = means[symbol] * 10_000;
      return Math.max(model.leastBps, Math.min(bps, model.mostBps)) / 20_000;
    }

    private double mean(int symbol, long count) {
      int base = symbol * capacity;
      long first = Math.max(1, count - model.pairs);
      for (long i = Math.max(first, estimated[symbol]); i < count; i++) {
        int last = base + (int) ((i - 1) % capacity);
        int now = base + (int) (i % capacity);
        spreads[now] =
            model.method.estimate(highs[last], lows[last], closes[last], highs[now], lows[now]);
      }
      double sum = 0;
      for (long i = first; i < count; i++) {
        sum += spreads[base + (int) (i % capacity)];
      }
      return sum / (count - first);
    }
  }
}
