package io.quantkit.models.ensemble;

import io.quantkit.core.math.Ranks;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.strategy.Predictor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mean of what several predictors say, made comparable among the symbols of each time.
 *
 * <p>Each predictor's numbers of one time are scaled, then averaged with equal weight over the
 * predictors that have one; a row that none predicts is {@code NaN}. Only rows of the same time
 * look at each other, so a matrix of one time gives the same as the whole history.
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
     * {@code (x - mean) / sd} with the standard deviation of the {@code n} numbers (ddof 0); 0
     * where all are equal.
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
      scaleByTime(features, said);
      for (int r = 0; r < rows; r++) {
        if (!Double.isNaN(said[r])) {
          sums[r] += said[r];
          counts[r]++;
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      out[r] = counts[r] > 0 ? sums[r] / counts[r] : Double.NaN;
    }
  }

  private void scaleByTime(FeatureMatrix features, double[] said) {
    Ranks ranks = new Ranks();
    double[] numbers = new double[features.symbols().size()];
    for (int from = 0; from < said.length; ) {
      int to = from + 1;
      while (to < said.length && features.time(to) == features.time(from)) {
        to++;
      }
      System.arraycopy(said, from, numbers, 0, to - from);
      if (scale == Scale.RANK) {
        toRankShares(numbers, to - from, ranks);
      } else {
        toZScores(numbers, to - from);
      }
      System.arraycopy(numbers, 0, said, from, to - from);
      from = to;
    }
  }

  private static void toRankShares(double[] numbers, int size, Ranks ranks) {
    int n = ranks.average(numbers, size, numbers);
    for (int i = 0; i < size; i++) {
      numbers[i] = (numbers[i] - 0.5) / n;
    }
  }

  private static void toZScores(double[] numbers, int size) {
    int n = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(numbers[i])) {
        least = Math.min(least, numbers[i]);
        greatest = Math.max(greatest, numbers[i]);
        sum += numbers[i];
        n++;
      }
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      squares += Double.isNaN(numbers[i]) ? 0 : (numbers[i] - mean) * (numbers[i] - mean);
    }
    double deviation = Math.sqrt(squares / n);
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(numbers[i])) {
        numbers[i] = least == greatest ? 0 : (numbers[i] - mean) / deviation;
      }
    }
  }
}
