package io.quantkit.features.catalogue;

import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.price.CandleShape;
import io.quantkit.features.indicator.price.CloseLocation;
import io.quantkit.features.indicator.price.ExtremeDistance;
import io.quantkit.features.indicator.price.ExtremePositions;
import io.quantkit.features.indicator.price.Gap;
import io.quantkit.features.indicator.price.HeikinAshi;
import io.quantkit.features.indicator.price.MathOperator;
import io.quantkit.features.indicator.price.MathOperator.Operation;
import io.quantkit.features.indicator.price.MathTransform;
import io.quantkit.features.indicator.price.MathTransform.Function;
import io.quantkit.features.indicator.price.PivotRule;
import io.quantkit.features.indicator.price.Pivots;
import io.quantkit.features.indicator.price.Price;
import io.quantkit.features.indicator.price.RollingExtremes;
import io.quantkit.features.indicator.price.RollingSum;
import io.quantkit.features.indicator.price.SessionPivots;
import io.quantkit.features.transform.RollingMinMax;
import io.quantkit.features.transform.RollingRank;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prices themselves: transforms, operators, extremes, pivots and the shape of bars. */
final class PriceEntries {
  private PriceEntries() {}

  static List<FeatureEntry> entries() {
    List<FeatureEntry> entries = new ArrayList<>();
    prices(entries);
    operators(entries);
    extremes(entries);
    for (PivotRule rule : PivotRule.values()) {
      entries.add(pivots(new Pivots(rule), rule, "the bar before"));
      entries.add(
          pivots(
              new SessionPivots(rule, TradingCalendar.alwaysOpen()), rule, "the session before"));
    }
    shapes(entries);
    return List.copyOf(entries);
  }

  private static void prices(List<FeatureEntry> entries) {
    for (Input input : Input.values()) {
      String source =
          switch (input) {
            case AVERAGE -> "TA-Lib AVGPRICE; Tulip avgprice";
            case MEDIAN -> "TA-Lib MEDPRICE; Tulip medprice";
            case TYPICAL -> "TA-Lib TYPPRICE; Tulip typprice";
            case WEIGHTED -> "TA-Lib WCLPRICE; Tulip wcprice";
            default -> "definition";
          };
      entries.add(
          FeatureEntry.of(
              new Price(input),
              "Price",
              "O(1)",
              source,
              OutputEntry.atLeastZero(input.label(), Unit.INPUT)));
    }
    for (Function function : Function.values()) {
      String name = function.name().toLowerCase(Locale.ROOT);
      double low =
          switch (function) {
            case CEIL, FLOOR, COS, SIN, SQRT, ASIN, ACOS, ATAN, TAN, TANH, SINH -> 0;
            case COSH, EXP -> 1;
            case LN, LOG10 -> Double.NEGATIVE_INFINITY;
          };
      // A rank is within (0, 1], where every function is defined.
      entries.add(
          FeatureEntry.of(
              new MathTransform(function, new RollingRank(20)),
              "Math transform",
              "O(log w)",
              "TA-Lib " + function.name(),
              new OutputEntry(name + "(x)", Unit.RATIO, low, Double.POSITIVE_INFINITY)));
    }
    entries.add(
        FeatureEntry.of(
            new MathTransform(Function.LN, Input.CLOSE),
            "Logarithm of the price",
            "O(1)",
            "TA-Lib LN",
            OutputEntry.any("ln(x)", Unit.OTHER)));
    entries.add(
        FeatureEntry.of(
            new MathTransform(Function.SQRT, Input.VOLUME),
            "Root of the volume",
            "O(1)",
            "TA-Lib SQRT",
            OutputEntry.atLeastZero("sqrt(x)", Unit.OTHER)));
    entries.add(
        FeatureEntry.of(
            new MathTransform(Function.TANH, new RollingMinMax(20)),
            "Squashed position in the range",
            "O(1)",
            "TA-Lib TANH",
            OutputEntry.within(0, 1, "tanh(x)", Unit.RATIO)));
  }

  private static void operators(List<FeatureEntry> entries) {
    for (Operation operation : Operation.values()) {
      Unit unit =
          switch (operation) {
            case ADD, SUB -> Unit.PRICE;
            case MULT -> Unit.PRICE_SQUARED;
            case DIV -> Unit.RATIO;
          };
      entries.add(operator(new MathOperator(operation, Input.HIGH, Input.LOW), operation, unit));
    }
    entries.add(
        operator(
            new MathOperator(Operation.MULT, Input.TYPICAL, Input.VOLUME),
            Operation.MULT,
            Unit.NOTIONAL));
    entries.add(
        FeatureEntry.of(
            new RollingSum(30),
            "Sum",
            "O(1)",
            "TA-Lib SUM; Tulip sum; TTR runSum",
            OutputEntry.any("sum(x, n)", Unit.INPUT)));
  }

  private static FeatureEntry operator(MathOperator operator, Operation operation, Unit unit) {
    return FeatureEntry.of(
        operator,
        "Math operator",
        "O(1)",
        "TA-Lib " + operation.name(),
        OutputEntry.atLeastZero(operation.name().toLowerCase(Locale.ROOT) + "(x, y)", unit));
  }

  private static void extremes(List<FeatureEntry> entries) {
    for (RollingExtremes extremes :
        List.of(new RollingExtremes(30), new RollingExtremes(20, Input.VOLUME))) {
      entries.add(
          FeatureEntry.of(
              extremes,
              "Rolling minimum, maximum and middle",
              "O(1)",
              "TA-Lib MIN, MAX, MINMAX, MIDPOINT; TTR runMin, runMax",
              OutputEntry.any("min(x, n)", Unit.INPUT),
              OutputEntry.any("max(x, n)", Unit.INPUT),
              OutputEntry.any("(min(x, n) + max(x, n)) / 2", Unit.INPUT)));
    }
    entries.add(
        FeatureEntry.of(
            new ExtremePositions(30),
            "Bars since the rolling minimum and maximum",
            "O(1)",
            "TA-Lib MININDEX, MAXINDEX, MINMAXINDEX",
            OutputEntry.within(0, 29, "bars since min(x, n)", Unit.BARS),
            OutputEntry.within(0, 29, "bars since max(x, n)", Unit.BARS)));
    entries.add(
        FeatureEntry.of(
            new ExtremeDistance(252),
            "Distance from the 52-week high and low",
            "O(1)",
            "T. George and C. Hwang, Journal of Finance 59, 2004",
            OutputEntry.within(-1, 0, "close / max(high, n) - 1", Unit.RATIO),
            OutputEntry.atLeastZero("close / min(low, n) - 1", Unit.RATIO)));
  }

  private static FeatureEntry pivots(Feature pivots, PivotRule rule, String period) {
    List<OutputEntry> outputs = new ArrayList<>();
    outputs.add(OutputEntry.atLeastZero("pivot of " + period, Unit.PRICE));
    for (int k = 1; k <= rule.levels(); k++) {
      outputs.add(OutputEntry.any("resistance " + k + " of " + period, Unit.PRICE));
      outputs.add(OutputEntry.any("support " + k + " of " + period, Unit.PRICE));
    }
    String source =
        switch (rule) {
          case FLOOR -> "floor traders' rule";
          case FIBONACCI -> "floor traders' rule with Fibonacci ratios";
          case CAMARILLA -> "N. Scott, 1989";
          case WOODIE -> "K. Wood (Woodie)";
          case DEMARK -> "T. DeMark, The New Science of Technical Analysis, 1994";
        };
    return new FeatureEntry(pivots, "Pivot points", "O(1)", source, outputs);
  }

  private static void shapes(List<FeatureEntry> entries) {
    entries.add(
        FeatureEntry.of(
            new HeikinAshi(),
            "Heikin-Ashi prices",
            "O(1)",
            "D. Valcu, Technical Analysis of Stocks and Commodities 22, 2004",
            OutputEntry.atLeastZero("(open[t-1] + close[t-1]) / 2", Unit.PRICE),
            OutputEntry.atLeastZero("max(high, open, close)", Unit.PRICE),
            OutputEntry.atLeastZero("min(low, open, close)", Unit.PRICE),
            OutputEntry.atLeastZero("average price", Unit.PRICE)));
    entries.add(
        FeatureEntry.of(
            new Gap(),
            "Opening gap",
            "O(1)",
            "definition",
            OutputEntry.any("open[t] - close[t-1]", Unit.PRICE),
            new OutputEntry("open[t] / close[t-1] - 1", Unit.RATIO, -1, Double.POSITIVE_INFINITY)));
    entries.add(
        FeatureEntry.of(
            new CandleShape(),
            "Body and shadows of a bar",
            "O(1)",
            "definition; internal bar strength",
            OutputEntry.within(-1, 1, "(close - open) / (high - low)", Unit.RATIO),
            OutputEntry.within(0, 1, "(high - max(open, close)) / (high - low)", Unit.RATIO),
            OutputEntry.within(0, 1, "(min(open, close) - low) / (high - low)", Unit.RATIO),
            OutputEntry.within(0, 1, "(close - low) / (high - low)", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new CloseLocation(),
            "Close location value",
            "O(1)",
            "TTR CLV",
            OutputEntry.within(-1, 1, "((c - l) - (h - c)) / (h - l)", Unit.RATIO)));
  }
}
