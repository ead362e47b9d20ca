package io.quantkit.features.microstructure;

import io.quantkit.core.error.TrainingException;
import java.util.Arrays;

/**
 * The probability of informed trading adjusted for days on which both sides trade more, AdjPIN,
 * that makes numbers of buys and sells per day most likely.
 *
 * <p>A day has news with probability {@code alpha}, bad with probability {@code delta}; apart from
 * that it has a shock to both sides, such as a public announcement on whose meaning traders
 * disagree, with probability {@code theta}. The uninformed buy and sell at their rates on every
 * day, the informed add to buys on good news and to sells on bad, and a shock adds to both, each at
 * rates of their own. {@code AdjPIN = informed / all} and {@code PSOS = shock / all}, the
 * probability of symmetric order-flow shock, with {@code informed = alpha ((1 - delta) muBuy +
 * delta muSell)}, {@code shock = theta (shockBuy + shockSell)} and {@code all = informed + shock +
 * epsilonBuy + epsilonSell}.
 *
 * <p>The likelihood of a day is a mixture of six products of Poisson probabilities, added about the
 * largest one so that no number of trades overflows, and climbed by expectation and maximisation
 * from several starts; the highest summit counts. Shocks are as likely on days with news as on
 * others, the model that the authors choose. Source: J. Duarte and L. Young, "Why is PIN priced?",
 * Journal of Financial Economics 91, 2009.
 *
 * @param alpha the probability of a day with news
 * @param delta the probability that news is bad
 * @param theta the probability of a shock to both sides
 * @param informedBuyRate {@code muBuy}, trades a day with good news
 * @param informedSellRate {@code muSell}, trades a day with bad news
 * @param shockBuyRate trades a day with a shock
 * @param shockSellRate trades a day with a shock
 * @param buyRate {@code epsilonBuy}, trades a day
 * @param sellRate {@code epsilonSell}, trades a day
 * @param logLikelihood of the days, without the term {@code -ln(buys! sells!)} that depends on no
 *     parameter
 */
public record AdjustedPinFit(
    double alpha,
    double delta,
    double theta,
    double informedBuyRate,
    double informedSellRate,
    double shockBuyRate,
    double shockSellRate,
    double buyRate,
    double sellRate,
    double logLikelihood) {
  /** How many parameters and likelihoods {@link #fit} tells. */
  static final int SIZE = 10;

  private static final int MOST_ROUNDS = 3000;
  private static final double FLOOR = 1e-10;
  private static final double[] SHARES = {0.25, 0.6};
  private static final double[] QUIET = {0.4, 0.75};

  /**
   * Fits days.
   *
   * @param buys per day; not modified
   * @param sells per day; not modified
   * @throws IllegalArgumentException if there are fewer than 2 days, not as many buys as sells, or
   *     a negative number
   * @throws TrainingException if there was no trade at all
   */
  public static AdjustedPinFit of(int[] buys, int[] sells) {
    PinFit.check(buys, sells);
    double[] p = new double[SIZE];
    if (!fit(buys, sells, buys.length, p)) {
      throw new TrainingException("adjusted pin", "there must be a trade, was none in all days");
    }
    return new AdjustedPinFit(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]);
  }

  /** Returns AdjPIN: the probability that a trade comes from an informed trader. */
  public double probability() {
    return informed() / all();
  }

  /** Returns PSOS: the probability that a trade comes from a shock to both sides. */
  public double shockProbability() {
    return shocked() / all();
  }

  private double informed() {
    return alpha * ((1 - delta) * informedBuyRate + delta * informedSellRate);
  }

  private double shocked() {
    return theta * (shockBuyRate + shockSellRate);
  }

  private double all() {
    return informed() + shocked() + buyRate + sellRate;
  }

  /**
   * Fits the first days of arrays.
   *
   * @param best receives the parameters in the order of the record, and the likelihood
   * @return whether there was a trade
   */
  static boolean fit(int[] buys, int[] sells, int days, double[] best) {
    double meanBuys = 0;
    double meanSells = 0;
    for (int d = 0; d < days; d++) {
      meanBuys += buys[d];
      meanSells += sells[d];
    }
    meanBuys /= days;
    meanSells /= days;
    if (!(meanBuys + meanSells > 0)) {
      return false;
    }
    Arrays.fill(best, Double.NaN);
    best[SIZE - 1] = Double.NEGATIVE_INFINITY;
    for (double alpha : SHARES) {
      for (double delta : SHARES) {
        for (double theta : SHARES) {
          for (double quiet : QUIET) {
            for (double shock : QUIET) {
              Climb climb = new Climb(buys, sells, days);
              double buys0 = (1 - quiet) * meanBuys;
              double sells0 = (1 - quiet) * meanSells;
              climb.alpha = alpha;
              climb.delta = delta;
              climb.theta = theta;
              climb.muBuy = (1 - shock) * buys0 / (alpha * (1 - delta));
              climb.muSell = (1 - shock) * sells0 / (alpha * delta);
              climb.shockBuy = shock * buys0 / theta;
              climb.shockSell = shock * sells0 / theta;
              climb.buy = quiet * meanBuys;
              climb.sell = quiet * meanSells;
              climb.climb(best);
            }
          }
        }
      }
    }
    return true;
  }

  /** One way up. */
  private static final class Climb {
    private final int[] buys;
    private final int[] sells;
    private final int days;
    private double alpha;
    private double delta;
    private double theta;
    private double muBuy;
    private double muSell;
    private double shockBuy;
    private double shockSell;
    private double buy;
    private double sell;

    /** By kind of day, without and with a shock: no news, good, bad. */
    private final double[] chances = new double[6];

    private final double[] buyRates = new double[6];
    private final double[] sellRates = new double[6];
    private final double[] logBuys = new double[6];
    private final double[] logSells = new double[6];

    /** How many days of a kind there were, and how many trades of each side came on them. */
    private final double[] weights = new double[6];

    private final double[] bought = new double[6];
    private final double[] sold = new double[6];

    Climb(int[] buys, int[] sells, int days) {
      this.buys = buys;
      this.sells = sells;
      this.days = days;
    }

    void climb(double[] best) {
      double before = Double.NEGATIVE_INFINITY;
      for (int round = 0; round < MOST_ROUNDS; round++) {
        double now = expect();
        if (now > best[SIZE - 1]) {
          tell(now, best);
        }
        if (!(now - before > 1e-12 * Math.abs(now))) {
          return;
        }
        before = now;
        maximize();
      }
    }

    private void tell(double value, double[] best) {
      best[0] = alpha;
      best[1] = delta;
      best[2] = theta;
      best[3] = muBuy;
      best[4] = muSell;
      best[5] = shockBuy;
      best[6] = shockSell;
      best[7] = buy;
      best[8] = sell;
      best[9] = value;
    }

    /** Weighs what kinds of day the days were; returns the logarithm of the likelihood. */
    private double expect() {
      muBuy = Math.max(FLOOR, muBuy);
      muSell = Math.max(FLOOR, muSell);
      shockBuy = Math.max(FLOOR, shockBuy);
      shockSell = Math.max(FLOOR, shockSell);
      buy = Math.max(FLOOR, buy);
      sell = Math.max(FLOOR, sell);
      for (int k = 0; k < 6; k++) {
        boolean shock = k >= 3;
        boolean good = k % 3 == 1;
        boolean bad = k % 3 == 2;
        double news = good ? alpha * (1 - delta) : bad ? alpha * delta : 1 - alpha;
        double chance = news * (shock ? theta : 1 - theta);
        buyRates[k] = buy + (good ? muBuy : 0) + (shock ? shockBuy : 0);
        sellRates[k] = sell + (bad ? muSell : 0) + (shock ? shockSell : 0);
        logBuys[k] = StrictMath.log(buyRates[k]);
        logSells[k] = StrictMath.log(sellRates[k]);
        chances[k] =
            StrictMath.log(Math.max(chance, Double.MIN_NORMAL)) - buyRates[k] - sellRates[k];
      }
      Arrays.fill(weights, 0);
      Arrays.fill(bought, 0);
      Arrays.fill(sold, 0);
      double[] share = new double[6];
      double value = 0;
      for (int d = 0; d < days; d++) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < 6; k++) {
          share[k] = chances[k] + buys[d] * logBuys[k] + sells[d] * logSells[k];
          top = Math.max(top, share[k]);
        }
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          // Below this, nothing is left of it in the sum.
          share[k] = share[k] - top < -45 ? 0 : StrictMath.exp(share[k] - top);
          sum += share[k];
        }
        value += top + StrictMath.log(sum);
        for (int k = 0; k < 6; k++) {
          weights[k] += share[k] / sum;
          bought[k] += share[k] / sum * buys[d];
          sold[k] += share[k] / sum * sells[d];
        }
      }
      return value;
    }

    /** Chooses the parameters under which days of these weights are most likely. */
    private void maximize() {
      double good = weights[1] + weights[4];
      double bad = weights[2] + weights[5];
      double shock = weights[3] + weights[4] + weights[5];
      double informedBuys = 0;
      double shockBuys = 0;
      double quietBuys = 0;
      double informedSells = 0;
      double shockSells = 0;
      double quietSells = 0;
      for (int k = 0; k < 6; k++) {
        double perBuyRate = bought[k] / buyRates[k];
        double perSellRate = sold[k] / sellRates[k];
        quietBuys += buy * perBuyRate;
        quietSells += sell * perSellRate;
        informedBuys += k % 3 == 1 ? muBuy * perBuyRate : 0;
        informedSells += k % 3 == 2 ? muSell * perSellRate : 0;
        shockBuys += k >= 3 ? shockBuy * perBuyRate : 0;
        shockSells += k >= 3 ? shockSell * perSellRate : 0;
      }
      alpha = Math.min(1, (good + bad) / days);
      delta = good + bad > 0 ? bad / (good + bad) : 0.5;
      theta = Math.min(1, shock / days);
      muBuy = good > 0 ? informedBuys / good : 0;
      muSell = bad > 0 ? informedSells / bad : 0;
      shockBuy = shock > 0 ? shockBuys / shock : 0;
      shockSell = shock > 0 ? shockSells / shock : 0;
      buy = quietBuys / days;
      sell = quietSells / days;
    }
  }
}
