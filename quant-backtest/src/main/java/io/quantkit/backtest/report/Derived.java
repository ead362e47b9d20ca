package io.quantkit.backtest.report;

import io.quantkit.core.math.Moments;
import io.quantkit.risk.measure.PerformanceSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What both renderings compute from a tear sheet, so that they cannot disagree. */
final class Derived {
  /** The tail probability of the value at risk and the expected shortfall: 5%. */
  static final double TAIL = PerformanceSummary.TAIL;

  private final TearSheet sheet;
  private final List<NamedSeries> growth;
  private final List<NamedSeries> drawdowns;
  private final double[] returns;
  private final double[] rollingSharpe;
  private final List<CalendarYear> years;
  private final Distribution distribution;

  /**
   * The distribution of the strategy's period returns.
   *
   * @param count how many finite returns there are
   * @param valueAtRisk a return: a loss is negative
   * @param expectedShortfall a return: a loss is negative
   */
  record Distribution(
      int count,
      double mean,
      double standardDeviation,
      double valueAtRisk,
      double expectedShortfall) {}

  private Derived(TearSheet sheet) {
    this.sheet = sheet;
    this.growth = new ArrayList<>();
    this.drawdowns = new ArrayList<>();
    double[] own = sheet.strategy().raw();
    for (NamedSeries curve : sheet.curves()) {
      growth.add(NamedSeries.copyOf(curve.name(), growth(curve.raw(), own)));
      drawdowns.add(NamedSeries.copyOf(curve.name(), ChartSeries.drawdown(curve.raw())));
    }
    this.returns = ChartSeries.returns(own);
    this.rollingSharpe =
        ChartSeries.rollingSharpe(returns, sheet.rollingWindow(), sheet.periodsPerYear());
    this.years = CalendarYear.of(sheet);
    this.distribution = distribution(returns);
  }

  static Derived of(TearSheet sheet) {
    return new Derived(sheet);
  }

  /**
   * Returns a curve as multiples of its first value, laid onto the strategy's own multiple at that
   * time so that a curve that starts later starts on the strategy's.
   */
  private static double[] growth(double[] curve, double[] strategy) {
    double[] out = new double[curve.length];
    int first = firstFinite(curve);
    int own = firstFinite(strategy);
    if (first == curve.length || own == strategy.length) {
      Arrays.fill(out, Double.NaN);
      return out;
    }
    double base = first > own ? strategy[first] / strategy[own] : 1;
    double scale = (Double.isFinite(base) ? base : 1) / curve[first];
    for (int t = 0; t < curve.length; t++) {
      out[t] = curve[t] * scale;
    }
    return out;
  }

  static int firstFinite(double[] values) {
    int i = 0;
    while (i < values.length && !Double.isFinite(values[i])) {
      i++;
    }
    return i;
  }

  private static Distribution distribution(double[] returns) {
    double[] finite = finite(returns);
    return new Distribution(
        finite.length,
        Moments.mean(finite),
        Moments.standardDeviation(finite, 1),
        ChartSeries.valueAtRisk(finite, TAIL),
        ChartSeries.expectedShortfall(finite, TAIL));
  }

  /** Returns the finite numbers, in order. */
  static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }

  /** Returns the curves as multiples of their start: strategy, benchmarks, hypotheticals. */
  List<NamedSeries> growth() {
    return growth;
  }

  /** Returns the drawdowns, in [-1, 0], in the order of the curves. */
  List<NamedSeries> drawdowns() {
    return drawdowns;
  }

  /** Returns the strategy's period returns, one for each time but the first. */
  double[] returns() {
    return returns;
  }

  /** Returns the rolling Sharpe ratio, one for each return. */
  double[] rollingSharpe() {
    return rollingSharpe;
  }

  /** Returns the strategy's returns by calendar month and year. */
  List<CalendarYear> years() {
    return years;
  }

  Distribution distribution() {
    return distribution;
  }

  /** Returns how the charts compute what was not given to them. */
  List<Setting> conventions() {
    String window = Integer.toString(sheet.rollingWindow());
    return List.of(
        new Setting(
            "",
            "Chart of growth",
            "Each curve over its first value; a curve that starts later starts on the strategy's."),
        new Setting("", "Chart of drawdown", "Equity over its highest value so far, less one."),
        new Setting(
            "",
            "Chart of the rolling Sharpe ratio",
            "Mean over standard deviation (ddof 1) of the last "
                + window
                + " simple returns, against a rate of zero, times the root of the periods per"
                + " year."),
        new Setting(
            "",
            "Chart of the distribution",
            "VaR is the 5% quantile (type 7) of period returns, CVaR the mean of the"
                + " floor(0.05 (n - 1)) + 1 worst; a loss is negative."),
        new Setting(
            "",
            "Months and years",
            "The last equity of the month or year over the last equity before it, less one, in"
                + " UTC; equity known at midnight belongs to the day that ends."));
  }

  /** Returns the first and last day of the report, as words. */
  String span() {
    LocalDate first = TimeAxis.dayEndingAt(sheet.time(0));
    LocalDate last = TimeAxis.dayEndingAt(sheet.time(sheet.size() - 1));
    return first.equals(last) ? first.toString() : first + " to " + last;
  }
}
