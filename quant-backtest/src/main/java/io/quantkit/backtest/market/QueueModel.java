package io.quantkit.backtest.market;

/**
 * Estimates how many units of other people stand ahead of a resting limit order at its price.
 *
 * <p>An order that joins a price stands behind all that is displayed there. A trade at the price
 * takes from the head of the queue, whatever the model. When the displayed size falls by more than
 * was traded, somebody has cancelled, and nobody tells where in the queue: that is what models
 * differ in. An estimate never rises, is never negative and never above what is displayed.
 *
 * <p>The models between the extremes are those of hftbacktest 2 (N. Koziol, {@code
 * hftbacktest::backtest::models}), after E. Rigtorp, "Estimating order queue position" (2013), and
 * the answers to question 3782 at quant.stackexchange.com. From the most to the least favourable:
 * {@link #FRONT}; the probability models; {@link #RISK_AVERSE}; {@link #THROUGH}. Along that line
 * an order is never further ahead with a later model, given the same data.
 *
 * <p>Implementations are immutable.
 */
@SuppressWarnings("ClassInitializationDeadlock") // the nested models have no static state
public interface QueueModel {

  /**
   * Nobody is ahead: the first trade at the price executes the order. The bound above what can be
   * hoped for.
   */
  QueueModel FRONT = new Front();

  /**
   * Whoever cancels stood behind: only trades at the price bring the order forward, and a displayed
   * size below what is ahead. hftbacktest's {@code RiskAdverseQueueModel}; the default.
   */
  QueueModel RISK_AVERSE = new RiskAverse();

  /**
   * Everybody is ahead for ever: the order executes when a trade goes through its price or the
   * other side's quote reaches it. The bound below what must be feared.
   */
  QueueModel THROUGH = new Through();

  /**
   * Returns what is ahead of an order that joins a price.
   *
   * @param displayed the units displayed there, {@code NaN} if the data do not reach so deep
   * @return at least 0; {@link Double#POSITIVE_INFINITY} if unknown, which is asked again when the
   *     price comes into sight
   */
  default double joining(double displayed) {
    return Double.isNaN(displayed) ? Double.POSITIVE_INFINITY : displayed;
  }

  /**
   * Returns what is ahead of an order after the displayed size at its price has changed.
   *
   * @param ahead what was ahead, trades since the last change taken off; finite, at least 0
   * @param before the size displayed until now
   * @param after the size displayed from now on
   * @param traded the units traded at the price since the size displayed until now appeared
   * @return within 0 to {@code min(ahead, after)}
   */
  double changed(double ahead, double before, double after, double traded);

  /**
   * A model of the probability that a decrease happened behind the order.
   *
   * <p>With {@code front} ahead, {@code back = before - front} behind and a decrease of {@code d =
   * before - after - traded}, of which {@code p = behind(front, back)} is behind, the order is then
   * {@code min(front - (1 - p) d + min(back - p d, 0), after)} behind the head, and never behind
   * where it was. An increase, {@code d < 0}, joins behind. hftbacktest's {@code ProbQueueModel}.
   */
  @FunctionalInterface
  interface Probability extends QueueModel {

    /**
     * Returns the probability that a unit which was cancelled stood behind the order.
     *
     * @param front the units ahead, at least 0
     * @param back the units behind, at least 0
     * @return within 0 to 1; not a number, or infinite, counts as 1
     */
    double behind(double front, double back);

    @Override
    default double changed(double ahead, double before, double after, double traded) {
      double decrease = before - after - traded;
      if (decrease < 0) {
        return Math.min(ahead, after);
      }
      double back = Math.max(before - ahead, 0);
      double p = behind(ahead, back);
      if (!(Math.abs(p) <= 1)) {
        p = 1;
      }
      double estimate = ahead - (1 - p) * decrease + Math.min(back - p * decrease, 0);
      return Math.max(Math.min(Math.min(estimate, ahead), after), 0);
    }
  }

  /**
   * {@code p = f(back) / (f(back) + f(front))} with {@code f(x) = x^n}. hftbacktest's {@code
   * PowerProbQueueFunc}.
   *
   * @param n positive; 1 shares decreases out in proportion, more puts them on the longer part
   */
  record Power(double n) implements Probability {
    public Power {
      requireExponent(n);
    }

    @Override
    public double behind(double front, double back) {
      double f = StrictMath.pow(back, n);
      return f / (f + StrictMath.pow(front, n));
    }
  }

  /**
   * {@code p = f(back) / f(back + front)} with {@code f(x) = x^n}. hftbacktest's {@code
   * PowerProbQueueFunc2}.
   *
   * @param n positive
   */
  record Power2(double n) implements Probability {
    public Power2 {
      requireExponent(n);
    }

    @Override
    public double behind(double front, double back) {
      return StrictMath.pow(back, n) / StrictMath.pow(back + front, n);
    }
  }

  /**
   * {@code p = 1 - f(front / (front + back))} with {@code f(x) = x^n}. hftbacktest's {@code
   * PowerProbQueueFunc3}.
   *
   * @param n positive
   */
  record Power3(double n) implements Probability {
    public Power3 {
      requireExponent(n);
    }

    @Override
    public double behind(double front, double back) {
      return 1 - StrictMath.pow(front / (front + back), n);
    }
  }

  /**
   * {@code p = f(back) / (f(back) + f(front))} with {@code f(x) = log(1 + x)}: depends on the unit
   * in which sizes are counted. hftbacktest's {@code LogProbQueueFunc}.
   */
  record Log() implements Probability {
    @Override
    public double behind(double front, double back) {
      double f = StrictMath.log(1 + back);
      return f / (f + StrictMath.log(1 + front));
    }
  }

  /**
   * {@code p = f(back) / f(back + front)} with {@code f(x) = log(1 + x)}: depends on the unit in
   * which sizes are counted. hftbacktest's {@code LogProbQueueFunc2}.
   */
  record Log2() implements Probability {
    @Override
    public double behind(double front, double back) {
      return StrictMath.log(1 + back) / StrictMath.log(1 + back + front);
    }
  }

  /** See {@link #FRONT}. */
  record Front() implements QueueModel {
    @Override
    public double joining(double displayed) {
      return 0;
    }

    @Override
    public double changed(double ahead, double before, double after, double traded) {
      return 0;
    }
  }

  /** See {@link #RISK_AVERSE}. */
  record RiskAverse() implements QueueModel {
    @Override
    public double changed(double ahead, double before, double after, double traded) {
      return Math.min(ahead, after);
    }
  }

  /** See {@link #THROUGH}. */
  record Through() implements QueueModel {
    @Override
    public double joining(double displayed) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double changed(double ahead, double before, double after, double traded) {
      return ahead;
    }
  }

  private static void requireExponent(double n) {
    if (!(n > 0) || n == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("n must be positive and finite, was " + n);
    }
  }
}
