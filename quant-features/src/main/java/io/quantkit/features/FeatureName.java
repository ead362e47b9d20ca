package io.quantkit.features;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of one output of a feature, {@code {category}_{indicator}_{window}_{aggregation}}:
 * {@code tech_rsi_14_raw}, {@code tech_macd_12x26x9_signal}, {@code xsec_rank_of_tech_rsi_14_raw}.
 *
 * <p>Two recipes with different results have different names. The indicator may contain
 * underscores, the other parts may not.
 *
 * @param category the family: {@code tech}, {@code stat}, {@code cross}, {@code xsec}
 * @param indicator what is computed
 * @param window the lengths and other numbers that it depends on, joined by {@code x}; {@code all}
 *     if it depends on the whole past
 * @param aggregation which output of several it is, or what it was computed from; {@code raw} if
 *     there is nothing to tell
 */
public record FeatureName(String category, String indicator, String window, String aggregation) {
  private static final Pattern PART = Pattern.compile("[a-z0-9.\\-]+");
  private static final Pattern PARTS = Pattern.compile("[a-z0-9.\\-]+(_[a-z0-9.\\-]+)*");

  public FeatureName {
    if (!PART.matcher(category).matches()
        || !PARTS.matcher(indicator).matches()
        || !PART.matcher(window).matches()
        || !PART.matcher(aggregation).matches()) {
      throw new IllegalArgumentException(
          "parts of a feature name must be lower-case letters, digits, '.' and '-', were %s, %s, %s, %s"
              .formatted(category, indicator, window, aggregation));
    }
  }

  /** Returns the name with the given parts. */
  public static FeatureName of(
      String category, String indicator, String window, String aggregation) {
    return new FeatureName(category, indicator, window, aggregation);
  }

  /** Returns the name with the given parts and one number as window. */
  public static FeatureName of(String category, String indicator, int window, String aggregation) {
    return new FeatureName(category, indicator, Integer.toString(window), aggregation);
  }

  /**
   * Returns the name that a text spells.
   *
   * @throws IllegalArgumentException if it has fewer than four parts or a malformed one
   */
  public static FeatureName parse(String text) {
    int category = text.indexOf('_');
    int aggregation = text.lastIndexOf('_');
    int window = aggregation < 0 ? -1 : text.lastIndexOf('_', aggregation - 1);
    if (window <= category) {
      throw new IllegalArgumentException(
          "a feature name must have four parts, category_indicator_window_aggregation, was '"
              + text
              + "'");
    }
    return new FeatureName(
        text.substring(0, category),
        text.substring(category + 1, window),
        text.substring(window + 1, aggregation),
        text.substring(aggregation + 1));
  }

  /** Returns a number as it is written in a window: {@code 2.5}, and {@code 252} for 252.0. */
  public static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number).toLowerCase(Locale.ROOT);
  }

  /** Returns the parts joined by underscores. */
  @Override
  public String toString() {
    return category + "_" + indicator + "_" + window + "_" + aggregation;
  }
}
