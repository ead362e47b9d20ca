package io.quantkit.features.catalogue;

import io.quantkit.core.strategy.Factor;
import java.util.List;

/**
 * What the catalogue tells about a factor with usual parameters.
 *
 * @param factor the recipe
 * @param title its name in words
 * @param cost how the work of a row grows with the number of symbols {@code n} and the window
 *     {@code w}: {@code O(n)}, {@code O(n log n)}, {@code O(n^2 w)}
 * @param source where it was published
 * @param outputs one entry per output of the recipe, in its order
 */
public record FactorEntry(
    Factor factor, String title, String cost, String source, List<OutputEntry> outputs) {

  /**
   * Creates an entry.
   *
   * @throws IllegalArgumentException if there is not one entry per output
   */
  public FactorEntry {
    outputs = List.copyOf(outputs);
    if (outputs.size() != factor.names().size()) {
      throw new IllegalArgumentException(
          "%s has %d outputs, but %d are told"
              .formatted(factor, factor.names().size(), outputs.size()));
    }
  }

  /** Returns an entry with the given outputs. */
  public static FactorEntry of(
      Factor factor, String title, String cost, String source, OutputEntry... outputs) {
    return new FactorEntry(factor, title, cost, source, List.of(outputs));
  }
}
