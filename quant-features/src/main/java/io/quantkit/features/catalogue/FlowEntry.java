package io.quantkit.features.catalogue;

import io.quantkit.features.microstructure.OrderFlowFeature;
import java.util.List;

/**
 * What the catalogue tells about a recipe over trades, quotes and books, with usual parameters.
 *
 * @param feature the recipe
 * @param title its name in words
 * @param cost how the work of an event grows with the window {@code w}: {@code O(1)}, {@code O(w)}
 * @param source where it was published
 * @param outputs one entry per output of the recipe, in its order
 */
public record FlowEntry(
    OrderFlowFeature feature, String title, String cost, String source, List<OutputEntry> outputs) {

  /**
   * Creates an entry.
   *
   * @throws IllegalArgumentException if there is not one entry per output
   */
  public FlowEntry {
    outputs = List.copyOf(outputs);
    if (outputs.size() != feature.outputs().size()) {
      throw new IllegalArgumentException(
          "%s has %d outputs, but %d are told"
              .formatted(feature, feature.outputs().size(), outputs.size()));
    }
  }

  /** Returns an entry with the given outputs. */
  public static FlowEntry of(
      OrderFlowFeature feature, String title, String cost, String source, OutputEntry... outputs) {
    return new FlowEntry(feature, title, cost, source, List.of(outputs));
  }
}
