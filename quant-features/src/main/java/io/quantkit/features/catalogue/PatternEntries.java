package io.quantkit.features.catalogue;

import io.quantkit.features.indicator.pattern.ChartPattern;
import io.quantkit.features.indicator.pattern.Fractals;
import io.quantkit.features.indicator.pattern.Shape;
import io.quantkit.features.indicator.pattern.Swings;
import io.quantkit.features.indicator.pattern.ZigZag;
import java.util.ArrayList;
import java.util.List;

/** Swing points and chart patterns. */
final class PatternEntries {
  private static final String BULKOWSKI = "T. Bulkowski, Encyclopedia of Chart Patterns, 2005";

  private PatternEntries() {}

  static List<FeatureEntry> entries() {
    List<FeatureEntry> entries = new ArrayList<>();
    entries.add(zigZag(new ZigZag(Swings.percent(0.05))));
    entries.add(zigZag(new ZigZag(Swings.atr(3, 14))));
    entries.add(
        FeatureEntry.of(
            new Fractals(2),
            "Williams fractals",
            "O(1)",
            "B. Williams, Trading Chaos, 1995",
            OutputEntry.within(0, 1, "1: high[t-n] above n highs on each side", Unit.CODE),
            OutputEntry.within(0, 1, "1: low[t-n] below n lows on each side", Unit.CODE),
            OutputEntry.within(0, 2, "n if there is a fractal, else 0", Unit.BARS)));
    for (Shape shape : Shape.values()) {
      entries.add(pattern(shape));
    }
    return entries;
  }

  private static FeatureEntry zigZag(ZigZag zigZag) {
    return FeatureEntry.of(
        zigZag,
        "Swing points",
        "O(1)",
        "A. Merrill, Filtered Waves, 1977, told at the confirming bar",
        OutputEntry.within(-1, 1, "1: confirms a swing high, -1: a swing low", Unit.CODE),
        OutputEntry.atLeastZero("bars since the swing point, else 0", Unit.BARS),
        OutputEntry.atLeastZero("price of the last swing point", Unit.PRICE));
  }

  private static FeatureEntry pattern(Shape shape) {
    boolean shoulders =
        shape == Shape.HEAD_AND_SHOULDERS || shape == Shape.INVERSE_HEAD_AND_SHOULDERS;
    int low = 0;
    int high = 0;
    switch (shape) {
      case DOUBLE_TOP, TRIPLE_TOP, HEAD_AND_SHOULDERS -> low = -1;
      case DOUBLE_BOTTOM, TRIPLE_BOTTOM, INVERSE_HEAD_AND_SHOULDERS -> high = 1;
      default -> {
        low = -1;
        high = 1;
      }
    }
    return FeatureEntry.of(
        ChartPattern.of(shape, Swings.percent(0.03)),
        "Chart pattern: " + shape.label().replace('-', ' '),
        "O(1)",
        shoulders
            ? BULKOWSKI + "; A. Lo, H. Mamaysky and J. Wang, Journal of Finance 55, 2000"
            : BULKOWSKI,
        OutputEntry.within(low, high, "1, -1: close beyond the line, else 0", Unit.CODE),
        OutputEntry.atLeastZero("bars since the last swing point, else 0", Unit.BARS),
        OutputEntry.atLeastZero("height of the pattern, else 0", Unit.PRICE),
        OutputEntry.any("line +- height, else close", Unit.PRICE));
  }
}
