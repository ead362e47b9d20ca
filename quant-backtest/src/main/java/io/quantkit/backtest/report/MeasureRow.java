package io.quantkit.backtest.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measure across the curves that have it.
 *
 * @param definition its group, name, unit and convention; its value is that of the first curve
 * @param values by the name of the curve, in the order of the curves
 */
record MeasureRow(Measure definition, Map<String, Double> values) {

  /** Returns the measures of a tear sheet, group by group, each as it first appears. */
  static List<MeasureRow> of(TearSheet sheet) {
    Map<String, Map<String, MeasureRow>> groups = new LinkedHashMap<>();
    for (NamedSeries curve : sheet.curves()) {
      for (Measure measure : sheet.measures(curve.name())) {
        groups
            .computeIfAbsent(measure.group(), g -> new LinkedHashMap<>())
            .computeIfAbsent(measure.name(), n -> new MeasureRow(measure, new LinkedHashMap<>()))
            .values()
            .put(curve.name(), measure.value());
      }
    }
    List<MeasureRow> rows = new ArrayList<>();
    groups.values().forEach(group -> rows.addAll(group.values()));
    return rows;
  }

  /** Returns the value of a curve, {@code NaN} if it has none. */
  double value(String curve) {
    return values.getOrDefault(curve, Double.NaN);
  }

  /** Returns the value of a curve as text, with its unit. */
  String text(String curve) {
    double value = value(curve);
    if (Double.isNaN(value)) {
      return "n/a";
    }
    return switch (definition.unit()) {
      case PERCENT -> Numerals.percent(value, Math.abs(value) < 10 ? 2 : 0);
      case RATIO -> Numerals.grouped(value, 2);
      case PROBABILITY -> Numerals.grouped(value, 3);
      case MONEY -> Numerals.money(value);
      case COUNT -> Numerals.shortest(value, 2);
      case PERIODS -> Numerals.shortest(value, 1) + (value == 1 ? " period" : " periods");
      case DAYS -> Numerals.shortest(value, 1) + (value == 1 ? " day" : " days");
    };
  }
}
