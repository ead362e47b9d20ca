package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.WindowMean;
import java.time.Duration;
import java.util.List;

/**
 * What becomes of the effective spread: the realised spread, which the other side earned, and the
 * price impact, which it lost as the middle moved on.
 *
 * <p>With the sign {@code q} and the price {@code p} of a trade, the middle {@code m} before it and
 * {@code m'} one horizon after it: effective {@code 2 q (p - m)} = realised {@code 2 q (p - m')} +
 * impact {@code 2 q (m' - m)}. All three are of the same trade and appear when its horizon has
 * passed, never before.
 *
 * <p>Outputs, in order: effective, realised and impact of the last trade whose horizon has passed,
 * in price; their means over the last {@code trades} such trades. A trade of unknown sign, or
 * without a quote of both sides before it or when its horizon passes, is left out. {@code m'} is
 * the middle of the last quote known before that moment. R. Huang and H. Stoll, "Dealer versus
 * auction markets", Journal of Financial Economics 41, 1996; 5 seconds and 5 minutes are usual.
 *
 * @param horizon after which the middle is looked at again, positive
 * @param trades the window of the means, at least 1
 * @param signs how trades are signed
 */
public record SpreadDecomposition(Duration horizon, int trades, TradeClassification signs)
    implements OrderFlowFeature {

  /** The position of the effective spread among the outputs: 0. */
  public static final int EFFECTIVE = 0;

  /** The position of the realised spread among the outputs: 1. */
  public static final int REALIZED = 1;

  /** The position of the price impact among the outputs: 2. */
  public static final int IMPACT = 2;

  /** The position of the mean effective spread; those of realised spread and impact follow: 3. */
  public static final int MEANS = 3;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the horizon is not positive or trades is below 1
   */
  public SpreadDecomposition {
    Check.positive("horizon", horizon);
    Check.atLeast("trades", trades, 1);
  }

  /** Creates a recipe that takes the aggressor as told, else Lee and Ready's rule. */
  public SpreadDecomposition(Duration horizon, int trades) {
    this(horizon, trades, TradeClassification.TOLD);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = Check.text(horizon) + "x" + trades;
    String rule = Check.text(signs);
    return List.of(
        Check.name("spread", text, rule + "-effective"),
        Check.name("spread", text, rule + "-realized"),
        Check.name("spread", text, rule + "-impact"),
        Check.name("spread", text, rule + "-mean-effective"),
        Check.name("spread", text, rule + "-mean-realized"),
        Check.name("spread", text, rule + "-mean-impact"));
  }

  @Override
  public String warmup() {
    return "a signed trade after a quote of both sides, and its horizon; for the means "
        + trades
        + " of them";
  }

  @Override
  public OrderFlowKernel start() {
    return new State(horizon.toNanos(), trades, new TradeSigner(signs));
  }

  private static final class State implements OrderFlowKernel {
    private final long horizon;
    private final TradeSigner signer;
    private final WindowMean[] means;
    private final double[] last = {Double.NaN, Double.NaN, Double.NaN};

    /** Trades that wait for their horizon: when it passes, sign, price and middle. */
    private long[] due = new long[16];

    private int[] signs = new int[16];
    private double[] prices = new double[16];
    private double[] mids = new double[16];
    private int head;
    private int waiting;

    State(long horizon, int trades, TradeSigner signer) {
      this.horizon = horizon;
      this.signer = signer;
      means =
          new WindowMean[] {new WindowMean(trades), new WindowMean(trades), new WindowMean(trades)};
    }

    private State(State other) {
      horizon = other.horizon;
      signer = other.signer.copy();
      means =
          new WindowMean[] {other.means[0].copy(), other.means[1].copy(), other.means[2].copy()};
      System.arraycopy(other.last, 0, last, 0, last.length);
      due = other.due.clone();
      signs = other.signs.clone();
      prices = other.prices.clone();
      mids = other.mids.clone();
      head = other.head;
      waiting = other.waiting;
    }

    @Override
    public void trade(
        long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
      pass(knownAt);
      int sign = signer.sign(price, aggressor);
      double mid = signer.mid();
      if (sign == 0 || Double.isNaN(mid)) {
        return;
      }
      if (waiting == due.length) {
        grow();
      }
      int at = (head + waiting) % due.length;
      due[at] = knownAt + horizon;
      signs[at] = sign;
      prices[at] = price;
      mids[at] = mid;
      waiting++;
    }

    @Override
    public void quote(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      pass(knownAt);
      signer.quote(bid, ask);
    }

    @Override
    public void advance(long knownAt) {
      pass(knownAt);
    }

    /** Settles the trades whose horizon has passed at a time by the quote that stands. */
    private void pass(long time) {
      while (waiting > 0 && due[head] <= time) {
        double mid = signer.mid();
        if (!Double.isNaN(mid)) {
          int sign = signs[head];
          last[EFFECTIVE] = 2 * sign * (prices[head] - mids[head]);
          last[REALIZED] = 2 * sign * (prices[head] - mid);
          last[IMPACT] = 2 * sign * (mid - mids[head]);
          for (int o = 0; o < means.length; o++) {
            means[o].add(last[o]);
          }
        }
        head = head + 1 == due.length ? 0 : head + 1;
        waiting--;
      }
    }

    private void grow() {
      int capacity = due.length;
      long[] newDue = new long[2 * capacity];
      int[] newSigns = new int[2 * capacity];
      double[] newPrices = new double[2 * capacity];
      double[] newMids = new double[2 * capacity];
      for (int i = 0; i < waiting; i++) {
        int at = (head + i) % capacity;
        newDue[i] = due[at];
        newSigns[i] = signs[at];
        newPrices[i] = prices[at];
        newMids[i] = mids[at];
      }
      due = newDue;
      signs = newSigns;
      prices = newPrices;
      mids = newMids;
      head = 0;
    }

    @Override
    public double value(int output) {
      return output < MEANS ? last[output] : means[output - MEANS].mean();
    }

    @Override
    public OrderFlowKernel copy() {
      return new State(this);
    }
  }
}
