package io.quantkit.core.synthetic.flow;

import io.quantkit.core.synthetic.RandomStream;
import java.util.Arrays;

/**
 * Arrivals of several types that excite each other: trades that bring on trades.
 *
 * <p>Type {@code i} arrives at the rate {@code b(i) + sum over past events (t, j) of g(i, j) d
 * exp(-d (now - t))}: an event of type {@code j} directly brings on {@code g(i, j)} events of type
 * {@code i} on average, most of them within {@code 1 / d}. In the long run type {@code i} arrives
 * at the mean rate {@code ((I - G)^-1 b)(i)}, which for one type is {@code b / (1 - g)}. Times are
 * in whatever unit the rates are per.
 *
 * <p>Simulated exactly, without discretisation or rejection: the base and the decaying part of the
 * rate are independent sources whose next times are found by inversion (A. Dassios and H. Zhao,
 * "Exact simulation of Hawkes process with exponentially decaying intensity", Electronic
 * Communications in Probability 18, 2013). A. G. Hawkes, "Spectra of some self-exciting and
 * mutually exciting point processes", Biometrika 58 (1971).
 */
public final class HawkesProcess {
  private final double[] baseRates;
  private final double[][] children;
  private final double decay;
  private final double branchingRatio;

  private HawkesProcess(
      double[] baseRates, double[][] children, double decay, double branchingRatio) {
    this.baseRates = baseRates;
    this.children = children;
    this.decay = decay;
    this.branchingRatio = branchingRatio;
  }

  /** Arrivals on their way. Belongs to one thread. */
  public interface Arrivals {

    /** Moves on to the next event and returns its time; infinity if nothing will ever arrive. */
    double next();

    /** Returns the type of the event that {@link #next} moved to. */
    int type();
  }

  /** Returns a process of one type. */
  public static HawkesProcess of(double baseRate, double branchingRatio, double decay) {
    return of(new double[] {baseRate}, new double[][] {{branchingRatio}}, decay);
  }

  /**
   * Returns a process of several types.
   *
   * @param baseRates how often each type arrives unprovoked, at least 0; not modified, not kept
   * @param children {@code g}: how many events of the row's type an event of the column's type
   *     brings on directly, at least 0; not modified, not kept
   * @param decay {@code d}, positive
   * @throws IllegalArgumentException if numbers are out of range or the largest eigenvalue of
   *     {@code children} is not below 1: then ever more would arrive
   */
  public static HawkesProcess of(double[] baseRates, double[][] children, double decay) {
    int n = baseRates.length;
    if (n < 1 || children.length != n) {
      throw new IllegalArgumentException(
          "there must be at least one base rate and a row of children for each, was %d and %d"
              .formatted(n, children.length));
    }
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      checkNumber("base rate", baseRates[i]);
      if (children[i].length != n) {
        throw new IllegalArgumentException(
            "children must be square, row %d has %d of %d".formatted(i, children[i].length, n));
      }
      copy[i] = children[i].clone();
      for (double number : copy[i]) {
        checkNumber("children", number);
      }
    }
    if (!(decay > 0) || decay == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("decay must be positive and finite, was " + decay);
    }
    double ratio = largestEigenvalue(copy);
    if (!(ratio < 1)) {
      throw new IllegalArgumentException("the branching ratio must be below 1, was " + ratio);
    }
    return new HawkesProcess(baseRates.clone(), copy, decay, ratio);
  }

  private static void checkNumber(String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + value);
    }
  }

  /** Power iteration on {@code I + G}, whose largest eigenvalue is alone on its circle. */
  private static double largestEigenvalue(double[][] g) {
    int n = g.length;
    double[] x = new double[n];
    Arrays.fill(x, 1.0);
    double growth = 1;
    for (int step = 0; step < 2000; step++) {
      double[] next = new double[n];
      double largest = 0;
      for (int i = 0; i < n; i++) {
        next[i] = x[i];
        for (int j = 0; j < n; j++) {
          next[i] += g[i][j] * x[j];
        }
        largest = Math.max(largest, next[i]);
      }
      growth = largest;
      for (int i = 0; i < n; i++) {
        x[i] = next[i] / largest;
      }
    }
    return growth - 1;
  }

  /** Returns how many types there are. */
  public int types() {
    return baseRates.length;
  }

  /**
   * Returns how many events an event brings on directly: {@code g} of one type, the largest
   * eigenvalue of {@code G} of several.
   */
  public double branchingRatio() {
    return branchingRatio;
  }

  /** Returns how often each type arrives in the long run, {@code (I - G)^-1 b}. */
  public double[] meanRates() {
    double[] rates = baseRates.clone();
    double[] generation = baseRates.clone();
    double largest = 1;
    while (largest > 0) {
      double[] next = new double[rates.length];
      largest = 0;
      for (int i = 0; i < rates.length; i++) {
        for (int j = 0; j < rates.length; j++) {
          next[i] += children[i][j] * generation[j];
        }
        double sum = rates[i] + next[i];
        largest = sum == rates[i] ? largest : 1;
        rates[i] = sum;
      }
      generation = next;
    }
    return rates;
  }

  /**
   * Begins arrivals at time 0, with nothing before.
   *
   * @param random kept: each arrival draws from it
   */
  public Arrivals start(RandomStream random) {
    return new Running(random);
  }

  private final class Running implements Arrivals {
    private final RandomStream random;
    private final double[] excited = new double[baseRates.length];
    private final double base;
    private double time;
    private int type;

    Running(RandomStream random) {
      this.random = random;
      this.base = sum(baseRates);
    }

    @Override
    public int type() {
      return type;
    }

    @Override
    public double next() {
      double spontaneous = random.exponential() / base; // infinity without a base rate
      double excitement = sum(excited);
      double ripe = random.exponential() * decay / excitement;
      double provoked = ripe < 1 ? -StrictMath.log1p(-ripe) / decay : Double.POSITIVE_INFINITY;
      boolean child = provoked < spontaneous;
      double wait = child ? provoked : spontaneous;
      time += wait;
      if (time == Double.POSITIVE_INFINITY) {
        return time;
      }
      type = child ? choose(excited, excitement) : choose(baseRates, base);
      double kept = StrictMath.exp(-decay * wait);
      for (int i = 0; i < excited.length; i++) {
        excited[i] = excited[i] * kept + children[i][type] * decay;
      }
      return time;
    }

    private int choose(double[] weights, double sum) {
      double point = random.uniform() * sum;
      int last = 0;
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          last = i;
          point -= weights[i];
          if (point < 0) {
            return i;
          }
        }
      }
      return last;
    }

    private static double sum(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum;
    }
  }
}
