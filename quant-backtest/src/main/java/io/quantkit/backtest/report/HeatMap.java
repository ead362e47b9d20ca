package io.quantkit.backtest.report;

import java.util.Arrays;
import java.util.List;

/** The strategy's monthly returns as a table whose colours grow with the size of the return. */
final class HeatMap {
  private HeatMap() {}

  /** Returns the table, the latest year first. */
  static String table(TearSheet sheet, List<CalendarYear> years) {
    double months =
        scale(years.stream().flatMapToDouble(y -> Arrays.stream(y.rawMonths())).toArray());
    double totals = scale(years.stream().mapToDouble(CalendarYear::total).toArray());
    boolean compared = !sheet.benchmarks().isEmpty();
    StringBuilder html = new StringBuilder(Page.openTable("Monthly returns in percent"));
    html.append("<table class=\"heat\"><caption>Returns of ");
    html.append(Escape.text(sheet.strategy().name())).append(" in percent, by calendar month");
    html.append("</caption><thead><tr><th scope=\"col\">Year</th>");
    for (int month = 1; month <= 12; month++) {
      html.append("<th scope=\"col\">").append(TimeAxis.month(month)).append("</th>");
    }
    html.append("<th scope=\"col\">Year</th>");
    if (compared) {
      html.append("<th scope=\"col\" class=\"other\">");
      html.append(Escape.text(sheet.benchmarks().get(0).name())).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (int i = years.size() - 1; i >= 0; i--) {
      CalendarYear year = years.get(i);
      html.append("\n<tr><th scope=\"row\">").append(year.year()).append("</th>");
      for (int month = 0; month < 12; month++) {
        html.append(cell(year.month(month), months, ""));
      }
      html.append(cell(year.total(), totals, " total"));
      if (compared) {
        String text = Double.isNaN(year.benchmark()) ? "" : percent(year.benchmark());
        html.append("<td class=\"other\">").append(text).append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  /** Returns the size of return that gets the full colour: that of the strongest twentieth. */
  private static double scale(double[] values) {
    double[] sizes =
        Arrays.stream(values).map(Math::abs).filter(Double::isFinite).sorted().toArray();
    return sizes.length == 0 ? 1 : Math.max(1e-9, sizes[(int) (0.95 * (sizes.length - 1))]);
  }

  private static String cell(double value, double scale, String css) {
    if (Double.isNaN(value)) {
      return "<td class=\"none" + css + "\"></td>";
    }
    String strength = Numerals.grouped(0.75 * Math.min(1, Math.abs(value) / scale), 2);
    String sign = value < 0 ? "down" : "up";
    return "<td class=\""
        + sign
        + css
        + "\" style=\"--a:"
        + strength
        + "\">"
        + percent(value)
        + "</td>";
  }

  private static String percent(double value) {
    return Numerals.grouped(value * 100, Math.abs(value) >= 9.995 ? 0 : 1);
  }
}
