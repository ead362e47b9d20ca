package io.quantkit.features.microstructure;

import io.quantkit.core.error.TrainingException;
import io.quantkit.core.market.Quote;
import java.util.List;

/**
 * Stoikov's micro-price, estimated from a sample: how far, in ticks, the middle will have moved in
 * the end, by the imbalance and the spread now.
 *
 * <p>The quote is a Markov chain whose states are {@code bidSize / (bidSize + askSize)} in equal
 * buckets and the spread in ticks. With {@code Q} the probabilities of going from state to state
 * while the middle stays, {@code B0} those of going together with a move of it, and {@code k} the
 * mean move, the first adjustment is {@code G1 = (I - Q)^-1 k} and the adjustment is the sum of
 * {@code B^i G1} over all {@code i} with {@code B = (I - Q)^-1 B0}: the limit of expected future
 * middles, hence a martingale. The sample is joined by its mirror image, bids for asks, which makes
 * the adjustment odd in the imbalance and the sum converge. Moves keep their size; they are not cut
 * to one tick.
 *
 * <p>S. Stoikov, "The micro-price: a high-frequency estimator of future prices", Quantitative
 * Finance 18, 2018. Immutable.
 */
public final class MicroPriceModel {
  private static final int MOST_ROUNDS = 100_000;

  private final double tick;
  private final int buckets;
  private final int widest;
  private final double[] adjustments;

  private MicroPriceModel(double tick, int buckets, int widest, double[] adjustments) {
    this.tick = tick;
    this.buckets = buckets;
    this.widest = widest;
    this.adjustments = adjustments;
  }

  /**
   * Estimates the adjustments.
   *
   * @param quotes in order of time; those of one side, locked or crossed ones and wider ones break
   *     the sequence and count for nothing
   * @param tick what prices are multiples of, positive
   * @param buckets of the imbalance, at least 2
   * @param widest the widest spread, in ticks, at least 1
   * @throws TrainingException if no state was left or the sum does not converge
   */
  public static MicroPriceModel fit(List<Quote> quotes, double tick, int buckets, int widest) {
    Check.positive("tick", tick);
    Check.atLeast("buckets", buckets, 2);
    Check.atLeast("widest", widest, 1);
    int states = buckets * widest;
    MicroPriceModel shape = new MicroPriceModel(tick, buckets, widest, new double[states]);
    double[][] still = new double[states][states];
    double[][] moved = new double[states][states];
    double[] moves = new double[states];
    double[] visits = new double[states];
    int last = -1;
    double lastMid = Double.NaN;
    for (Quote quote : quotes) {
      int state = shape.state(quote.bid(), quote.bidSize(), quote.ask(), quote.askSize());
      double mid = quote.mid();
      if (last >= 0 && state >= 0) {
        double move = Math.rint(2 * (mid - lastMid) / tick) / 2;
        double[][] counts = move == 0 ? still : moved;
        counts[last][state]++;
        counts[shape.mirror(last)][shape.mirror(state)]++;
        moves[last] += move;
        moves[shape.mirror(last)] -= move;
        visits[last]++;
        visits[shape.mirror(last)]++;
      }
      last = state;
      lastMid = mid;
    }
    return new MicroPriceModel(
        tick, buckets, widest, adjustments(still, moved, moves, visits, states));
  }

  private static double[] adjustments(
      double[][] still, double[][] moved, double[] moves, double[] visits, int states) {
    double[][] leaving = new double[states][states];
    double[][] known = new double[states][states + 1];
    boolean any = false;
    for (int i = 0; i < states; i++) {
      leaving[i][i] = 1;
      if (visits[i] > 0) {
        any = true;
        for (int j = 0; j < states; j++) {
          leaving[i][j] -= still[i][j] / visits[i];
          known[i][j] = moved[i][j] / visits[i];
        }
        known[i][states] = moves[i] / visits[i];
      }
    }
    if (!any || !LinearSystem.solve(leaving, known)) {
      throw new TrainingException(
          "micro-price", "the quotes must leave each state in which they are, with a move at last");
    }
    double[] sum = new double[states];
    double[] term = new double[states];
    for (int i = 0; i < states; i++) {
      term[i] = known[i][states];
    }
    double[] next = new double[states];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double largest = 0;
      for (int i = 0; i < states; i++) {
        sum[i] += term[i];
        double image = 0;
        for (int j = 0; j < states; j++) {
          image += known[i][j] * term[j];
        }
        next[i] = image;
        largest = Math.max(largest, Math.abs(image));
      }
      double[] swap = term;
      term = next;
      next = swap;
      if (!(largest > 1e-13)) {
        for (int i = 0; i < states; i++) {
          sum[i] = visits[i] > 0 ? sum[i] : Double.NaN;
        }
        return sum;
      }
    }
    throw new TrainingException("micro-price", "the adjustments did not converge");
  }

  /** Returns the state of a quote, -1 if it has none. */
  private int state(double bid, double bidSize, double ask, double askSize) {
    double ticks = Math.rint((ask - bid) / tick);
    double depth = bidSize + askSize;
    if (!(ticks >= 1 && ticks <= widest && depth > 0)) {
      return -1;
    }
    int bucket = Math.min(buckets - 1, (int) (bidSize / depth * buckets));
    return ((int) ticks - 1) * buckets + bucket;
  }

  private int mirror(int state) {
    int bucket = state % buckets;
    return state - bucket + buckets - 1 - bucket;
  }

  /** Returns what prices are multiples of. */
  public double tick() {
    return tick;
  }

  /** Returns into how many buckets the imbalance is cut. */
  public int buckets() {
    return buckets;
  }

  /** Returns the widest spread in ticks. */
  public int widest() {
    return widest;
  }

  /**
   * Returns by how many ticks the price differs from the middle; {@code NaN} if the sample had no
   * such quote.
   *
   * @param bucket of the imbalance, 0 for the smallest share of the bid
   * @param ticks the spread, from 1
   */
  public double adjustment(int bucket, int ticks) {
    return adjustments[(ticks - 1) * buckets + bucket];
  }

  /** Returns the micro-price of a quote; {@code NaN} if the sample had no quote like it. */
  public double price(double bid, double bidSize, double ask, double askSize) {
    int state = state(bid, bidSize, ask, askSize);
    return state < 0 ? Double.NaN : bid + (ask - bid) / 2 + adjustments[state] * tick;
  }

  @Override
  public String toString() {
    return "MicroPriceModel[tick=" + tick + ", buckets=" + buckets + ", widest=" + widest + "]";
  }
}
