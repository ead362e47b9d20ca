package io.quantkit.backtest.report;

import io.quantkit.core.math.Moments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What both renderings compute from a tear sheet, so that they cannot disagree. */
final class Derived {
  /** The tail probability of the value at risk and the expected shortfall: 5%. */
  static final double TAIL = 0.05;

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
   * @param valueAtRisk a loss, positive
   * @param expectedShortfall a loss, positive
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
      drawdowns.add(NamedSeries.copyOf(curve.name(), LocalMeasures.drawdown(curve.raw())));
    }
    this.returns = LocalMeasures.returns(own);
    this.rollingSharpe =
        LocalMeasures.rollingSharpe(returns, sheet.rollingWindow(), sheet.periodsPerYear());
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
        LocalMeasures.valueAtRisk(finite, TAIL),
        LocalMeasures.expectedShortfall(finite, TAIL));
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

  /** Returns the first and last day of the report, as words. */
  String span() {
    LocalDate first = TimeAxis.dayEndingAt(sheet.time(0));
    LocalDate last = TimeAxis.dayEndingAt(sheet.time(sheet.size() - 1));
    return first.equals(last) ? first.toString() : first + " to " + last;
  }
}
