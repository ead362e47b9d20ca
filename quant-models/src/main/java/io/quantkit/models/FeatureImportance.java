package io.quantkit.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each feature matters to a model. Only values of the same kind and model compare.
 *
 * @param kind what is measured, such as {@code total_gain}
 * @param values at least 0, larger matters more; in the order of the model's features
 */
public record FeatureImportance(String kind, Map<String, Double> values) {

  public FeatureImportance {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    values.forEach(
        (name, value) -> {
          if (!(value >= 0)) {
            throw new IllegalArgumentException(
                "importance of " + name + " must be at least 0, was " + value);
          }
        });
  }

  /**
   * Returns the importance of one feature.
   *
   * @throws IllegalArgumentException if the model does not use it
   */
  public double of(String feature) {
    Double value = values.get(feature);
    if (value == null) {
      throw new IllegalArgumentException("feature " + feature + " is not among " + values.keySet());
    }
    return value;
  }

  /** Returns the features, the most important first; equal ones in the model's order. */
  public List<String> ranked() {
    return values.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }
}
