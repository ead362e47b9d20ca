package io.quantkit.models.linear;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantkit.core.error.ModelLoadException;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.models.FeatureImportance;
import io.quantkit.models.Model;
import io.quantkit.models.Models;
import io.quantkit.models.Provenance;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fitted linear function: {@code b0 + sum_j b_j x_j}, in the unit of the labels.
 *
 * <p>A row with a feature that is infinite, or {@code NaN} under {@link MissingValues#REJECT}, has
 * the prediction {@code NaN}.
 */
public final class RidgeModel implements Model {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final Provenance provenance;
  private final double intercept;
  private final double[] coefficients;

  /** What replaces a missing value of each feature; NaN if nothing does. */
  private final double[] fillers;

  private final double[] deviations;

  RidgeModel(
      Provenance provenance,
      double intercept,
      double[] coefficients,
      double[] fillers,
      double[] deviations) {
    this.provenance = provenance;
    this.intercept = intercept;
    this.coefficients = coefficients;
    this.fillers = fillers;
    this.deviations = deviations;
  }

  /** Returns {@code b0}, the prediction where every feature is 0. */
  public double intercept() {
    return intercept;
  }

  /**
   * Returns by how much the prediction changes when a feature grows by 1 in its own unit.
   *
   * @throws IllegalArgumentException if the model does not use the feature
   */
  public double coefficient(String feature) {
    int column = featureNames().indexOf(feature);
    if (column < 0) {
      throw new IllegalArgumentException("feature " + feature + " is not among " + featureNames());
    }
    return coefficients[column];
  }

  /** Returns a copy of the coefficients in the order of {@link #featureNames}. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  @Override
  public void predict(FeatureMatrix features, double[] out) {
    FeatureMatrix aligned = Models.align(features, featureNames());
    int rows = aligned.rows();
    Arrays.fill(out, 0, rows, intercept);
    for (int c = 0; c < coefficients.length; c++) {
      double coefficient = coefficients[c];
      double filler = fillers[c];
      for (int r = 0; r < rows; r++) {
        double value = aligned.value(r, c);
        double known = Double.isNaN(value) ? filler : value;
        out[r] += Double.isFinite(known) ? coefficient * known : Double.NaN;
      }
    }
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /**
   * Returns {@code |b_j| * sd_j}: by how much the prediction changes when a feature moves by one
   * standard deviation (ddof 0) of the rows learnt from. Its kind is {@code
   * absolute_standardized_coefficient}.
   */
  @Override
  public FeatureImportance featureImportance() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int c = 0; c < coefficients.length; c++) {
      values.put(featureNames().get(c), Math.abs(coefficients[c]) * deviations[c]);
    }
    return new FeatureImportance("absolute_standardized_coefficient", values);
  }

  @Override
  public String kind() {
    return RidgeFormat.KIND;
  }

  @Override
  public byte[] payload() {
    ObjectNode root = JSON.createObjectNode();
    root.put("intercept", intercept);
    ArrayNode features = root.putArray("features");
    for (int c = 0; c < coefficients.length; c++) {
      ObjectNode feature = features.addObject();
      feature.put("name", featureNames().get(c));
      feature.put("coefficient", coefficients[c]);
      feature.put("standardDeviation", deviations[c]);
      if (!Double.isNaN(fillers[c])) {
        feature.put("missing", fillers[c]);
      }
    }
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a linear model can always be written", e);
    }
  }

  static RidgeModel read(Provenance provenance, byte[] payload) {
    try {
      JsonNode root = JSON.readTree(payload);
      JsonNode features = root.required("features");
      List<String> names = provenance.featureNames();
      if (features.size() != names.size()) {
        throw new ModelLoadException(
            RidgeFormat.KIND,
            "model.json must have %d features, had %d".formatted(names.size(), features.size()));
      }
      double[] coefficients = new double[names.size()];
      double[] fillers = new double[names.size()];
      double[] deviations = new double[names.size()];
      for (int c = 0; c < coefficients.length; c++) {
        JsonNode feature = features.get(c);
        if (!feature.required("name").asText().equals(names.get(c))) {
          throw new ModelLoadException(
              RidgeFormat.KIND,
              "feature %d of model.json must be %s, was %s"
                  .formatted(c, names.get(c), feature.required("name")));
        }
        coefficients[c] = feature.required("coefficient").doubleValue();
        deviations[c] = feature.required("standardDeviation").doubleValue();
        fillers[c] = feature.path("missing").asDouble(Double.NaN);
      }
      return new RidgeModel(
          provenance, root.required("intercept").doubleValue(), coefficients, fillers, deviations);
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelLoadException(
          RidgeFormat.KIND, "model.json is malformed: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "RidgeModel of " + featureNames();
  }
}
