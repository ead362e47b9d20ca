package io.quantkit.core.synthetic;

import java.util.List;

/**
 * A geometric Brownian motion whose drift and volatility change with a hidden Markov chain, such as
 * calm and crisis.
 *
 * <p>The chain lives in continuous time: regime {@code i} is left after an exponential time and
 * {@code rates[i][j]} is how often per year it turns into {@code j}. Simulated exactly: the log
 * return of a step adds up drift and variance over the time spent in each regime, so that moments
 * do not depend on the step.
 *
 * <p>J. D. Hamilton, "A new approach to the economic analysis of nonstationary time series and the
 * business cycle", Econometrica 57 (1989), in continuous time.
 */
public final class RegimeSwitching implements PathModel {
  private final double initial;
  private final List<Regime> regimes;
  private final double[][] rates;

  /**
   * How the price moves while a regime lasts.
   *
   * @param drift the expected growth per year
   * @param volatility per square root of a year, at least 0
   */
  public record Regime(double drift, double volatility) {
    public Regime {
      Check.finite("drift", drift);
      Check.notNegative("volatility", volatility);
    }
  }

  /** A path that knows its regime. */
  public interface RegimePath extends Path {

    /** Returns which regime rules at the end of the last step. */
    int regime();
  }

  private RegimeSwitching(double initial, List<Regime> regimes, double[][] rates) {
    this.initial = initial;
    this.regimes = regimes;
    this.rates = rates;
  }

  /**
   * Returns a model of the given regimes; paths begin in the first one.
   *
   * @param initial the first price, positive
   * @param regimes at least one
   * @param rates how often per year each regime (row) turns into each other one (column), at least
   *     0; what is on the diagonal is ignored; not modified, not kept
   */
  public static RegimeSwitching of(double initial, List<Regime> regimes, double[][] rates) {
    Check.positive("initial", initial);
    if (regimes.isEmpty() || rates.length != regimes.size()) {
      throw new IllegalArgumentException(
          "there must be at least one regime and a row of rates for each, was %d and %d"
              .formatted(regimes.size(), rates.length));
    }
    double[][] copy = new double[rates.length][];
    for (int i = 0; i < copy.length; i++) {
      if (rates[i].length != copy.length) {
        throw new IllegalArgumentException(
            "rates must be square, row %d has %d of %d".formatted(i, rates[i].length, copy.length));
      }
      copy[i] = rates[i].clone();
      copy[i][i] = 0;
      for (int j = 0; j < copy.length; j++) {
        Check.notNegative("rate", copy[i][j]);
      }
    }
    return new RegimeSwitching(initial, List.copyOf(regimes), copy);
  }

  @Override
  public double initial() {
    return initial;
  }

  /** Returns the regimes. */
  public List<Regime> regimes() {
    return regimes;
  }

  /** Returns how many years a regime lasts on average; infinite if it is never left. */
  public double meanDuration(int regime) {
    return 1 / exitRate(regime);
  }

  private double exitRate(int regime) {
    double sum = 0;
    for (double rate : rates[regime]) {
      sum += rate;
    }
    return sum;
  }

  @Override
  public RegimePath start(double yearsPerStep, RandomStream random) {
    Check.positive("yearsPerStep", yearsPerStep);
    return new Running(yearsPerStep, random);
  }

  private final class Running implements RegimePath {
    private final double dt;
    private final RandomStream random;
    private double price = initial;
    private int regime;
    private double left;

    Running(double dt, RandomStream random) {
      this.dt = dt;
      this.random = random;
      this.left = stay();
    }

    @Override
    public int regime() {
      return regime;
    }

    @Override
    public double next() {
      double rest = dt;
      double mean = 0;
      double variance = 0;
      while (true) {
        Regime current = regimes.get(regime);
        double time = Math.min(rest, left);
        double square = current.volatility * current.volatility;
        mean += (current.drift - square / 2) * time;
        variance += square * time;
        if (left > rest) {
          left -= rest;
          return price *= StrictMath.exp(mean + Math.sqrt(variance) * random.shock());
        }
        rest -= left;
        regime = successor();
        left = stay();
      }
    }

    private double stay() {
      double rate = exitRate(regime);
      return rate == 0 ? Double.POSITIVE_INFINITY : random.exponential() / rate;
    }

    private int successor() {
      double[] row = rates[regime];
      double point = random.uniform() * exitRate(regime);
      int last = regime;
      for (int j = 0; j < row.length; j++) {
        if (row[j] > 0) {
          last = j;
          point -= row[j];
          if (point < 0) {
            return j;
          }
        }
      }
      return last;
    }
  }
}
