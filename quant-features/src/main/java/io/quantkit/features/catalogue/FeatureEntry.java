package io.quantkit.features.catalogue;

import io.quantkit.features.Feature;
import java.util.List;

/**
 * What the catalogue tells about a recipe with usual parameters.
 *
 * @param feature the recipe
 * @param title its name in words
 * @param cost how the work of a step grows with the window {@code w}: {@code O(1)}, {@code O(log
 *     w)}, {@code O(w)}
 * @param source where it was published, and the name of its function in TA-Lib if it has one
 * @param outputs one entry per output of the recipe, in its order
 */
public record FeatureEntry(
    Feature feature, String title, String cost, String source, List<OutputEntry> outputs) {

  /**
   * Creates an entry.
   *
   * @throws IllegalArgumentException if there is not one entry per output
   */
  public FeatureEntry {
    outputs = List.copyOf(outputs);
    if (outputs.size() != feature.outputs().size()) {
      throw new IllegalArgumentException(
          "%s has %d outputs, but %d are told"
              .formatted(feature, feature.outputs().size(), outputs.size()));
    }
  }

  /** Returns an entry with the given outputs. */
  public static FeatureEntry of(
      Feature feature, String title, String cost, String source, OutputEntry... outputs) {
    return new FeatureEntry(feature, title, cost, source, List.of(outputs));
  }
}
