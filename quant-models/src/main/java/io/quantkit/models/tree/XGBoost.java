package io.quantkit.models.tree;

import io.quantkit.core.error.TrainingException;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.models.Provenance;
import io.quantkit.models.Trainer;
import io.quantkit.models.validation.Split;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gradient-boosted trees by XGBoost's histogram method: each round adds the tree that reduces the
 * penalised loss of all trees before it the most.
 *
 * <p>Boosting starts from the weighted mean of the labels. Missing features ({@code NaN}) take the
 * side of a split that was better in training. Features, labels and weights are rounded to single
 * precision. The same data, seed and parameters give the same bytes; {@code threads} is a parameter
 * like any other, since sums over rows are grouped by thread.
 *
 * <p>Needs {@code ml.dmlc:xgboost4j_2.12} on the class path; it is optional, so that only those who
 * fit trees download it.
 *
 * <p>Source: T. Chen and C. Guestrin, "XGBoost: A Scalable Tree Boosting System", KDD 2016,
 * arXiv:1603.02754. The parameters' names there and in its documentation are in parentheses.
 *
 * @param objective what is minimised
 * @param rounds how many trees at most, at least 1 ({@code num_boost_round})
 * @param maxDepth how many splits lead to a leaf at most, within [1, 30] ({@code max_depth})
 * @param learningRate by how much each tree is scaled down, within (0, 1] ({@code eta})
 * @param subsample the share of rows that each tree sees, within (0, 1] ({@code subsample})
 * @param columnSample the share of features that each tree sees, within (0, 1] ({@code
 *     colsample_bytree})
 * @param minChildWeight the least sum of second derivatives in a leaf, at least 0; under squared
 *     error the least weight of its rows ({@code min_child_weight})
 * @param minSplitLoss the least loss reduction of a split, at least 0 ({@code gamma})
 * @param lambda the penalty on squared leaves, at least 0 ({@code reg_lambda})
 * @param alpha the penalty on absolute leaves, at least 0 ({@code reg_alpha})
 * @param maxBins into how many bins a feature's values are sorted, at least 2 ({@code max_bin})
 * @param threads how many threads XGBoost itself starts, at least 1 ({@code nthread})
 * @param earlyStopping when to stop before {@code rounds}; empty for never
 */
public record XGBoost(
    Objective objective,
    int rounds,
    int maxDepth,
    double learningRate,
    double subsample,
    double columnSample,
    double minChildWeight,
    double minSplitLoss,
    double lambda,
    double alpha,
    int maxBins,
    int threads,
    Optional<EarlyStopping> earlyStopping)
    implements Trainer {

  /**
   * Squared error, 500 rounds of depth 4, learning rate 0.05, 80 % of rows and features per tree, a
   * child weight of at least 5, lambda 1, alpha 0, 256 bins, one thread, no early stopping.
   */
  public static final XGBoost DEFAULT =
      new XGBoost(
          Objective.SQUARED_ERROR, 500, 4, 0.05, 0.8, 0.8, 5, 0, 1, 0, 256, 1, Optional.empty());

  /** What the user adds to fit trees. */
  static final String ARTIFACT = "ml.dmlc:xgboost4j_2.12:3.0.4";

  public XGBoost {
    requireAtLeast("rounds", rounds, 1);
    requireAtLeast("maxDepth", maxDepth, 1);
    if (maxDepth > 30) {
      throw new IllegalArgumentException("maxDepth must be at most 30, was " + maxDepth);
    }
    requireShare("learningRate", learningRate);
    requireShare("subsample", subsample);
    requireShare("columnSample", columnSample);
    requirePenalty("minChildWeight", minChildWeight);
    requirePenalty("minSplitLoss", minSplitLoss);
    requirePenalty("lambda", lambda);
    requirePenalty("alpha", alpha);
    requireAtLeast("maxBins", maxBins, 2);
    requireAtLeast("threads", threads, 1);
  }

  /** Returns a builder that starts from {@link #DEFAULT}. */
  public static Builder builder() {
    return DEFAULT.toBuilder();
  }

  /** Returns a builder that starts from this recipe. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Fits the model.
   *
   * @param seed draws rows and features for each tree; folded to 31 bits
   * @throws IllegalArgumentException if no row has weight, a label is not finite or not one that
   *     the objective takes, a feature is infinite in single precision, or early stopping leaves
   *     nothing to learn from
   * @throws TrainingException if XGBoost is not on the class path or cannot learn from the data
   */
  @Override
  public XGBoostModel fit(Dataset data, long seed) {
    requireLibrary();
    Dataset weighted = data.pick(rowsOfWeight(data));
    for (int r = 0; r < weighted.rows(); r++) {
      requireUsable(weighted, r);
    }
    Optional<Split> split = earlyStopping.map(stopping -> stopping.holdout().split(weighted));
    Dataset train = split.map(Split::train).orElse(weighted);
    Optional<Dataset> validation = split.map(Split::test);
    Boosting.Result result = Boosting.run(this, train, validation, base(train), seed);
    Trees trees = Trees.parse(result.model());
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("rounds_run", (double) result.rounds());
    metrics.put("rounds_used", (double) trees.size());
    metrics.put("train_rows", (double) train.rows());
    metrics.put("train_loss", loss(train, trees.margins(train.features())));
    validation.ifPresent(
        held -> {
          metrics.put("validation_rows", (double) held.rows());
          metrics.put("validation_loss", loss(held, trees.margins(held.features())));
        });
    Provenance provenance =
        Provenance.of(
            XGBoostFormat.KIND,
            parameters(),
            seed,
            data,
            Map.of("ml.dmlc:xgboost4j_2.12", trees.version()),
            metrics);
    return new XGBoostModel(provenance, result.model(), trees);
  }

  /** Returns the weighted mean loss of predictions given as sums of leaves. */
  double loss(Dataset data, float[] margins) {
    double weight = 0;
    double sum = 0;
    for (int r = 0; r < margins.length; r++) {
      weight += data.weight(r);
      sum += data.weight(r) * objective.loss(data.label(r), margins[r]);
    }
    return sum / weight;
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("objective", objective.code());
    parameters.put("rounds", Integer.toString(rounds));
    parameters.put("maxDepth", Integer.toString(maxDepth));
    parameters.put("learningRate", Provenance.text(learningRate));
    parameters.put("subsample", Provenance.text(subsample));
    parameters.put("columnSample", Provenance.text(columnSample));
    parameters.put("minChildWeight", Provenance.text(minChildWeight));
    parameters.put("minSplitLoss", Provenance.text(minSplitLoss));
    parameters.put("lambda", Provenance.text(lambda));
    parameters.put("alpha", Provenance.text(alpha));
    parameters.put("maxBins", Integer.toString(maxBins));
    parameters.put("threads", Integer.toString(threads));
    earlyStopping.ifPresent(
        stopping -> {
          parameters.put("earlyStopping.tail", stopping.holdout().tail().toString());
          parameters.put("earlyStopping.embargo", stopping.holdout().embargo().toString());
          parameters.put("earlyStopping.patience", Integer.toString(stopping.patience()));
        });
    return parameters;
  }

  private double base(Dataset train) {
    double weight = 0;
    double sum = 0;
    for (int r = 0; r < train.rows(); r++) {
      weight += train.weight(r);
      sum += train.weight(r) * train.label(r);
    }
    double mean = sum / weight;
    if (objective == Objective.LOGISTIC && !((float) mean > 0 && (float) mean < 1)) {
      throw new TrainingException(
          XGBoostFormat.KIND, "both labels 0 and 1 must occur among the rows to learn from");
    }
    return mean;
  }

  private static void requireLibrary() {
    try {
      Class.forName("ml.dmlc.xgboost4j.java.XGBoost", false, XGBoost.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new TrainingException(
          XGBoostFormat.KIND, "XGBoost is not on the class path: add the artifact " + ARTIFACT, e);
    }
  }

  private static int[] rowsOfWeight(Dataset data) {
    int[] kept = new int[data.rows()];
    int size = 0;
    for (int r = 0; r < kept.length; r++) {
      if (data.weight(r) > 0) {
        kept[size++] = r;
      }
    }
    if (size == 0) {
      throw new IllegalArgumentException(
          "the dataset must have rows of positive weight, had none among " + kept.length);
    }
    return Arrays.copyOf(kept, size);
  }

  private void requireUsable(Dataset data, int row) {
    double label = data.label(row);
    FeatureMatrix features = data.features();
    if (objective == Objective.LOGISTIC && label != 0 && label != 1) {
      throw new IllegalArgumentException(
          "label of %s at %d must be 0 or 1, was %s"
              .formatted(features.symbol(row), features.time(row), label));
    }
    if (!Float.isFinite((float) label)) {
      throw new IllegalArgumentException(
          "label of %s at %d must be finite, was %s"
              .formatted(features.symbol(row), features.time(row), label));
    }
    for (int c = 0; c < features.columns(); c++) {
      if (Float.isInfinite((float) features.value(row, c))) {
        throw new IllegalArgumentException(
            "feature %s of %s at %d must be finite in single precision, was %s"
                .formatted(
                    features.names().get(c),
                    features.symbol(row),
                    features.time(row),
                    features.value(row, c)));
      }
    }
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, was %d".formatted(name, least, value));
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be within (0, 1], was " + value);
    }
  }

  private static void requirePenalty(String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be finite and at least 0, was " + value);
    }
  }

  /** Collects parameters. Not thread-safe. */
  public static final class Builder {
    private Objective objective;
    private int rounds;
    private int maxDepth;
    private double learningRate;
    private double subsample;
    private double columnSample;
    private double minChildWeight;
    private double minSplitLoss;
    private double lambda;
    private double alpha;
    private int maxBins;
    private int threads;
    private Optional<EarlyStopping> earlyStopping;

    private Builder(XGBoost from) {
      objective = from.objective;
      rounds = from.rounds;
      maxDepth = from.maxDepth;
      learningRate = from.learningRate;
      subsample = from.subsample;
      columnSample = from.columnSample;
      minChildWeight = from.minChildWeight;
      minSplitLoss = from.minSplitLoss;
      lambda = from.lambda;
      alpha = from.alpha;
      maxBins = from.maxBins;
      threads = from.threads;
      earlyStopping = from.earlyStopping;
    }

    /** Says what is minimised. */
    public Builder objective(Objective value) {
      objective = value;
      return this;
    }

    /** Limits the number of trees. */
    public Builder rounds(int value) {
      rounds = value;
      return this;
    }

    /** Limits the depth of a tree. */
    public Builder maxDepth(int value) {
      maxDepth = value;
      return this;
    }

    /** Scales each tree down. */
    public Builder learningRate(double value) {
      learningRate = value;
      return this;
    }

    /** Says which share of rows each tree sees. */
    public Builder subsample(double value) {
      subsample = value;
      return this;
    }

    /** Says which share of features each tree sees. */
    public Builder columnSample(double value) {
      columnSample = value;
      return this;
    }

    /** Says what a leaf must weigh at least. */
    public Builder minChildWeight(double value) {
      minChildWeight = value;
      return this;
    }

    /** Says by how much a split must reduce the loss at least. */
    public Builder minSplitLoss(double value) {
      minSplitLoss = value;
      return this;
    }

    /** Penalises squared leaves. */
    public Builder lambda(double value) {
      lambda = value;
      return this;
    }

    /** Penalises absolute leaves. */
    public Builder alpha(double value) {
      alpha = value;
      return this;
    }

    /** Says into how many bins a feature's values are sorted. */
    public Builder maxBins(int value) {
      maxBins = value;
      return this;
    }

    /** Says how many threads XGBoost starts. */
    public Builder threads(int value) {
      threads = value;
      return this;
    }

    /** Says when to stop before all rounds are run. */
    public Builder earlyStopping(EarlyStopping value) {
      earlyStopping = Optional.of(value);
      return this;
    }

    /** Runs all rounds. */
    public Builder noEarlyStopping() {
      earlyStopping = Optional.empty();
      return this;
    }

    /**
     * Returns the recipe.
     *
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public XGBoost build() {
      return new XGBoost(
          objective,
          rounds,
          maxDepth,
          learningRate,
          subsample,
          columnSample,
          minChildWeight,
          minSplitLoss,
          lambda,
          alpha,
          maxBins,
          threads,
          earlyStopping);
    }
  }
}
