package io.quantkit.models.tree;

import io.quantkit.core.error.TrainingException;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.models.Provenance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/*
 * The only class that names XGBoost's own, so that the rest of the package works without its jar;
 * whoever calls it has checked that the jar is there.
 * Native memory lives within run: three handles at most, all released on every way out.
 *
 * The library's training loop writes its evaluations to commons-logging and rounds them to text
 * before it compares them. So the rounds are run here and the loss on the rows held back is computed
 * in double precision from the library's margins.
 */
final class Boosting {
  private Boosting() {}

  /** What boosting gave: the model in XGBoost's JSON and how many rounds were run. */
  static final class Result {
    private final byte[] model;
    private final int rounds;

    private Result(byte[] model, int rounds) {
      this.model = model;
      this.rounds = rounds;
    }

    byte[] model() {
      return model;
    }

    int rounds() {
      return rounds;
    }
  }

  static Result run(
      XGBoost recipe, Dataset train, Optional<Dataset> validation, double base, long seed) {
    DMatrix rows = null;
    DMatrix held = null;
    Booster booster = null;
    try {
      rows = matrix(train);
      Map<String, DMatrix> watched = new LinkedHashMap<>();
      if (validation.isPresent()) {
        held = matrix(validation.get());
        watched.put("validation", held);
      }
      booster =
          ml.dmlc.xgboost4j.java.XGBoost.train(
              rows, parameters(recipe, base, seed), 0, watched, null, null);
      int rounds = boost(recipe, booster, rows, held, validation);
      booster.setFeatureNames(train.features().names().toArray(String[]::new));
      return new Result(booster.toByteArray("json"), rounds);
    } catch (XGBoostError e) {
      throw new TrainingException(
          XGBoostFormat.KIND, "XGBoost cannot learn from the data: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw new TrainingException(
          XGBoostFormat.KIND,
          "XGBoost's native library of %s does not start on this machine: %s"
              .formatted(XGBoost.ARTIFACT, e),
          e);
    } finally {
      dispose(booster, rows, held);
    }
  }

  private static int boost(
      XGBoost recipe,
      Booster booster,
      DMatrix rows,
      @Nullable DMatrix held,
      Optional<Dataset> validation)
      throws XGBoostError {
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    int patience = recipe.earlyStopping().map(EarlyStopping::patience).orElse(Integer.MAX_VALUE);
    int round = 0;
    for (; round < recipe.rounds() && round - best <= patience; round++) {
      booster.update(rows, round);
      if (held == null) {
        best = round;
        continue;
      }
      double loss = recipe.loss(validation.orElseThrow(), margins(booster.predict(held, true)));
      if (loss < least) {
        least = loss;
        best = round;
      }
    }
    if (held != null) {
      booster.setAttr("best_iteration", Integer.toString(best));
      booster.setAttr("best_score", Provenance.text(least));
    }
    return round;
  }

  private static float[] margins(float[][] predictions) {
    float[] margins = new float[predictions.length];
    for (int r = 0; r < margins.length; r++) {
      margins[r] = predictions[r][0];
    }
    return margins;
  }

  private static Map<String, Object> parameters(XGBoost recipe, double base, long seed) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("objective", recipe.objective().code());
    parameters.put("base_score", (float) base);
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", recipe.maxDepth());
    parameters.put("eta", recipe.learningRate());
    parameters.put("subsample", recipe.subsample());
    parameters.put("colsample_bytree", recipe.columnSample());
    parameters.put("min_child_weight", recipe.minChildWeight());
    parameters.put("gamma", recipe.minSplitLoss());
    parameters.put("reg_lambda", recipe.lambda());
    parameters.put("reg_alpha", recipe.alpha());
    parameters.put("max_bin", recipe.maxBins());
    parameters.put("nthread", recipe.threads());
    parameters.put("seed", (int) (seed ^ (seed >>> 32)) & Integer.MAX_VALUE);
    parameters.put("seed_per_iteration", 1);
    parameters.put("disable_default_eval_metric", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }

  private static DMatrix matrix(Dataset data) throws XGBoostError {
    FeatureMatrix features = data.features();
    int columns = features.columns();
    float[] values = new float[Math.multiplyExact(data.rows(), columns)];
    float[] labels = new float[data.rows()];
    float[] weights = new float[data.rows()];
    for (int r = 0; r < labels.length; r++) {
      for (int c = 0; c < columns; c++) {
        values[r * columns + c] = (float) features.value(r, c);
      }
      labels[r] = (float) data.label(r);
      weights[r] = (float) data.weight(r);
    }
    DMatrix matrix = new DMatrix(values, labels.length, columns, Float.NaN);
    matrix.setLabel(labels);
    matrix.setWeight(weights);
    return matrix;
  }

  private static void dispose(
      @Nullable Booster booster, @Nullable DMatrix rows, @Nullable DMatrix held) {
    if (booster != null) {
      booster.dispose();
    }
    if (rows != null) {
      rows.dispose();
    }
    if (held != null) {
      held.dispose();
    }
  }
}
