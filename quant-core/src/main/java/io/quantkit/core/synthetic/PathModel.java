package io.quantkit.core.synthetic;

/**
 * An immutable recipe for a random process in time: the price of one instrument, or a level such as
 * a spread or a rate.
 *
 * <p>Parameters are per year unless a model says otherwise. {@link #start} begins a path, {@link
 * Path#next} moves it on by one step.
 */
public interface PathModel {

  /** Returns the value at which every path begins. */
  double initial();

  /**
   * Begins a path.
   *
   * @param yearsPerStep the time that one step takes, in years, positive
   * @param random kept: each step draws from it
   */
  Path start(double yearsPerStep, RandomStream random);

  /**
   * Returns one path.
   *
   * @param steps how many steps it has, at least 0
   * @param yearsPerStep the time that one step takes, in years, positive
   * @param seed what the randomness grows from
   * @return {@code steps + 1} values, the first one {@link #initial}
   */
  default double[] path(int steps, double yearsPerStep, long seed) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be at least 0, was " + steps);
    }
    double[] values = new double[steps + 1];
    values[0] = initial();
    Path path = start(yearsPerStep, RandomStream.of(seed));
    for (int i = 1; i <= steps; i++) {
      values[i] = path.next();
    }
    return values;
  }

  /** One path on its way. Belongs to one thread. */
  @FunctionalInterface
  interface Path {

    /** Moves on by one step and returns the value reached. */
    double next();
  }

  /** A path whose variance changes on the way. */
  interface VariancePath extends Path {

    /** Returns the variance that rules the next step. */
    double variance();
  }
}
