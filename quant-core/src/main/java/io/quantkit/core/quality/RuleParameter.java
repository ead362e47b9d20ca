package io.quantkit.core.quality;

/**
 * A number by which a rule can be tuned.
 *
 * @param name how the rules' configuration calls it
 * @param value what it is unless told otherwise
 * @param meaning what it means, with its unit
 */
public record RuleParameter(String name, double value, String meaning) {

  public RuleParameter {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value of " + name + " must be finite, was " + value);
    }
  }
}
