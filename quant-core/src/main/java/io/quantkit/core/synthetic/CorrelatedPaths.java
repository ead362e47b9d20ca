package io.quantkit.core.synthetic;

import java.util.List;

/**
 * Several processes whose shocks go together: a market, and not just many shares.
 *
 * <p>In each step the shocks of all models ({@link RandomStream#shock}) are normal numbers joined
 * by a Gaussian copula of the given correlations or, after {@link #withTailDependence}, by a t
 * copula: then each model by itself moves as before, but extreme moves of several tend to come
 * together. Jumps, variances and regimes stay each model's own.
 *
 * <p>The model at position {@code i} draws from streams of the seed that are its own: adding a
 * model at the end changes no path before it.
 */
public final class CorrelatedPaths {
  private static final long PRIVATE = 0;
  private static final long SHOCKS = 1L << 32;
  private static final long COMMON = 2L << 32;
  private static final long COPULA = 3L << 32;

  private final List<PathModel> models;
  private final CorrelationMatrix correlations;
  private final double degreesOfFreedom;

  private CorrelatedPaths(
      List<PathModel> models, CorrelationMatrix correlations, double degreesOfFreedom) {
    this.models = models;
    this.correlations = correlations;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  /** All the paths on their way, in lockstep. Belongs to one thread. */
  @FunctionalInterface
  public interface Run {

    /**
     * Moves all on by one step.
     *
     * @param out receives the value of each; modified
     */
    void next(double[] out);
  }

  /**
   * Returns processes joined by a Gaussian copula.
   *
   * @throws IllegalArgumentException if there are not as many correlations as models
   */
  public static CorrelatedPaths of(
      List<? extends PathModel> models, CorrelationMatrix correlations) {
    if (models.size() != correlations.size()) {
      throw new IllegalArgumentException(
          "there must be as many models as correlations, was %d and %d"
              .formatted(models.size(), correlations.size()));
    }
    return new CorrelatedPaths(List.copyOf(models), correlations, Double.POSITIVE_INFINITY);
  }

  /**
   * Returns the same processes joined by a t copula; the correlations are then those of the t
   * numbers, a little above those of the shocks.
   *
   * @param degreesOfFreedom positive; the fewer, the more extremes coincide
   */
  public CorrelatedPaths withTailDependence(double degreesOfFreedom) {
    Check.positive("degreesOfFreedom", degreesOfFreedom);
    return new CorrelatedPaths(models, correlations, degreesOfFreedom);
  }

  /** Returns the processes. */
  public List<PathModel> models() {
    return models;
  }

  /**
   * Begins all paths.
   *
   * @param yearsPerStep the time that one step takes, in years, positive
   * @param seed what the randomness grows from
   */
  public Run start(double yearsPerStep, long seed) {
    return new Lockstep(this, yearsPerStep, seed);
  }

  /**
   * Returns one path of each process.
   *
   * @param steps how many steps they have, at least 0
   * @return for each model {@code steps + 1} values, the first one its {@link PathModel#initial}
   */
  public double[][] paths(int steps, double yearsPerStep, long seed) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be at least 0, was " + steps);
    }
    double[][] values = new double[models.size()][steps + 1];
    for (int i = 0; i < values.length; i++) {
      values[i][0] = models.get(i).initial();
    }
    double[] row = new double[values.length];
    Run run = start(yearsPerStep, seed);
    for (int t = 1; t <= steps; t++) {
      run.next(row);
      for (int i = 0; i < row.length; i++) {
        values[i][t] = row[i];
      }
    }
    return values;
  }

  private static final class Lockstep implements Run {
    private final CorrelationMatrix correlations;
    private final double degreesOfFreedom;
    private final StudentT ranks;
    private final RandomStream common;
    private final RandomStream copula;
    private final RandomStream[] own;
    private final PathModel.Path[] paths;
    private final double[] independent;
    private final double[] shocks;

    Lockstep(CorrelatedPaths recipe, double yearsPerStep, long seed) {
      int n = recipe.models.size();
      correlations = recipe.correlations;
      degreesOfFreedom = recipe.degreesOfFreedom;
      ranks = new StudentT(Double.isInfinite(degreesOfFreedom) ? 1 : degreesOfFreedom);
      common = RandomStream.of(seed, COMMON);
      copula = RandomStream.of(seed, COPULA);
      own = new RandomStream[n];
      paths = new PathModel.Path[n];
      independent = new double[n];
      shocks = new double[n];
      for (int i = 0; i < n; i++) {
        int position = i;
        own[i] = RandomStream.of(seed, SHOCKS + i);
        RandomStream random = RandomStream.driven(seed, PRIVATE + i, () -> shocks[position]);
        paths[i] = recipe.models.get(i).start(yearsPerStep, random);
      }
    }

    @Override
    public void next(double[] out) {
      for (int i = 0; i < independent.length; i++) {
        independent[i] = own[i].gaussian();
      }
      double factor = correlations.hasFactor() ? common.gaussian() : 0;
      correlations.correlate(factor, independent, shocks);
      if (degreesOfFreedom != Double.POSITIVE_INFINITY) {
        double v = degreesOfFreedom;
        double stretch = Math.sqrt(v / (2 * copula.gamma(v / 2)));
        for (int i = 0; i < shocks.length; i++) {
          shocks[i] = ranks.toNormal(shocks[i] * stretch);
        }
      }
      for (int i = 0; i < paths.length; i++) {
        out[i] = paths[i].next();
      }
    }
  }
}
