package io.quantkit.models.tree;

import io.quantkit.core.error.ModelLoadException;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.models.FeatureImportance;
import io.quantkit.models.Model;
import io.quantkit.models.Models;
import io.quantkit.models.Provenance;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sum of boosted trees. A missing feature ({@code NaN}) is ordinary input: each split has a side
 * for it, so every row has a prediction.
 *
 * <p>Predictions are computed from the trees in Java, without native code, and are the same on
 * every machine.
 */
public final class XGBoostModel implements Model {
  private final Provenance provenance;
  private final byte[] json;
  private final Trees trees;

  XGBoostModel(Provenance provenance, byte[] json, Trees trees) {
    this.provenance = provenance;
    this.json = json;
    this.trees = trees;
  }

  /** Returns how many trees a prediction adds up. */
  public int rounds() {
    return trees.size();
  }

  @Override
  public void predict(FeatureMatrix features, double[] out) {
    trees.predict(Models.align(features, featureNames()), out);
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /** Returns the {@link Importance#TOTAL_GAIN} of each feature. */
  @Override
  public FeatureImportance featureImportance() {
    return featureImportance(Importance.TOTAL_GAIN);
  }

  /** Returns how much each feature matters; 0 for one on which no tree splits. */
  public FeatureImportance featureImportance(Importance kind) {
    double[] importance = trees.importance(kind);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int c = 0; c < importance.length; c++) {
      values.put(featureNames().get(c), importance[c]);
    }
    return new FeatureImportance(kind.kind(), values);
  }

  @Override
  public String kind() {
    return XGBoostFormat.KIND;
  }

  /**
   * Returns the model in XGBoost's own JSON, which its other languages read. After early stopping
   * it holds all rounds run, and the attribute {@code best_iteration} says which is the last one
   * used.
   */
  @Override
  public byte[] payload() {
    return json.clone();
  }

  static XGBoostModel read(Provenance provenance, byte[] payload) {
    Trees trees;
    try {
      trees = Trees.parse(payload);
    } catch (IllegalArgumentException e) {
      throw new ModelLoadException(
          XGBoostFormat.KIND, "model.json is not a model of XGBoost: " + e.getMessage(), e);
    }
    if (trees.columns() != provenance.featureNames().size()) {
      throw new ModelLoadException(
          XGBoostFormat.KIND,
          "model.json must have %d features, had %d"
              .formatted(provenance.featureNames().size(), trees.columns()));
    }
    return new XGBoostModel(provenance, payload.clone(), trees);
  }

  @Override
  public String toString() {
    return "XGBoostModel of %d trees on %s".formatted(rounds(), featureNames());
  }
}
