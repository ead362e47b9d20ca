package io.quantkit.models.ensemble;

import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.strategy.Predictor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mean of what several predictors say, made comparable among the symbols of each time.
 *
 * <p>Each predictor's numbers of one time are scaled, then averaged with equal weight over the
 * predictors that have one; a row that none predicts is {@code NaN}. Only rows of the same time look
 * at each other, so a matrix of one time gives the same as the whole history.
 *
 * @param members the predictors, at least one
 * @param scale how numbers of one time are made comparable
 */
public record AveragePredictor(List<Predictor> members, Scale scale) implements Predictor {

  /** How the numbers of one predictor at one time are made comparable. */
  public enum Scale {
    /**
     * {@code (rank - 0.5) / n} among the {@code n} numbers, within (0, 1); ties have their average
     * rank.
     */
    RANK,
    /**
     * {@code (x - mean) / sd} with the standard deviation of the {@code n} numbers (ddof 0); 0 where
     * all are equal.
     */
    Z_SCORE
  }

  public AveragePredictor {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("members must be at least one, were none");
    }
  }

  /** Returns the average of ranks. */
  public static AveragePredictor ofRanks(List<? extends Predictor> members) {
    return new AveragePredictor(List.copyOf(members), Scale.RANK);
  }

  /** Returns the average of z-scores. */
  public static AveragePredictor ofZScores(List<? extends Predictor> members) {
    return new AveragePredictor(List.copyOf(members), Scale.Z_SCORE);
  }

  /** Returns every feature that any of the members needs. */
  @Override
  public List<String> featureNames() {
    Set<String> names = new LinkedHashSet<>();
    members.forEach(member -> names.addAll(member.featureNames()));
    return List.copyOf(names);
  }

  @Override
  public void predict(FeatureMatrix features, double[] out) {
    int rows = features.rows();
    double[] sums = new double[rows];
    int[] counts = new int[rows];
    double[] said = new double[rows];
    for (Predictor member : members) {
      member.predict(features, said);
      for (int from = 0; from < rows; ) {
        int to = from + 1;
        while (to < rows && features.time(to) == features.time(from)) {
          to++;
        }
        add(said, from, to, sums, counts);
        from = to;
      }
    }
    for (int r = 0; r < rows; r++) {
      out[r] = counts[r] > 0 ? sums[r] / counts[r] : Double.NaN;
    }
  }

  private void add(
      double[] said, int fromInclusive, int toExclusive, double[] sums, int[] counts) {
    int n = 0;
    double sum = 0;
    for (int r = fromInclusive; r < toExclusive; r++) {
      if (!Double.isNaN(said[r])) {
        n++;
        sum += said[r];
      }
    }
    double mean = sum / n;
    double squares = 0;
    for (int r = fromInclusive; r < toExclusive; r++) {
      if (!Double.isNaN(said[r])) {
        squares += (said[r] - mean) * (said[r] - mean);
      }
    }
    double deviation = Math.sqrt(squares / n);
    for (int r = fromInclusive; r < toExclusive; r++) {
      if (Double.isNaN(said[r])) {
        continue;
      }
      counts[r]++;
      sums[r] +=
          scale == Scale.RANK
              ? rankShare(said, fromInclusive, toExclusive, said[r], n)
              : deviation > 0 ? (said[r] - mean) / deviation : 0;
    }
  }

  private static double rankShare(
      double[] said, int fromInclusive, int toExclusive, double value, int n) {
    int below = 0;
    int equal = 0;
    for (int r = fromInclusive; r < toExclusive; r++) {
      below += said[r] < value ? 1 : 0;
      equal += said[r] == value ? 1 : 0;
    }
    return (below + equal / 2.0) / n;
  }
}
