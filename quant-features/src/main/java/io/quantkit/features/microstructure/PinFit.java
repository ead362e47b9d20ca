package io.quantkit.features.microstructure;

import io.quantkit.core.error.TrainingException;

/**
 * The probability of informed trading, PIN, that makes numbers of buys and sells per day most
 * likely.
 *
 * <p>A day has news with probability {@code alpha}, bad with probability {@code delta}; the
 * uninformed buy and sell at their rates on every day, the informed trade at the rate {@code mu} on
 * days with news, buying on good and selling on bad. {@code PIN = alpha mu / (alpha mu + epsilonBuy
 * + epsilonSell)}.
 *
 * <p>The likelihood of a day is a mixture of three products of Poisson probabilities. Their
 * logarithms are added about the largest one, so that no number of trades overflows (D. Easley, S.
 * Hvidkjaer and M. O'Hara, "Factoring information into returns", Journal of Financial and
 * Quantitative Analysis 45, 2010; H.-W. W. Lin and W.-C. Ke, "A computing bias in estimating the
 * probability of informed trading", Journal of Financial Markets 14, 2011). It is climbed by
 * expectation and maximisation, which never leaves the range of the parameters, from several starts
 * (Y. Yan and S. Zhang, "An improved estimation method and empirical properties of the probability
 * of informed trading", Journal of Banking and Finance 36, 2012); the highest summit counts. Source
 * of the model: D. Easley, N. Kiefer, M. O'Hara and J. Paperman, "Liquidity, information, and
 * infrequently traded stocks", Journal of Finance 51, 1996.
 *
 * @param alpha the probability of a day with news
 * @param delta the probability that news is bad
 * @param informedRate {@code mu}, trades a day
 * @param buyRate {@code epsilonBuy}, trades a day
 * @param sellRate {@code epsilonSell}, trades a day
 * @param logLikelihood of the days, without the term {@code -ln(buys! sells!)} that depends on no
 *     parameter
 */
public record PinFit(
    double alpha,
    double delta,
    double informedRate,
    double buyRate,
    double sellRate,
    double logLikelihood) {
  private static final double[] SHARES = {0.2, 0.5, 0.8};
  private static final int MOST_ROUNDS = 3000;
  private static final double FLOOR = 1e-10;

  /**
   * Fits days.
   *
   * @param buys per day; not modified
   * @param sells per day; not modified
   * @throws IllegalArgumentException if there are fewer than 2 days, not as many buys as sells, or
   *     a negative number
   * @throws TrainingException if there was no trade at all
   */
  public static PinFit of(int[] buys, int[] sells) {
    check(buys, sells);
    double[] p = new double[6];
    if (!fit(buys, sells, buys.length, p)) {
      throw new TrainingException("pin", "there must be a trade, was none in all days");
    }
    return new PinFit(p[0], p[1], p[2], p[3], p[4], p[5]);
  }

  static void check(int[] buys, int[] sells) {
    if (buys.length != sells.length || buys.length < 2) {
      throw new IllegalArgumentException(
          "there must be at least 2 days of buys and as many of sells, were %d and %d"
              .formatted(buys.length, sells.length));
    }
    for (int d = 0; d < buys.length; d++) {
      Check.atLeast("buys", buys[d], 0);
      Check.atLeast("sells", sells[d], 0);
    }
  }

  /** Returns {@code alpha mu / (alpha mu + epsilonBuy + epsilonSell)}. */
  public double probability() {
    double informed = alpha * informedRate;
    return informed / (informed + buyRate + sellRate);
  }

  /**
   * Fits the first days of arrays without allocating.
   *
   * @param best receives alpha, delta, mu, the rates of buys and sells, and the likelihood
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
    best[5] = Double.NEGATIVE_INFINITY;
    for (double alpha : SHARES) {
      for (double delta : SHARES) {
        for (double quiet : SHARES) {
          double buyRate = quiet * meanBuys;
          double informed = (meanBuys - buyRate) / (alpha * (1 - delta));
          climb(
              buys,
              sells,
              days,
              alpha,
              delta,
              informed,
              buyRate,
              Math.max(FLOOR, meanSells - alpha * delta * informed),
              best);
        }
      }
    }
    return true;
  }

  private static void climb(
      int[] buys,
      int[] sells,
      int days,
      double alpha0,
      double delta0,
      double mu0,
      double buy0,
      double sell0,
      double[] best) {
    double alpha = alpha0;
    double delta = delta0;
    double mu = Math.max(FLOOR, mu0);
    double buy = Math.max(FLOOR, buy0);
    double sell = sell0;
    double value = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double none = StrictMath.log(Math.max(1 - alpha, Double.MIN_NORMAL));
      double good = StrictMath.log(Math.max(alpha * (1 - delta), Double.MIN_NORMAL)) - mu;
      double bad = StrictMath.log(Math.max(alpha * delta, Double.MIN_NORMAL)) - mu;
      double moreBuys = StrictMath.log1p(mu / buy);
      double moreSells = StrictMath.log1p(mu / sell);
      double logBuy = StrictMath.log(buy);
      double logSell = StrictMath.log(sell);
      double informedBuy = mu / (mu + buy);
      double informedSell = mu / (mu + sell);
      double goodDays = 0;
      double badDays = 0;
      double informed = 0;
      double uninformedBuys = 0;
      double uninformedSells = 0;
      double next = 0;
      for (int d = 0; d < days; d++) {
        double g = good + buys[d] * moreBuys;
        double b = bad + sells[d] * moreSells;
        double top = Math.max(none, Math.max(g, b));
        double pNone = StrictMath.exp(none - top);
        double pGood = StrictMath.exp(g - top);
        double pBad = StrictMath.exp(b - top);
        double sum = pNone + pGood + pBad;
        next += top + StrictMath.log(sum) - buy - sell + buys[d] * logBuy + sells[d] * logSell;
        pGood /= sum;
        pBad /= sum;
        goodDays += pGood;
        badDays += pBad;
        double hiddenBuys = pGood * buys[d] * informedBuy;
        double hiddenSells = pBad * sells[d] * informedSell;
        informed += hiddenBuys + hiddenSells;
        uninformedBuys += buys[d] - hiddenBuys;
        uninformedSells += sells[d] - hiddenSells;
      }
      if (next > best[5]) {
        best[0] = alpha;
        best[1] = delta;
        best[2] = mu;
        best[3] = buy;
        best[4] = sell;
        best[5] = next;
      }
      if (next - value <= 1e-13 * Math.abs(next)) {
        return;
      }
      value = next;
      double news = goodDays + badDays;
      alpha = Math.min(1, news / days);
      delta = news > 0 ? badDays / news : 0.5;
      mu = Math.max(FLOOR, news > 0 ? informed / news : FLOOR);
      buy = Math.max(FLOOR, uninformedBuys / days);
      sell = Math.max(FLOOR, uninformedSells / days);
    }
  }
}
